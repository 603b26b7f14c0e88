import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "argue",
  severity: "error",
  title: { zh: "顶撞、反问、不耐烦", en: "Arguing, retorting, losing patience" },
  why: {
    zh: "争赢了道理，就输掉了客户。反问和顶撞会让客户记住态度，忘记事情。",
    en: "Whoever wins the argument loses the customer. A retort makes people remember the tone and forget the matter.",
  },
  fix: {
    zh: "先接住情绪（您的心情我能理解），再回到怎么解决。",
    en: "Take up the feeling first (I understand how you feel), then go back to the remedy.",
  },
  message: {
    zh: "“{said}”是在跟客户顶撞。先表示理解，再谈怎么解决。",
    en: "“{said}” argues with the customer. Show that you understand, then turn to the remedy.",
    bad: [{ text: "客服: ⟦你这叫什么话⟧!" }, { text: "agent: ⟦I already told you⟧." }],
  },
  good: [
    "客服: 您的心情我能理解,我马上为您查一下原因。",
    "客户: 你这叫什么态度!",
    "agent: I understand how you feel. Let me put this right.",
  ],
});
