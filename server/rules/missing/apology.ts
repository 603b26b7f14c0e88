import {
  act,
  action,
  anyOf,
  customer,
  event,
  inScenario,
  label,
  type Obligation,
  outsideScenario,
} from "../pattern.ts";
import { required } from "../required.ts";

/** In answer to a complaint, the apology comes first. Who names a fault of ours ("that was our mistake") apologises by it. */
const OBLIGATION: Obligation = {
  pattern: "response",
  when: anyOf(
    customer("upset"),
    label("dissatisfied", "angry", "complaint"),
    inScenario(["complaint"], label("anxious")),
  ),
  // Who calls for help in an emergency tells what is broken and blames nobody.
  whenNotYet: outsideScenario(["rescue"], customer("complain")),
  response: act("apologise"),
  before: anyOf(
    act("explain", "explain-policy", "refuse", "flat-refusal", "commit", "offer-solution", "ask-identifying"),
    event("act:question", "end"),
    action(
      "hold",
      "transfer",
      "record",
      "look-up",
      "notify",
      "dispatch",
      "escalate",
      "call-back",
      "follow-up",
      "hang-up",
    ),
  ),
};

export default required({
  id: "missing/apology",
  obligation: OBLIGATION,
  severity: "error",
  // Outside a complaint, who only reports that something does not work is not angry yet.
  milder: {
    when: (event, facts) => facts.scenario !== "complaint" && customer("complain")(event, facts),
    severity: "warning",
  },
  title: { zh: "客户投诉之后没有先致歉", en: "No apology after a complaint" },
  why: {
    zh: "客户在诉苦，我们却先解释、先追问、先办事，客户听到的是：你们不觉得自己有错。",
    en: "When we explain, ask or act before we say sorry, the customer hears that we see nothing to be sorry for.",
  },
  fix: {
    zh: "紧接着客户的话先致歉，再谈事情。客户说的是自己的疏忽（“地址我填错了”）或别家的事，不欠致歉，回一句“没关系”“我理解”就好。",
    en: "Apologise right after the customer's words, then turn to the matter. For the customer's own slip (“I ordered the wrong size”) or another company's fault no apology is owed; “no problem” or “I understand” will do.",
  },
  message: {
    zh: "客户不满之后，这条路上没有先致歉就{before}{path}。",
    en: "After the customer complains, this path goes on to {before} without an apology{path}.",
    bad: [
      {
        text: "## 开场\n客户(⟦不满⟧): 又要等?\n客服: 请问您的手机号码是多少?",
        fixed: "## 开场\n客户(不满): 又要等?\n客服: 非常抱歉，给您添麻烦了。\n客服: 请问您的手机号码是多少?",
      },
      {
        text: "## 开场\n客服: 李先生，您好。\n客户(⟦不满⟧): 又要等?\n客服: 请问您的手机号码是多少?",
        fixed:
          "## 开场\n客服: 李先生，您好。\n客户(不满): 又要等?\n客服: 李先生，非常抱歉，给您添麻烦了。\n客服: 请问您的手机号码是多少?",
      },
      {
        text: "## 开场\n客户: ⟦等了半个小时都没人接⟧！\n? 客户着急吗\n- 着急\n  客服: 非常抱歉，让您久等了。\n- 不着急\n  [记录 客户情况]\n-> 结束",
      },
      {
        text: "## 开场\n客户(⟦愤怒⟧): 你们到底管不管!\n? 能当场处理吗\n- 能\n  客服: 非常抱歉,让您着急了。\n- 不能\n  [记录 客户情况]\n-> 结束",
      },
      {
        text: "## opening\ncustomer (⟦angry⟧): This is the third time!\nagent: May I have your order number, please?",
      },
      {
        text: "## opening\nagent: Good morning, Mrs Lane.\ncustomer (⟦angry⟧): This is the third time!\nagent: May I have your order number, please?",
        fixed:
          "## opening\nagent: Good morning, Mrs Lane.\ncustomer (angry): This is the third time!\nagent: I am sorry about that, Mrs Lane.\nagent: May I have your order number, please?",
      },
    ],
  },
  begins: { zh: "客户在这里表示不满", en: "the customer complains here" },
  say: { act: "apologise", place: "after" },
  good: [
    "## 开场\n客户(不满): 又要等?\n客服: 是我们的疏忽,请问您的手机号码是多少?",
    "## 开场\n客户(不满): 又要等?\n客服: 非常抱歉,给您添麻烦了。请问您的手机号码是多少?",
    "## 开场\n客户(着急): 我想问一下套餐。\n客服: 请问您用的是哪个套餐?",
    "## 开场\n客户: 发票抬头我写成个人了，想换成公司。\n客服: 可以的，请问公司的全称是什么？",
    "## 开场\n客户: 我在别家买的，用了两天就坏了。\n客服: 我理解您的心情，请问您想看哪一款？",
    "## opening\ncustomer: I ordered the wrong size, can I swap it?\nagent: No problem, which size would you like?",
    "## opening\ncustomer (angry): This is the third time!\nagent: I'm very sorry about that. May I have your order number?",
  ],
});
