import { act } from "../pattern.ts";
import { required } from "../required.ts";

/** In an emergency what, where and when come before everything else. Who calls can be asked while help is on its way. */
export default required({
  id: "order/identity-before-incident",
  obligation: {
    pattern: "precedence",
    of: act("ask-identifying", "confirm-party"),
    first: act("ask-open", "ask-closed", "encourage-account"),
  },
  asked: ({ scenario }) => scenario === "rescue",
  severity: "warning",
  title: { zh: "救援电话先问资料，后问险情", en: "Identity before the emergency" },
  why: {
    zh: "人在路上等救援，先被问姓名、电话，耽误的是时间，急的是人。先问出了什么事、在哪里、什么时候。",
    en: "People on the road need help. What happened, where and when come first; names can wait.",
  },
  fix: {
    zh: "先问发生了什么、在什么位置、什么时候，再登记姓名和电话。",
    en: "Ask what happened, where and when, then for the name and number.",
  },
  message: {
    zh: "救援电话还没问清出了什么事、在哪里，就先问客户的资料{path}。",
    en: "An emergency call asks who is calling before what happened and where{path}.",
    bad: [
      {
        text: "场景: 救援\n## 接听\n客户: 我的车坏在路上了！\n客服: 请您别着急，⟦请问您的手机号码是多少⟧？\n客户: 就是这个。\n-> 结束",
        fixed:
          "场景: 救援\n## 接听\n客户: 我的车坏在路上了！\n客服: 请问发生了什么情况，您现在在什么位置？\n客服: 请您别着急，请问您的手机号码是多少？\n客户: 就是这个。\n-> 结束",
      },
      {
        text: "场景: 救援\n## 接听\n? 有人受伤吗\n- 有\n  客服: 您现在在什么位置？\n- 没有\n  客服: 好的。\n客服: ⟦请问您的车牌号是多少⟧？\n-> 结束",
      },
      {
        text: "scenario: rescue\n## call\ncustomer: My car broke down!\nagent: ⟦May I have your phone number⟧?\ncustomer: It's this one.\n-> end",
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
    "场景: 救援\n## 接听\n客户: 我的车坏在路上了！\n客服: 您现在在什么位置？\n客户: 高速上。\n客服: 请问您的手机号码是多少？\n-> 结束",
    "场景: 救援\n## 接听\n=> 险情\n客服: 请问您的手机号码是多少？\n-> 结束\n## 险情\n客服: 请问发生了什么情况？\n客户: 抛锚了。\n",
    "场景: 咨询\n## 接听\n客服: 请问您的手机号码是多少？\n-> 结束",
    "scenario: rescue\n## call\ncustomer: My car broke down!\nagent: Where are you now?\ncustomer: On the motorway.\nagent: May I have your phone number?\n-> end",
    "scenario: inquiry\n## call\nagent: May I have your phone number?\n-> end",
  ],
});
