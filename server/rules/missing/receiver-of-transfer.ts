import { act, action } from "../pattern.ts";
import { required } from "../required.ts";

/** The name in the brackets of an action is for the agent; the customer has to hear one. */
export default required({
  id: "missing/receiver-of-transfer",
  obligation: { pattern: "precedence", of: action("transfer"), first: act("name-receiver"), each: true },
  severity: "warning",
  title: { zh: "没有说明转给谁", en: "A transfer to nobody in particular" },
  why: {
    zh: "万一断了线，客户连该找谁都不知道，只能从头再说一遍。",
    en: "If the line drops, the customer does not know whom to ask for, and has to begin again.",
  },
  fix: { zh: "转接之前，说出接手的部门或同事。", en: "Before the transfer name the team or the colleague." },
  message: {
    zh: "没有告诉客户转给哪个部门、哪位同事，就转接{path}。",
    en: "The call is transferred, and the customer was not told to whom{path}.",
    bad: [
      {
        text: "## 受理\n客户: 我想查账单。\n客服: 因为涉及账单，我帮您转过去，您看可以吗？\n⟦[转接 财务部]⟧\n-> 结束",
        fixed:
          "## 受理\n客户: 我想查账单。\n客服: 因为涉及账单，我帮您转过去，您看可以吗？\n客服: 这件事由负责的同事来解答更准确，我为您转过去，您看可以吗？\n[转接 财务部]\n-> 结束",
      },
      {
        text: "## 受理\n? 问什么\n- 账单\n  客服: 我帮您转到财务部，您看可以吗？\n- 发票\n  客服: 我帮您转过去，您看可以吗？\n⟦[转接 财务部]⟧\n-> 结束",
      },
      {
        text: "## desk\ncustomer: I have a question about my bill.\nagent: May I transfer you?\n⟦[transfer to billing]⟧\n-> end",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["这件事由负责的同事来解答更准确，我为您转过去，您看可以吗？"],
    en: ["I'd like to put you through to the team that looks after this. Would that be all right?"],
    place: "before",
  },
  good: [
    "## 受理\n客服: 这类账单由财务部的同事负责，我帮您转过去，您看可以吗？\n[转接 财务部]\n-> 结束",
    "## 受理\n=> 说明\n[转接 财务部]\n-> 结束\n## 说明\n客服: 我帮您转到财务部，您看可以吗？\n客户: 好。\n",
    "## desk\nagent: I'd like to put you through to our billing team. Would that be all right?\n[transfer to billing]\n-> end",
    "## desk\nagent: Your bill comes on Friday.\n-> end",
  ],
});
