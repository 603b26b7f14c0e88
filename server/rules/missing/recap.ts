import { cutShort, isPhone, isWholeCall } from "../occasions.ts";
import { act, anyOf } from "../pattern.ts";
import { required } from "../required.ts";

/** What was promised in one breath need not be repeated; promises of two turns are easily mixed up. */
export default required({
  id: "missing/recap",
  obligation: {
    pattern: "existence",
    of: anyOf(act("recap-next-steps", "confirm"), cutShort),
    in: { after: act("promise"), nth: 2 },
  },
  // Between colleagues what was agreed is on record.
  asked: (facts, document) => isPhone(facts) && facts.scenario !== "internal" && isWholeCall(document),
  severity: "information",
  title: { zh: "约了几件事，结束前没有复述", en: "Several promises and no recap" },
  why: {
    zh: "几件事一起答应，放下电话客户就记混了。结束前复述一遍，错了当场能改。",
    en: "Several promises get mixed up once the line is dead. A recap lets the customer correct them.",
  },
  fix: {
    zh: "结束之前，把接下来谁在什么时候做什么复述一遍。",
    en: "Before the end go over who does what, and when.",
  },
  message: {
    zh: "答应了不止一件事，结束前没有复述接下来的安排{path}。",
    en: "More than one thing was promised, and the next steps are not repeated before the end{path}.",
    bad: [
      {
        text: "渠道: 电话\n## 安排\n客服: 我今天下午给您寄出新的。\n客户: 好。\n客服: 我明天上午十点给您回电。\n⟦客户: 好。⟧\n-> 结束",
      },
      {
        text: "渠道: 电话\n## 安排\n客服: 我今天下午给您寄出新的。\n? 还要退差价吗\n- 要\n  客服: 我三天内为您退回差价。\n- 不要\n  客服: 好的。\n  -> 结束\n⟦客户: 好。⟧\n-> 结束",
      },
      {
        text: "channel: phone\n## plan\nagent: I'll send you a new one today.\ncustomer: Good.\nagent: I'll call you back tomorrow at ten.\n⟦customer: Fine.⟧\n-> end",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: { act: "recap-next-steps" },
  good: [
    "渠道: 电话\n## 安排\n客服: 我今天下午给您寄出新的。\n客服: 我明天上午十点给您回电。\n客服: 我再跟您复述一遍接下来的安排：今天寄出，明天上午回电。\n-> 结束",
    "渠道: 电话\n## 安排\n客服: 我今天下午给您寄出新的。\n客服: 我明天上午十点给您回电。\n=> 复述\n-> 结束\n## 复述\n客服: 我再跟您复述一遍接下来的安排，您看我记得对吗？\n",
    "渠道: 电话\n## 安排\n客服: 我会在半小时内给您回电。\n客户: 好。\n-> 结束",
    "channel: phone\n## plan\nagent: I'll send you a new one today.\nagent: I'll call you back tomorrow at ten.\nagent: Let me recap the next steps: a new one today, and my call tomorrow.\n-> end",
    "channel: phone\n## plan\nagent: I'll call you back tomorrow at ten.\n-> end",
  ],
});
