import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "over-promise",
  group: "sla",
  severity: "warning",
  title: { zh: "随口打包票", en: "A promise that nobody can keep" },
  why: {
    zh: "“保证”“百分之百”一出口，差一分钟、差一点点都是我们食言，录音里清清楚楚。",
    en: "Once “guaranteed” is said, being a minute late or a little short is a broken promise, and it is on the recording.",
  },
  fix: {
    zh: "说自己会做什么、什么时候做，不替结果打包票。",
    en: "Say what you will do and by when; do not vouch for the outcome.",
  },
  message: {
    zh: "“{said}”是打包票。说做得到的事和时间。",
    en: "“{said}” vouches for an outcome. Promise what you will do, and by when.",
    bad: [{ text: "客服: ⟦保证⟧今天给您解决。" }, { text: "agent: ⟦I guarantee⟧ it will be fixed today." }],
  },
  good: [
    "客服: 我会在半小时内给您回电,说明安排。",
    "客服: 我们一定尽力。",
    "客服: 欢迎您一定再来。",
    "客户: 你保证今天能解决?",
    "agent: I'll call you back within half an hour to tell you what happens next.",
  ],
});
