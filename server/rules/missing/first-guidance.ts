import { act, action, anyOf, never } from "../pattern.ts";
import { required } from "../required.ts";

/** What to do until help is there may be said before it is sent or after. */
export default required({
  id: "missing/first-guidance",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: anyOf(action("dispatch", "notify", "escalate"), act("promise")),
    firstOnly: true,
    response: act("give-guidance"),
  },
  asked: ({ scenario }) => scenario === "rescue",
  severity: "warning",
  title: { zh: "派了人，没有告诉客户先怎么做", en: "Help is sent, and nobody says what to do until then" },
  why: {
    zh: "救援在路上还要一段时间。先打开双闪、人退到护栏外、关掉阀门，这几句话可能就是安全和出事的差别。",
    en: "Help takes a while. Hazard lights, behind the barrier, turn off the valve: those words may keep people safe until then.",
  },
  fix: {
    zh: "问清险情之后，告诉客户救援到达之前先做什么、不要做什么。",
    en: "Once you know what happened, say what to do, and what not to do, until help is there.",
  },
  message: {
    zh: "救援安排好了，到结束也没有告诉客户在那之前先怎么做{path}。",
    en: "Help is arranged, and up to the end nobody says what to do until it is there{path}.",
    bad: [
      {
        text: "场景: 救援\n## 接听\n客服: 您现在在什么位置，发生了什么情况？\n客户: 高速上，车抛锚了。\n⟦[派单 拖车]⟧\n客服: 拖车四十分钟内到。\n-> 结束",
        fixed:
          "场景: 救援\n## 接听\n客服: 您现在在什么位置，发生了什么情况？\n客户: 高速上，车抛锚了。\n客服: 请您先打开双闪，所有人到护栏外面等候，不要留在车上。\n[派单 拖车]\n客服: 拖车四十分钟内到。\n-> 结束",
      },
      {
        text: "场景: 救援\n## 接听\n客服: 您现在在什么位置，发生了什么情况？\n? 是什么情况\n- 漏气\n  客服: 请您先关上总阀门，打开窗户通风。\n- 停水\n  客服: 好的。\n⟦[通知 抢修队 10分钟内]⟧\n-> 结束",
      },
      {
        text: "scenario: rescue\n## call\nagent: Where are you now, and what happened?\ncustomer: On the motorway, a flat tyre.\n⟦[dispatch a tow truck]⟧\nagent: The truck is there within 40 minutes.\n-> end",
      },
    ],
  },
  begins: { zh: "在这里安排救援", en: "help is arranged here" },
  say: { act: "give-guidance", place: "ahead" },
  good: [
    "场景: 救援\n## 接听\n客服: 您现在在什么位置，发生了什么情况？\n客户: 高速上，车抛锚了。\n[派单 拖车]\n客服: 请您打开双闪，人撤到护栏外。\n-> 结束",
    "场景: 救援\n## 接听\n客服: 您现在在什么位置，发生了什么情况？\n客户: 家里漏气。\n=> 安全\n[通知 抢修队 10分钟内]\n-> 结束\n## 安全\n客服: 请您先关闭总阀门，不要开灯。\n",
    "场景: 投诉\n## 接听\n客户: 我要投诉。\n[通知 维修部 10分钟内]\n-> 结束",
    "scenario: rescue\n## call\nagent: Where are you now, and what happened?\ncustomer: On the motorway, a flat tyre.\nagent: Please switch on your hazard lights and wait behind the barrier.\n[dispatch a tow truck]\n-> end",
    "scenario: complaint\n## call\ncustomer: It leaks.\n[dispatch a plumber]\n-> end",
  ],
});
