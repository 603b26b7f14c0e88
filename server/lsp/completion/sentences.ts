import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { type Action, AGENT_LABELS, type Keyword, type Turn } from "../../../grammar/index.ts";
import type { LanguageTag } from "../../lexicon/format.ts";
import { SITUATIONS } from "../../lexicon/situations.generated.ts";
import { partsOfAction } from "../../model/action-time.ts";
import { suggestionsFor } from "../../model/acts.ts";
import { fold } from "../../model/normalise.ts";
import { wantedOf } from "../../model/wanted-acts.ts";
import { wordIn } from "./item.ts";
import type { WrittenLine } from "./line.ts";

/** A sentence that an agent may say, and in which situation. */
interface Sentence {
  readonly say: string;
  readonly situation: string;
  readonly when?: string;
}

/**
 * What the agent may say here: first what the place is wanted for (an apology after an angry turn, a request with reason
 * and time before a hold), then the sentences of all everyday situations, as far as they go with what was typed.
 */
export function sentences(line: WrittenLine, turn: Turn): CompletionItem[] {
  const { tag, script, workspace } = line;
  const typed = /[^。！？，、；：….!?,;:]*$/.exec(line.before.slice(spokenFrom(line, turn)))![0].trimStart();
  const { acts, hold } = wantedOf(script, turn);
  const reader = workspace.language === "en" ? "en" : tag === "en" ? "zh-CN" : tag;
  const wanted = [
    ...(hold === undefined ? [] : requestToHold(hold, script.text, tag)),
    ...acts.flatMap((act) => [...ofSituations(act, tag, reader), ...ofLexicon(act, tag, reader)]),
  ];
  const others = [ofSituations, ofLexicon].flatMap((sentencesOf) =>
    SITUATIONS.flatMap(({ act }) => sentencesOf(act, tag, reader)),
  );
  const seen = new Set<string>();
  return [...wanted.map((one) => ({ one, rank: 0 })), ...others.map((one) => ({ one, rank: 1 }))]
    .filter(({ one: { say, situation } }) => {
      if (seen.has(say) || !goesWith(say, situation, typed)) return false;
      seen.add(say);
      return true;
    })
    .map(({ one: { say, situation, when }, rank }, index) => ({
      label: say,
      kind: CompletionItemKind.Text,
      detail: situation,
      ...(when !== undefined && { documentation: when }),
      // An editor looks for what was typed at the beginnings of words; in Chinese a clause is the nearest thing to one.
      filterText: [situation, say, ...clausesOf(say).slice(1)].join(" "),
      sortText: `${rank}${String(index).padStart(3, "0")}`,
      preselect: rank === 0 && index === 0,
      textEdit: line.replace(typed, say),
    }));
}

/** Where on the line the words of the turn begin: behind its colon, or on a continuation line where it does. */
function spokenFrom(line: WrittenLine, turn: Turn): number {
  const lineStart = line.offset - line.before.length;
  if (turn.start < lineStart) return /^\s*/.exec(line.before)![0].length;
  const colon = /[:：]/.exec(line.before.slice(Math.max(0, turn.speaker.end - lineStart)));
  return Math.max(0, turn.speaker.end - lineStart) + (colon === null ? 0 : colon.index + 1);
}

function ofSituations(act: string, tag: LanguageTag, reader: LanguageTag): Sentence[] {
  return SITUATIONS.filter((situation) => situation.act === act).flatMap(({ name, when, say }) =>
    say[tag].map((one) => ({ say: one, situation: name[reader], when: when[reader] })),
  );
}

/** The sentences with which the lexicon does an act; they are in simplified Chinese and English. */
function ofLexicon(act: string, tag: LanguageTag, reader: LanguageTag): Sentence[] {
  if (tag === "zh-TW") return [];
  return suggestionsFor(act, tag === "en" ? "en" : "zh").map(({ say, when }) => ({
    say,
    situation: actName(act, reader),
    ...(when !== undefined && { when }),
  }));
}

/** The words of the script's own hold: why, and how long. */
function requestToHold(hold: Action, text: string, tag: LanguageTag): Sentence[] {
  const { time } = partsOfAction(hold);
  if (time === undefined || hold.reason === undefined) return [];
  const length = text.slice(time.start, time.end);
  const reason = hold.reason.text.replace(/[。.]$/, "");
  const { say, name } = HOLD[tag];
  return [{ say: say(reason, length), situation: name }];
}

const HOLD = {
  "zh-CN": {
    say: (reason: string, length: string) => `我需要${reason}，大约${length}，您方便稍等一下吗？`,
    name: "不能立即接待",
  },
  "zh-TW": {
    say: (reason: string, length: string) => `我需要${reason}，大約${length}，您方便稍等一下嗎？`,
    name: "不能立即接待",
  },
  en: {
    say: (reason: string, length: string) =>
      `I need to ${reason}, which takes about ${length}. Would you mind holding?`,
    name: "Asking to wait",
  },
} as const;

/** Whether what was typed begins a clause or the situation's name, or is some characters of the sentence. */
function goesWith(say: string, situation: string, typed: string): boolean {
  const wanted = folded(typed);
  if (wanted === "") return true;
  return (
    [situation, ...clausesOf(say)].some((start) => folded(start).startsWith(wanted)) ||
    (wanted.length > 1 && folded(say).includes(wanted))
  );
}

/** What an act is called as a label of a turn. */
function actName(act: string, tag: LanguageTag): string {
  const keyword = (AGENT_LABELS as Readonly<Record<string, Keyword>>)[act];
  return keyword === undefined ? "" : wordIn(keyword, tag);
}

function clausesOf(say: string): string[] {
  return say.split(/(?<=[，。！？；,.!?;])\s*/).filter((clause) => clause !== "");
}

function folded(text: string): string {
  return fold([{ text, start: 0 }]).text;
}
