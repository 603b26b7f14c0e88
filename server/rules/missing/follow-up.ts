import { cutShort } from "../occasions.ts";
import { act, action, anyOf } from "../pattern.ts";
import { required } from "../required.ts";

/** A time that is told, or a call or visit that is planned. Whoever takes the call over, takes this over as well. */
export default required({
  id: "missing/follow-up",
  obligation: {
    pattern: "existence",
    of: anyOf(action("call-back", "follow-up", "escalate"), act("appointment"), cutShort),
  },
  asked: ({ scenario, kind }, { script }) => scenario === "complaint" && kind === "script" && !script.transcript,
  severity: "warning",
  title: { zh: "投诉结束，没有约定后续", en: "A complaint without a follow-up" },
  why: {
    zh: "投诉不是挂了电话就完。约好什么时候回访，客户知道你会管到底，再坏了也找得到人。",
    en: "A complaint does not end with the call. A date for the next contact tells the customer that you see it through.",
  },
  fix: {
    zh: "结束之前约定回电或回访的时间，并写上 [回访 24小时内]。",
    en: "Agree on a time for a call back or a visit, and write [follow-up within 24 hours].",
  },
  message: {
    zh: "投诉的这条路到结束，没有约定什么时候回电或回访{path}。",
    en: "This path of the complaint ends without a time for the next contact{path}.",
    bad: [
      {
        text: "场景: 投诉\n## 开场\n客户(不满): 又断网了。\n客服: 非常抱歉，已经恢复了。\n⟦[挂机 客户]⟧\n-> 结束",
        fixed:
          "场景: 投诉\n## 开场\n客户(不满): 又断网了。\n客服: 非常抱歉，已经恢复了。\n客服: 我会在24小时内给您回电，确认问题没有再出现。\n[挂机 客户]\n-> 结束",
      },
      {
        text: "场景: 投诉\n## 开场\n客户(不满): 又断网了。\n? 能当场恢复吗\n- 能\n  ⟦客服: 非常抱歉，已经恢复了。⟧\n  -> 结束\n- 不能\n  [回电 半小时内]\n  -> 结束",
      },
      {
        text: "scenario: complaint\n## opening\ncustomer (angry): It is broken again!\nagent: I'm very sorry. It works again now.\n⟦[hang-up customer]⟧\n-> end",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["我会在24小时内给您回电，确认问题没有再出现。"],
    en: ["I'll call you back within 24 hours to make sure that it still works."],
    place: "before",
  },
  good: [
    "场景: 投诉\n## 开场\n客户(不满): 又断网了。\n客服: 非常抱歉，我明天上午十点给您回电。\n-> 结束",
    "场景: 投诉\n## 开场\n客户(不满): 又断网了。\n=> 跟踪\n-> 结束\n## 跟踪\n客服: 已经恢复了。\n[回访 24小时内]\n",
    "场景: 咨询\n## 开场\n客户: 几点开门？\n客服: 九点。\n-> 结束",
    "scenario: complaint\n## opening\ncustomer (angry): It is broken again!\nagent: I'm very sorry. I'll call you back by 5 pm today.\n-> end",
    "scenario: complaint\n## opening\ncustomer (angry): It is broken again!\n[transfer to the supervisor]\n-> end",
  ],
});
