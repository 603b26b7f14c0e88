import { act, action, anyOf, branch } from "../pattern.ts";
import { required } from "../required.ts";

/** Whoever asked for the transfer, as a branch may say, has given consent. */
export default required({
  id: "missing/consent-before-transfer",
  obligation: {
    pattern: "precedence",
    of: action("transfer"),
    first: anyOf(act("ask-consent", "ask-customer-view"), branch("wants-transfer")),
    each: true,
  },
  severity: "warning",
  title: { zh: "没有征得同意就转接", en: "A transfer without asking" },
  why: {
    zh: "客户最怕被转来转去。没问一声就转走，听着像把人推出去。",
    en: "Customers dread being passed round. To be moved on without being asked sounds like being got rid of.",
  },
  fix: { zh: "转接之前问一句“我为您转过去，您看可以吗？”。", en: "Before the transfer ask whether that is all right." },
  message: {
    zh: "没有问客户同不同意，就转接{path}。",
    en: "The call is transferred without the customer being asked{path}.",
    bad: [
      {
        text: "## 受理\n客户: 我想查账单。\n客服: 账单由财务部负责，我帮您转到财务部。\n⟦[转接 财务部]⟧\n-> 结束",
        fixed:
          "## 受理\n客户: 我想查账单。\n客服: 账单由财务部负责，我帮您转到财务部。\n客服: 这件事由负责的同事来解答更准确，我为您转过去，您看可以吗？\n[转接 财务部]\n-> 结束",
      },
      {
        text: "## 受理\n? 客户怎么说\n- 要求转人工\n  客服: 好的，我帮您转到财务部。\n- 问账单\n  客服: 我帮您转到财务部。\n⟦[转接 财务部]⟧\n-> 结束",
      },
      {
        text: "## desk\ncustomer: I have a question about my bill.\nagent: I'll put you through to billing, because they can see the payment.\n⟦[transfer to billing]⟧\n-> end",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["这件事由负责的同事来解答更准确，我为您转过去，您看可以吗？"],
    en: ["May I put you through to my colleague who looks after this?"],
    place: "before",
  },
  good: [
    "## 受理\n客服: 账单由财务部负责，我帮您转到财务部，您看可以吗？\n客户: 好。\n[转接 财务部]\n-> 结束",
    "## 受理\n=> 征求同意\n[转接 财务部]\n-> 结束\n## 征求同意\n客服: 我为您转到财务部，您介意吗？\n客户: 不介意。\n",
    "## desk\nagent: I'd like to put you through to billing. Would that be all right?\ncustomer: Yes.\n[transfer to billing]\n-> end",
    "## desk\n? What do they want\n- wants a manager\n  [transfer to the supervisor]\n- a bill\n  agent: It comes on Friday.\n-> end",
  ],
});
