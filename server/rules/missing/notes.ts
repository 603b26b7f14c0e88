import { cutShort, grievance, isWholeCall, passedOn, writesActions } from "../occasions.ts";
import { anyOf, never } from "../pattern.ts";
import { required } from "../required.ts";

/** Asked only where the script writes such actions elsewhere: a script of words alone leaves them to the system. */
export default required({
  id: "missing/notes",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: grievance,
    firstOnly: true,
    response: anyOf(passedOn, cutShort),
  },
  asked: ({ scenario }, document) =>
    (scenario === "complaint" || scenario === "rescue") && isWholeCall(document) && writesActions(document),
  severity: "information",
  title: { zh: "投诉没有留下记录", en: "A complaint that leaves no trace" },
  why: {
    zh: "当场解决了也要记一笔。没有记录，下次再坏，客户又要从头说起，原因也永远查不到。",
    en: "Even what is put right at once is written down. Without a note the next call begins from nothing, and the cause is never found.",
  },
  fix: {
    zh: "这条路上加上 [记录 ……]，挂机之后也可以。",
    en: "Add [record …] on this path; after the hang-up will do.",
  },
  message: {
    zh: "客户反映了问题，这条路到结束没有留下任何记录{path}。",
    en: "The customer reports a problem, and nothing is written down on this path{path}.",
    bad: [
      {
        text: "渠道: 电话\n场景: 投诉\n## 开场\n客户(⟦不满⟧): 又断网了。\n? 能当场解决吗\n- 能\n  客服: 已经恢复了。\n- 不能\n  [通知 维修部 10分钟内]\n-> 结束",
      },
      {
        text: "渠道: 电话\n场景: 投诉\n## 开场\n客户(⟦愤怒⟧): 又送错了！\n=> 处理\n-> 结束\n## 处理\n客服: 我今天给您补发。\n## 归档\n[记录 补发]",
      },
      {
        text: "channel: phone\nscenario: complaint\n## opening\ncustomer (⟦angry⟧): It is broken again!\n? Can it be fixed now\n- yes\n  agent: It works again.\n- no\n  [notify the repair team within 10 minutes]\n-> end",
      },
    ],
  },
  begins: { zh: "客户在这里反映问题", en: "the customer reports the problem here" },
  say: { zh: ["[记录 客户反映的问题和处理结果]"], en: ["[record what the customer reported and what was done]"] },
  good: [
    "渠道: 电话\n场景: 投诉\n## 开场\n客户(不满): 又断网了。\n客服: 已经恢复了。\n[挂机 客户]\n[记录 断网，已恢复]\n-> 结束",
    "渠道: 电话\n场景: 投诉\n## 开场\n客户(不满): 又断网了。\n=> 登记\n-> 结束\n## 登记\n[记录 断网]\n",
    "渠道: 电话\n场景: 投诉\n## 开场\n客户(不满): 又断网了。\n客服: 已经恢复了。\n-> 结束",
    "channel: phone\nscenario: complaint\n## opening\ncustomer (angry): It is broken again!\n[record the fault]\n-> end",
    "channel: phone\nscenario: inquiry\n## opening\ncustomer (anxious): Does it come today?\nagent: Yes.\n-> end",
  ],
});
