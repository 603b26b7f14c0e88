import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "pass-the-buck",
  severity: "error",
  title: { zh: "踢皮球", en: "Passing the buck" },
  why: {
    zh: "客户不关心公司里谁管什么。让客户自己再去找人，等于让他从头再受一遍气。",
    en: "Customers do not care who is in charge of what. Sending them elsewhere makes them start all over again.",
  },
  fix: {
    zh: "由你来转：记下情况，联系负责的同事，告诉客户谁在什么时候联系他。",
    en: "Pass it on yourself: note the case, tell the colleague, and say who will be in touch and when.",
  },
  message: {
    zh: "“{said}”是把客户推给别人。由你记录、转交，并说清谁在什么时候联系客户。",
    en: "“{said}” sends the customer to somebody else. Record it, hand it on yourself, and say who calls back when.",
    bad: [{ text: "客服: 这个⟦不归我们管⟧。" }, { text: "agent: ⟦That's not my department⟧." }],
  },
  good: [
    "客服: 我帮您联系负责的同事,由那位同事在30分钟内给您回电。",
    "客户: 这不归你们管吗?",
    "agent: I'll pass this to our billing team, and they will call you back within 30 minutes.",
  ],
});
