import { goodbye } from "../occasions.ts";
import { act, anyOf, customer, label } from "../pattern.ts";
import { required } from "../required.ts";

/** "Sorry" also opens requests, refusals and goodbyes, and there it is no apology. */
export default required({
  id: "missing/answer-to-apology",
  obligation: {
    pattern: "response",
    when: anyOf(customer("apologise"), label("sorry")),
    response: anyOf(
      act("reply-to-apology", "reply-to-thanks", "empathise", "apologise", "farewell"),
      customer("ask", "complain", "upset", "decline", "thank"),
      goodbye,
    ),
    within: 1,
  },
  severity: "information",
  title: { zh: "客户道歉，没有回应", en: "An apology without an answer" },
  why: {
    zh: "客户说“不好意思”，已经有点难为情。不回一句“没关系”，他就一直难为情下去。",
    en: "Who apologises is embarrassed. Without a “no problem” they stay so.",
  },
  fix: { zh: "客户道歉之后，先回一句“没关系”。", en: "Answer an apology with “no problem” first." },
  message: {
    zh: "客户道了歉，没有回一句“没关系”{path}。",
    en: "The customer apologises, and the agent goes on without a word about it{path}.",
    bad: [
      {
        text: "## 核对\n客户: ⟦不好意思⟧，是我记错了。\n客服: 正确的号码是多少？\n客户: 2031。",
        fixed:
          "## 核对\n客户: 不好意思，是我记错了。\n客服: 没关系，您慢慢找，我等您。\n客服: 正确的号码是多少？\n客户: 2031。",
      },
      {
        text: "## 核对\n客户(⟦抱歉⟧): 我要翻一下手机。\n? 在哪里\n- 邮件里\n  客服: 没关系，我等您。\n- 短信里\n  客服: 请您报一下订单号。",
      },
      {
        text: "## check\ncustomer (⟦sorry⟧): Let me look for the card.\nagent: The number is on the back of it.\n-> end",
      },
    ],
  },
  begins: { zh: "客户在这里道歉", en: "the customer apologises here" },
  say: { act: "reply-to-apology", place: "after" },
  good: [
    "## 核对\n客户: 不好意思，是我记错了。\n客服: 没关系，正确的号码是多少？",
    "## 核对\n客户: 不好意思，请问一下几点开门？\n客服: 九点开门。",
    "## 核对\n客户(抱歉): 我要翻一下手机。\n=> 安抚\n-> 结束\n## 安抚\n客服: 您不用道歉，我等您。\n",
    "## check\ncustomer (sorry): Let me look for the card.\nagent: No problem at all, take your time.",
    "## check\ncustomer: Sorry, what time do you open?\nagent: At nine.",
  ],
});
