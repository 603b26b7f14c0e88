import { act, customer } from "../pattern.ts";
import { required } from "../required.ts";

/** Somebody who has dialled wrong today may be a customer tomorrow. */
export default required({
  id: "missing/courtesy-after-wrong-number",
  obligation: { pattern: "response", when: customer("wrong-number"), response: act("farewell") },
  severity: "warning",
  title: { zh: "对打错电话的人没有道别", en: "No courtesy to somebody who dialled wrong" },
  why: {
    zh: "打错电话的人，明天也可能是客户。一声“没关系，再见”，他记住的是你们的好。",
    en: "Who dials wrong today may be a customer tomorrow. A friendly goodbye is what they will remember.",
  },
  fix: { zh: "客户说打错了，回一句“没关系，再见”。", en: "Answer “wrong number” with “no problem, goodbye”." },
  message: {
    zh: "对方说打错了，到结束也没有客气地道别{path}。",
    en: "The caller has dialled wrong, and this path ends without a friendly goodbye{path}.",
    bad: [
      {
        text: "## 开场\n客户: ⟦我打错了⟧。\n客服: 这里是售后部。\n-> 结束",
        fixed: "## 开场\n客户: 我打错了。\n客服: 这里是售后部。\n客服: 没关系，祝您生活愉快，再见。\n-> 结束",
      },
      {
        text: "## 开场\n客服: 您好，这里是售后部。\n? 找谁\n- ⟦打错了⟧\n  [挂机 客户]\n- 报修\n  客服: 请讲。\n-> 结束",
        fixed:
          "## 开场\n客服: 您好，这里是售后部。\n? 找谁\n- 打错了\n  客服: 没关系，祝您生活愉快，再见。\n  [挂机 客户]\n- 报修\n  客服: 请讲。\n-> 结束",
      },
      {
        text: "## opening\ncustomer: Sorry, ⟦wrong number⟧.\nagent: This is the repair desk.\n-> end",
      },
    ],
  },
  begins: { zh: "对方在这里说打错了", en: "the caller has dialled wrong here" },
  say: {
    zh: ["没关系，祝您生活愉快，再见。"],
    en: ["No problem at all. Have a nice day, goodbye."],
    place: "before",
  },
  good: [
    "## 开场\n客户: 不好意思，我打错了。\n客服: 没关系，再见。\n-> 结束",
    "## 开场\n? 找谁\n- 打错了\n  => 道别\n- 报修\n  客服: 请讲。\n-> 结束\n## 道别\n客服: 没关系，祝您生活愉快，再见。\n",
    "## opening\ncustomer: Sorry, wrong number.\nagent: No problem at all, have a nice day, goodbye.\n-> end",
    "## opening\n? What\n- wrong number\n  agent: No problem at all. Goodbye.\n- a repair\n  agent: Go ahead, please.\n-> end",
    "## opening\ncustomer: Is this the repair desk?\nagent: Yes, go ahead, please.\n-> end",
  ],
});
