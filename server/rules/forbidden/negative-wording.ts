import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "negative-wording",
  severity: "warning",
  title: { zh: "说反话、说重话", en: "Negative wording" },
  why: {
    zh: "同一件事，“您没听懂”是客户笨，“可能我没有说清楚”是我来补上。客户愿意听后一句。",
    en: "“You misunderstood” makes the customer slow; “perhaps I wasn't clear” makes it ours to mend. They listen to the second.",
  },
  fix: { zh: "从我这边说起，说能做的那一面。", en: "Start from our side, and say what can be done." },
  message: {
    zh: "“{said}”是往坏处说。换成从我这边说起的话。",
    en: "“{said}” puts it in the worst light. Start from our side instead.",
    bad: [{ text: "客服: ⟦您没听懂⟧。" }, { text: "agent: ⟦You misunderstood⟧ me." }],
  },
  good: [
    "客服: 可能我没有说清楚,我再说明一遍。",
    "客服: 给您添麻烦了。",
    "客户: 你没听懂。",
    "agent: Perhaps I wasn't clear; let me explain it again.",
  ],
});
