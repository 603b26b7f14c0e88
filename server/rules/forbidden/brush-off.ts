import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "brush-off",
  severity: "error",
  title: { zh: "用“不知道”“不清楚”打发客户", en: "Brushing the customer off with “I don't know”" },
  why: {
    zh: "客户打来就是因为自己不知道。听到“不清楚”，客户只明白一件事：没有人会去弄清楚。",
    en: "Customers call because they do not know. “I don't know” tells them one thing: nobody is going to find out.",
  },
  fix: {
    zh: "说你接下来做什么：请客户稍等去核实，或约好什么时候回复。",
    en: "Say what you do next: ask the customer to wait while you check, or agree when you will call back.",
  },
  message: {
    zh: "“{said}”等于把客户打发走。说接下来怎么查、什么时候答复。",
    en: "“{said}” sends the customer away empty-handed. Say how you will find out, and by when.",
    bad: [
      { text: "客服: 这个我⟦不清楚⟧。", fixed: "客服: 我帮您核实一下，请您稍等一分钟好吗？" },
      { text: "agent: Sorry, ⟦I don't know⟧." },
    ],
  },
  good: [
    "客服: 不知道您现在方便说话吗?",
    "客户: 我不知道怎么办。",
    "agent: I'll find that out for you, please bear with me.",
    "客服(对班长): 这个我不清楚。",
  ],
});
