import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "rude",
  severity: "error",
  title: { zh: "粗暴、挖苦、辱骂", en: "Rudeness, scorn, insults" },
  why: {
    zh: "再有理，一句粗话就全没了理，还会被录下来传出去。",
    en: "However right we are, one rude word puts us in the wrong, and it is on the recording.",
  },
  fix: { zh: "停一下，回到客户的事上来。", en: "Pause, and come back to what the customer needs." },
  message: {
    zh: "“{said}”伤人。无论客户说了什么，客服都不能这样回。",
    en: "“{said}” is rude. Whatever the customer said, an agent never answers like this.",
    bad: [{ text: "客服: ⟦闭嘴⟧。" }, { text: "agent: ⟦Shut up⟧ and listen." }],
  },
  good: ["客服: 您的心情我能理解。", "客户: 闭嘴!", "agent: I understand how you feel, let me help."],
});
