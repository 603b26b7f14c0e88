import { act, action } from "../pattern.ts";
import { required } from "../required.ts";

/** One question about the incident at the least: nobody should be sent out with only what the customer cried out. */
export default required({
  id: "missing/incident-facts",
  obligation: {
    pattern: "precedence",
    of: action("dispatch", "notify", "escalate", "transfer"),
    first: act("ask-open", "ask-closed", "encourage-account"),
  },
  asked: ({ scenario }) => scenario === "rescue",
  severity: "error",
  title: { zh: "没有问清险情就派人", en: "Help is sent without asking what happened" },
  why: {
    zh: "不知道是什么事、在哪里、什么时候，派出去的人找不到地方，也带不对工具。",
    en: "Without what, where and when, help goes to the wrong place with the wrong tools.",
  },
  fix: {
    zh: "派单或通知之前，问清发生了什么、在什么位置、什么时候。",
    en: "Before anybody is sent or told, ask what happened, where and when.",
  },
  message: {
    zh: "没有问清出了什么事、在哪里、什么时候，就派人去办{path}。",
    en: "Somebody is sent or told, and nobody asked what happened, where and when{path}.",
    bad: [
      {
        text: "场景: 救援\n## 接听\n客户: 我的车坏在路上了！\n客服: 好的，马上为您安排。\n⟦[派单 拖车]⟧\n-> 结束",
        fixed:
          "场景: 救援\n## 接听\n客户: 我的车坏在路上了！\n客服: 好的，马上为您安排。\n客服: 请问发生了什么情况，您现在在什么位置？\n[派单 拖车]\n-> 结束",
      },
      {
        text: "场景: 救援\n## 接听\n? 客户说清位置了吗\n- 没有\n  客服: 您现在在什么位置？\n- 说了\n  客服: 好的。\n⟦[通知 救援队 10分钟内]⟧\n-> 结束",
      },
      {
        text: "scenario: rescue\n## call\ncustomer: My car broke down!\nagent: Help is on its way.\n⟦[dispatch a tow truck]⟧\n-> end",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["请问发生了什么情况，您现在在什么位置？"],
    en: ["What happened, and where are you now?"],
    place: "before",
  },
  good: [
    "场景: 救援\n## 接听\n客服: 您现在在什么位置，车是什么时候抛锚的？\n客户: 高速上，刚才。\n[派单 拖车]\n-> 结束",
    "场景: 救援\n## 接听\n=> 险情\n[通知 救援队 10分钟内]\n-> 结束\n## 险情\n客服: 请问发生了什么情况？\n客户: 抛锚了。\n",
    "场景: 咨询\n## 接听\n[派单 拖车]\n-> 结束",
    "scenario: rescue\n## call\nagent: Where are you now, and what happened?\ncustomer: On the motorway, a flat tyre.\n[dispatch a tow truck]\n-> end",
    "scenario: inquiry\n## call\n[dispatch a brochure]\n-> end",
  ],
});
