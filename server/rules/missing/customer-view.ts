import { grievance, passedOn } from "../occasions.ts";
import { act, anyOf, customer, end, label } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * Asked where something is to be put right: what a customer orders is done without asking again. A customer who agrees,
 * declines or says thank you has given a view unasked.
 */
export default required({
  id: "missing/customer-view",
  obligation: {
    pattern: "response",
    when: act("offer-solution"),
    onlyAfter: grievance,
    response: anyOf(
      act("ask-customer-view", "ask-consent", "confirm"),
      customer("agree", "decline", "thank"),
      label("agree", "refuse", "thanks"),
    ),
    before: anyOf(passedOn, end),
  },
  severity: "information",
  title: { zh: "给出方案，没有问客户的意见", en: "A solution without the customer's view" },
  why: {
    zh: "办法是给客户的，行不行客户说了算。问一句“您看这样可以吗”，方案就成了两个人一起定的。",
    en: "The solution is for the customer. One question, “would that work for you?”, makes it theirs.",
  },
  fix: {
    zh: "给出方案之后问一句“您看这样处理可以吗？”。",
    en: "After the solution ask whether it would work for the customer.",
  },
  message: {
    zh: "给出方案之后，没有问客户的意见就{before}{path}。",
    en: "After the solution, this path goes on to {before} without asking for the customer's view{path}.",
    bad: [
      {
        text: "## 处理\n客户: 屏幕坏了。\n客服: ⟦我给您换一台新的⟧。\n[派单 换货]\n-> 结束",
        fixed: "## 处理\n客户: 屏幕坏了。\n客服: 我给您换一台新的。\n客服: 您看这样处理可以吗？\n[派单 换货]\n-> 结束",
      },
      {
        text: "## 处理\n客户(不满): 屏幕坏了。\n客服: ⟦我给您换一台新的⟧。\n? 有现货吗\n- 有\n  客服: 您看这样处理可以吗？\n- 缺货\n  [记录 缺货]\n-> 结束",
      },
      {
        text: "## solution\ncustomer: The screen is broken.\nagent: ⟦I can send⟧ you a new one.\n[dispatch a new one]\n-> end",
        fixed:
          "## solution\ncustomer: The screen is broken.\nagent: I can send you a new one.\nagent: Would that work for you?\n[dispatch a new one]\n-> end",
      },
    ],
  },
  begins: { zh: "在这里给出方案", en: "the solution is offered here" },
  say: { zh: ["您看这样处理可以吗？"], en: ["Would that work for you?"], place: "after" },
  good: [
    "## 处理\n客户: 屏幕坏了。\n客服: 我给您换一台新的，您看可以吗？\n客户: 可以。\n[派单 换货]",
    "## 处理\n客户: 屏幕坏了。\n客服: 我给您换一台新的。\n=> 征求意见\n[派单 换货]\n-> 结束\n## 征求意见\n客服: 您看这样处理可以吗？\n",
    "## solution\ncustomer: The screen is broken.\nagent: I can send you a new one. Would that work for you?\n[dispatch a new one]",
    "## 下单\n客户: 我要一台新的。\n客服: 好的，我给您安排一台新的。\n[派单 仓库]\n-> 结束",
    "## solution\ncustomer (angry): The screen is broken.\nagent: I can send you a new one.\n? What do they say\n- agrees(agree)\n  [dispatch a new one]\n- refuses(refuse)\n  [record the refusal]\n-> end",
  ],
});
