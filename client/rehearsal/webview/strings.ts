import type { Severity } from "../../../server/protocol.ts";
import type { Locale } from "../messages.ts";

/** The words of the rehearsal's window. */
export interface Strings {
  readonly language: string;
  readonly yourTurn: string;
  readonly placeholder: string;
  readonly say: string;
  readonly asScripted: string;
  readonly showScripted: string;
  readonly scripted: string;
  readonly choose: string;
  readonly random: string;
  readonly restart: string;
  readonly from: string;
  readonly fromBeginning: string;
  readonly fromStep: (name: string) => string;
  readonly again: string;
  readonly sayInstead: string;
  readonly clock: string;
  readonly promises: string;
  readonly noPromises: string;
  readonly noTime: string;
  readonly log: string;
  readonly over: string;
  readonly score: (score: number) => string;
  readonly clean: string;
  readonly found: (count: number) => string;
  readonly formula: string;
  readonly lastBranch: string;
  readonly save: string;
  readonly seconds: (seconds: number) => string;
  readonly severity: Readonly<Record<Severity, string>>;
}

/** The words in the reader's language. */
export const STRINGS: Readonly<Record<Locale, Strings>> = {
  zh: {
    language: "zh-CN",
    yourTurn: "该您说了",
    placeholder: "用自己的话说，回车发送",
    say: "说",
    asScripted: "照话术说",
    showScripted: "看话术原文",
    scripted: "话术原文",
    choose: "接下来走哪条分支？",
    random: "随机",
    restart: "从头再来",
    from: "从哪里开始",
    fromBeginning: "从开头开始",
    fromStep: (name) => `从“${name}”开始`,
    again: "从这里重来",
    sayInstead: "可以这样说",
    clock: "已经说了",
    promises: "答应客户的时间",
    noPromises: "还没有答应什么",
    noTime: "没有说时间",
    log: "通话",
    over: "通话结束",
    score: (score) => `${score} 分`,
    clean: "没有查出问题，说得很好。",
    found: (count) => `查出 ${count} 处：`,
    formula: "客服每说一句满分 3 分，错误扣 3 分，警告扣 1 分，提示不扣；得分是剩下的百分比。",
    lastBranch: "重练出问题的那条分支",
    save: "存成通话记录",
    seconds: (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
    severity: { error: "错误", warning: "警告", information: "提示" },
  },
  en: {
    language: "en",
    yourTurn: "Your turn",
    placeholder: "Say it in your own words, Enter sends it",
    say: "Say",
    asScripted: "Say it as scripted",
    showScripted: "Show the script's words",
    scripted: "The script says",
    choose: "Which branch is taken?",
    random: "By chance",
    restart: "Start again",
    from: "Where to begin",
    fromBeginning: "From the beginning",
    fromStep: (name) => `From “${name}”`,
    again: "Again from here",
    sayInstead: "You could say",
    clock: "Spoken so far",
    promises: "Times promised",
    noPromises: "Nothing was promised yet",
    noTime: "no time given",
    log: "The call",
    over: "The call is over",
    score: (score) => `${score} points`,
    clean: "Nothing was found. Well said.",
    found: (count) => `${count} ${count === 1 ? "place" : "places"}:`,
    formula:
      "Each turn of the agent is worth 3 points; an error costs 3, a warning 1, a note nothing. The score is the share that is left.",
    lastBranch: "Practise the branch that went wrong",
    save: "Keep as a record",
    seconds: (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`,
    severity: { error: "error", warning: "warning", information: "note" },
  },
};
