import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "ask-secret",
  severity: "error",
  title: { zh: "向客户索要密码、验证码", en: "Asking for a password or a code" },
  why: {
    zh: "骗子就是这样问的。只要客服问过一次，客户下次就会告诉骗子。",
    en: "This is how fraudsters ask. A customer who has told us once will tell them next time.",
  },
  fix: {
    zh: "请客户在自己的手机或键盘上输入，客服不问、不听、不记。",
    en: "Have customers enter it themselves, on their phone or keypad; an agent neither asks for it nor hears it.",
  },
  message: {
    zh: "“{said}”是在索要密码或验证码。任何时候都不能问。",
    en: "“{said}” asks for a secret. An agent never does, for any reason.",
    bad: [{ text: "客服: 请⟦告诉我您的密码⟧。" }, { text: "agent: ⟦What's your password⟧?" }],
  },
  good: [
    "客服: 请您在手机上自行输入密码。",
    "客服: 请不要把验证码告诉任何人。",
    "agent: Please enter your PIN on your keypad; I will not ask you for it.",
  ],
});
