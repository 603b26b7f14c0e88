import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "impatience",
  severity: "error",
  title: { zh: "不耐烦、催促客户", en: "Impatience, hurrying the customer" },
  why: {
    zh: "一句“快点说”省下十秒，赔掉整通电话：客户记住的是被嫌烦了。",
    en: "“Be quick” saves ten seconds and costs the call: being a nuisance is what the customer will remember.",
  },
  fix: { zh: "让客户说完：“您请讲，我在听。”", en: "Let the customer finish: “Please go ahead, I'm listening.”" },
  message: {
    zh: "“{said}”让客户觉得被嫌烦。请客户慢慢说。",
    en: "“{said}” tells the customer to hurry. Let them take their time.",
    bad: [{ text: "客服: ⟦有什么事快说⟧!" }, { text: "agent: ⟦Can you hurry up⟧?" }],
  },
  good: ["客服: 您请讲,我在听。", "客户: 你快点说!", "agent: Please go ahead, I'm listening."],
});
