import { grievance } from "../occasions.ts";
import { act, never } from "../pattern.ts";
import { required } from "../required.ts";

/** Of ten who are dissatisfied one says so; that one is thanked. */
export default required({
  id: "missing/thanks-for-raising",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: grievance,
    firstOnly: true,
    response: act("thank-for-raising"),
  },
  asked: ({ scenario, kind }, { script }) => scenario === "complaint" && kind === "script" && !script.transcript,
  severity: "information",
  title: { zh: "没有感谢客户反映问题", en: "No thanks for raising the matter" },
  why: {
    zh: "多数不满意的客户一句话不说就走了。肯来投诉的，是在帮我们改进，值得一声谢谢。",
    en: "Most dissatisfied customers leave without a word. The one who complains helps us, and deserves thanks.",
  },
  fix: { zh: "致歉之后，感谢客户把情况告诉我们。", en: "After the apology thank the customer for telling us." },
  message: {
    zh: "投诉电话到结束也没有感谢客户反映问题{path}。",
    en: "The complaint is over, and nobody has thanked the customer for raising it{path}.",
    bad: [
      {
        text: "场景: 投诉\n## 开场\n客户(⟦不满⟧): 又送错了。\n客服: 非常抱歉，给您添麻烦了。我今天就补发。\n-> 结束",
        fixed:
          "场景: 投诉\n## 开场\n客户(不满): 又送错了。\n客服: 感谢您把这个情况告诉我们。\n客服: 非常抱歉，给您添麻烦了。我今天就补发。\n-> 结束",
      },
      {
        text: "场景: 投诉\n## 开场\n客户(⟦愤怒⟧): 送的东西是坏的！\n? 有照片吗\n- 有\n  客服: 感谢您把这个情况告诉我们。\n- 没有\n  客服: 非常抱歉。\n-> 结束",
      },
      {
        text: "scenario: complaint\n## opening\ncustomer (⟦angry⟧): It is broken again!\nagent: I'm very sorry about that. I'll send you a new one today.\n-> end",
      },
    ],
  },
  begins: { zh: "客户在这里反映问题", en: "the customer raises the matter here" },
  say: {
    zh: ["感谢您把这个情况告诉我们。"],
    en: ["Thank you for bringing this to our attention."],
    place: "after",
  },
  good: [
    "场景: 投诉\n## 开场\n客户(不满): 又送错了。\n客服: 非常抱歉，也感谢您把这个情况告诉我们。\n-> 结束",
    "场景: 投诉\n## 开场\n客户(不满): 又送错了。\n=> 安抚\n-> 结束\n## 安抚\n客服: 谢谢您的反馈。\n",
    "场景: 咨询\n## 开场\n客户(着急): 今天能到吗？\n客服: 今天下午到。\n-> 结束",
    "scenario: complaint\n## opening\ncustomer (angry): It is broken again!\nagent: I'm very sorry. Thank you for bringing this to our attention.\n-> end",
    "## opening\ncustomer (angry): It is broken again!\nagent: I'm very sorry.\n-> end",
  ],
});
