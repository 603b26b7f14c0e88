import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "blame",
  severity: "error",
  title: { zh: "把责任推到客户身上", en: "Blaming the customer" },
  why: {
    zh: "客户是来求助的，不是来认错的。一句“是你的问题”，再小的事也会变成投诉。",
    en: "Customers come for help, not to plead guilty. “That's your fault” turns a small matter into a complaint.",
  },
  fix: {
    zh: "用“我”开头，只谈事实：我想先确认一下使用的情况，好吗？",
    en: "Begin with “I” and keep to the facts: may I check how it was set up?",
  },
  message: {
    zh: "“{said}”是在怪客户。改用“我”开头，一起把情况弄清楚。",
    en: "“{said}” blames the customer. Begin with “I”, and find out together what happened.",
    bad: [{ text: "客服: ⟦肯定是你手机的问题⟧。" }, { text: "agent: ⟦You must have done⟧ something wrong." }],
  },
  good: [
    "客服: 我想先确认一下您手机的使用环境,好吗?",
    "客户: 肯定是你们的问题。",
    "agent: May I check together with you how it was set up?",
  ],
});
