import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "third-person",
  severity: "information",
  title: { zh: "用“他”“她”称呼第三方", en: "“He” or “she” for a colleague" },
  why: {
    zh: "“他不在”听着像在说一个不相干的人。“那位先生”既尊重同事，也尊重来找他的客户。",
    en: "“He's not in” sounds as if nobody cared who was asked for. A name or “my colleague” shows respect to both.",
  },
  fix: { zh: "称“那位先生”“那位女士”“那位同事”。", en: "Say the name, or “my colleague”." },
  message: {
    zh: "用“{said}”称呼第三方不够尊重，称“那位先生”或“那位女士”。",
    en: "“{said}”: name the person, or say “my colleague”.",
    bad: [{ text: "客服: ⟦他⟧不在。", fixed: "客服: 那位先生不在。" }, { text: "agent: ⟦He's not in today⟧." }],
  },
  good: [
    "客服: 那位先生现在不在座位上。",
    "客服: 还有其他可以帮您的吗?",
    "客户: 他不在吗?",
    "agent: My colleague is away from the desk at the moment.",
  ],
  mend: (said, language) =>
    language === "zh" ? (said === "她" ? ["那位女士", "那位同事"] : ["那位先生", "那位同事"]) : [],
});
