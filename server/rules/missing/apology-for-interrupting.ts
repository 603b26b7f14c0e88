import { act, anyOf, customer } from "../pattern.ts";
import { required } from "../required.ts";

/** An interruption shows in the agent's label, or in a customer's turn that breaks off with a dash. */
export default required({
  id: "missing/apology-for-interrupting",
  obligation: {
    pattern: "response",
    when: anyOf(act("interrupt"), customer("cut-off")),
    response: act("interrupt-politely", "apologise", "ask-consent"),
    within: 1,
  },
  severity: "warning",
  title: { zh: "打断客户，没有道歉", en: "An interruption without an apology" },
  why: {
    zh: "话说到一半被打断，客户只记得你没让他说完。不得不打断，也要先征得同意。",
    en: "Who is cut short remembers that and nothing else. If you must interrupt, ask for it.",
  },
  fix: {
    zh: "先说“对不起，我能占用一下您的时间吗？”，再说要说的。",
    en: "Say “I'm sorry to interrupt. May I …?” first.",
  },
  message: {
    zh: "打断了客户，没有先说一声对不起{path}。",
    en: "The customer is interrupted without an apology{path}.",
    bad: [
      {
        text: "## 倾听\n客户: ⟦我昨天在店里买的时候，他们说——⟧\n客服: 请问您的订单号是多少？\n客户: 2031。",
        fixed:
          "## 倾听\n客户: 我昨天在店里买的时候，他们说——\n客服: 对不起，我能占用一下您的时间吗？\n客服: 请问您的订单号是多少？\n客户: 2031。",
      },
      {
        text: "## 倾听\n客户: 我说了很多遍了。\n? 说得太久吗\n- 是\n  客服(⟦打断⟧): 我知道了。\n- 不是\n  客服: 您慢慢说。\n-> 结束",
      },
      {
        text: "## listening\ncustomer: ⟦When I was in the shop yesterday they —⟧\nagent: What is your order number?\ncustomer: 2031.",
      },
    ],
  },
  begins: { zh: "客户在这里被打断", en: "the customer is interrupted here" },
  say: {
    zh: ["对不起，我能占用一下您的时间吗？"],
    en: ["I'm sorry to interrupt. May I ask you one thing at this point?"],
    place: "after",
  },
  good: [
    "## 倾听\n客户: 他们说——\n客服: 抱歉打断您一下，请问订单号是多少？",
    "## 倾听\n客服(打断): 对不起，我能占用一下您的时间吗？\n客户: 你说。\n客服: 订单号是多少？",
    "## 倾听\n客户: 他们说——\n=> 道歉\n-> 结束\n## 道歉\n客服: 对不起，打断您一下。\n",
    "## listening\ncustomer: They told me —\nagent: Sorry to interrupt, may I note the number down first?",
    "## listening\ncustomer: They told me to come back on Monday - so I did.\nagent: I see.",
  ],
});
