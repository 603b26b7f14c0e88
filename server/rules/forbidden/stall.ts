import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "stall",
  severity: "warning",
  title: { zh: "拖延、应付", en: "Putting the customer off" },
  why: {
    zh: "“等着吧”没有时间，没有人负责，也没有下一步。客户挂了电话，还得再打一次。",
    en: "“Just wait” names no time, no person and no next step. The customer will simply have to call again.",
  },
  fix: { zh: "说谁、在什么时候、做什么。", en: "Say who will do what, and by when." },
  message: {
    zh: "“{said}”只是拖着。说清谁在什么时候做什么。",
    en: "“{said}” only puts it off. Say who will do what, and by when.",
    bad: [{ text: "客服: ⟦你等着吧⟧。" }, { text: "agent: ⟦You'll just have to wait⟧." }],
  },
  good: ["客服: 我会在今天17点前给您回电。", "客户: 你等着吧。", "agent: I'll call you back by 5 pm today."],
});
