import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "familiar-address",
  severity: "warning",
  only: "zh",
  // In chats people are less formal with each other, and customers take it for friendliness. A script that does not say
  // where it is spoken may be a chat, so 你 is a fault only where it says that it is not; 喂 is one on every telephone.
  severityIn: ({ channels }, said) =>
    channels.every((channel) => channel === "chat") && (said === "你" || channels.length > 0)
      ? "information"
      : "warning",
  title: { zh: "用“你”“喂”称呼客户", en: "Too familiar an address (Chinese only)" },
  why: {
    zh: "“您”和“你”差一个字，客户一开口就听得出来这家单位有没有规矩。",
    en: "Chinese has a polite word for “you”; customers hear within one word whether they get it. English has no such pair, so the rule is silent there.",
  },
  fix: {
    zh: "称“您”，知道姓氏就称“李先生”“王女士”。在线聊天的话术、没写渠道的话术里，“你”只作提示。",
    en: "Use the polite form; once the surname is known, use it with the title. In a chat, and where no channel is stated, it is only pointed out.",
  },
  message: {
    zh: "“{said}”太随便，称呼客户用“您”，知道姓氏就加上“先生”“女士”。",
    en: "“{said}” is too familiar; address the customer with the polite form.",
    bad: [
      { text: "客服: 请问⟦你⟧贵姓?", fixed: "客服: 请问您贵姓?" },
      { text: "客服: ⟦喂⟧，请讲。", fixed: "客服: 您好，请讲。" },
    ],
  },
  good: ["客服: 李先生,您好。", "客户: 你好。", "客服: 您刚才说“你们不管”,是吗?"],
  mend: (said) => [/^喂/.test(said) ? "您好" : "您"],
});
