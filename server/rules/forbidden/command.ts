import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "command",
  severity: "warning",
  title: { zh: "用命令的口气", en: "An order where a request belongs" },
  why: {
    zh: "“把号码告诉我”和“请把号码告诉我，好吗”只差几个字，客户听到的一个是审问，一个是帮忙。",
    en: "“Give me your number” and “Could I have your number, please?” ask for the same thing; one interrogates, the other helps.",
  },
  fix: {
    zh: "改成请求：“请……”“麻烦您……”“……好吗？”",
    en: "Make it a request: “Could you …, please?”, “Would you mind …?”",
  },
  message: {
    zh: "“{said}”是命令。换成“请……好吗？”",
    en: "“{said}” is an order. Ask instead: “Could you …, please?”",
    bad: [{ text: "客服: ⟦把号码告诉我⟧。" }, { text: "agent: ⟦Give me your number⟧." }],
  },
  good: [
    "客服: 请把您的号码告诉我,好吗?",
    "客服: 麻烦您再说一遍。",
    "客户: 把号码告诉我。",
    "agent: Could you give me your number, please?",
  ],
});
