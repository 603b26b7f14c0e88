import { isPhone } from "../occasions.ts";
import { action, event, never } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * The briefing comes before or after the switch, and whatever the agent says to a colleague is taken for one. In writing,
 * what was said so far goes with the customer.
 */
export default required({
  id: "missing/briefing",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: action("transfer"),
    response: event("aside:turn", "act:brief-receiver"),
  },
  asked: (facts) => isPhone(facts),
  severity: "information",
  title: { zh: "转接时没有向接手的同事交代", en: "A transfer without a briefing" },
  why: {
    zh: "电话一转就撒手，没人接也不知道；接了，客户还要从头再讲一遍。",
    en: "Whoever just switches the call never learns that nobody answered, and the customer has to tell it all again.",
  },
  fix: {
    zh: "确认有人接听，告诉他是哪位客户、什么事，再把客户交过去：客服(对同事): ……",
    en: "Wait until somebody answers, say who the customer is and what it is about, then hand over: agent (to …): …",
  },
  message: {
    zh: "电话转出去了，没有确认有人接、也没有交代是谁、什么事{path}。",
    en: "The call is transferred, and nobody told the receiver who is calling and why{path}.",
    bad: [
      {
        text: "渠道: 电话\n## 转接\n客服: 我帮您转到财务部，您看可以吗？\n客户: 好。\n⟦[转接 财务部]⟧\n-> 结束",
      },
      {
        text: "渠道: 电话\n角色 财务: 同事\n## 转接\n⟦[转接 财务部]⟧\n? 有人接吗\n- 有\n  客服(对财务): 我这边有位王女士，想查账单，麻烦你接一下。\n- 没有\n  客服: 财务部现在没有人接。\n-> 结束",
      },
      {
        text: "channel: phone\n## transfer\nagent: May I put you through to billing?\ncustomer: Yes.\n⟦[transfer to billing]⟧\n-> end",
      },
    ],
  },
  begins: { zh: "电话在这里转出去", en: "the call is transferred here" },
  say: { act: "brief-receiver" },
  good: [
    "渠道: 电话\n角色 财务: 同事\n## 转接\n[转接 财务部]\n财务: 你好。\n客服(对财务): 我这边有位王女士，想查账单，麻烦你接一下。\n-> 结束",
    "渠道: 电话\n角色 财务: 同事\n## 转接\n=> 交代\n[转接 财务部]\n-> 结束\n## 交代\n客服(对财务): 这位是王女士，她想查账单，麻烦你接一下。\n",
    "渠道: 在线\n## 转接\n[转接 财务部]\n-> 结束",
    "channel: phone\nrole billing: colleague\n## transfer\n[transfer to billing]\nagent (to billing): I have Ms Wang on the line, she's calling about her bill.\n-> end",
    "channel: chat\n## transfer\n[transfer to billing]\n-> end",
  ],
});
