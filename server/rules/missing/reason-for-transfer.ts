import { act, action, anyOf, branch } from "../pattern.ts";
import { required } from "../required.ts";

/** Whoever asked for the transfer knows the reason. */
export default required({
  id: "missing/reason-for-transfer",
  obligation: {
    pattern: "precedence",
    of: action("transfer"),
    first: anyOf(act("give-reason", "explain"), branch("wants-transfer")),
    each: true,
  },
  severity: "information",
  title: { zh: "没有说明为什么要转接", en: "A transfer without a reason" },
  why: {
    zh: "不说为什么转，客户只会觉得又被推给了别人。说清楚谁更懂这件事，转接就成了帮忙。",
    en: "Without a reason a transfer is being passed on. With one it is help: somebody knows this better.",
  },
  fix: {
    zh: "转接之前，说明为什么由那位同事来办更好。",
    en: "Before the transfer say why the other one can help better.",
  },
  message: {
    zh: "没有说明为什么要转，就转接{path}。",
    en: "The call is transferred without a reason{path}.",
    bad: [
      {
        text: "## 受理\n客户: 我想查账单。\n客服: 我帮您转到财务部，您看可以吗？\n⟦[转接 财务部]⟧\n-> 结束",
        fixed:
          "## 受理\n客户: 我想查账单。\n客服: 我帮您转到财务部，您看可以吗？\n客服: 这件事由负责的同事来解答更准确，我为您转过去，您看可以吗？\n[转接 财务部]\n-> 结束",
      },
      {
        text: "## 受理\n? 问什么\n- 账单\n  客服: 因为账单归财务部负责，我帮您转过去，您看可以吗？\n- 发票\n  客服: 我帮您转到财务部，您看可以吗？\n⟦[转接 财务部]⟧\n-> 结束",
      },
      {
        text: "## desk\ncustomer: I have a question about my bill.\nagent: May I put you through to billing?\n⟦[transfer to billing]⟧\n-> end",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["这件事由负责的同事来解答更准确，我为您转过去，您看可以吗？"],
    en: ["May I put you through to my colleague, because that team can see your payments?"],
    place: "before",
  },
  good: [
    "## 受理\n客服: 这类账单由财务部的同事负责，我帮您转过去，您看可以吗？\n[转接 财务部]\n-> 结束",
    "## 受理\n=> 说明\n[转接 财务部]\n-> 结束\n## 说明\n客服: 因为涉及账单，由财务的同事解答更准确。\n",
    "## desk\nagent: May I put you through to billing, because they can see the payment?\n[transfer to billing]\n-> end",
    "## desk\nagent: Your bill comes on Friday.\n-> end",
  ],
});
