import { passedOn, writesActions } from "../occasions.ts";
import { act, never } from "../pattern.ts";
import { required } from "../required.ts";

/** Asked only where the script writes such actions elsewhere: a script of words alone leaves them to the system. */
export default required({
  id: "missing/handover",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: act("name-receiver", "pass-the-buck"),
    firstOnly: true,
    response: passedOn,
  },
  asked: ({ kind }, document) => kind === "script" && writesActions(document),
  severity: "warning",
  title: { zh: "说了由别人负责，却没有转过去", en: "Somebody else is named, and nothing is passed on" },
  why: {
    zh: "“这归财务部管”说完就没有下文，客户还得自己再打一次。属于别人的事，要么转接，要么记下来转交。",
    en: "“Billing does that” and then nothing: the customer has to start again. What belongs to others is transferred, or written down and passed on.",
  },
  fix: {
    zh: "这条路上加上 [转接 ……]，或者 [记录 ……] 和 [通知 ……]。",
    en: "Add [transfer to …] on this path, or [record …] and [notify …].",
  },
  message: {
    zh: "说了由别的部门或同事处理，这条路到结束没有转接、也没有记录转交{path}。",
    en: "Another team is named, and on this path nothing is transferred, written down or passed on{path}.",
    bad: [
      {
        text: "## 受理\n? 问什么\n- 账单\n  客服: 账单⟦由财务部负责⟧。\n- 断网\n  [通知 维修部 10分钟内]\n-> 结束",
      },
      {
        text: "## 受理\n客服: 我帮您⟦转到财务部⟧。\n? 接通了吗\n- 接通了\n  [转接 财务部]\n- 没有\n  客服: 财务部现在占线。\n-> 结束",
      },
      {
        text: "## desk\n? What is it about\n- the bill\n  agent: ⟦Our billing team looks after that⟧.\n- the line\n  [notify the repair team]\n-> end",
      },
    ],
  },
  begins: { zh: "在这里说由别人负责", en: "somebody else is named here" },
  say: {
    zh: ["[转接 负责的部门]", "[记录 客户的问题]"],
    en: ["[transfer to the team]", "[record the customer's request]"],
  },
  good: [
    "## 受理\n客服: 账单由财务部负责，我帮您转过去，您看可以吗？\n[转接 财务部]\n-> 结束",
    "## 受理\n客服: 我请财务部的同事给您回电。\n=> 登记\n-> 结束\n## 登记\n[记录 客户的问题]\n",
    "## 受理\n客服: 账单由财务部负责。\n-> 结束",
    "## desk\nagent: Our billing team looks after that. May I put you through?\n[transfer to billing]\n-> end",
    "## desk\nagent: Our billing team looks after that.\n-> end",
  ],
});
