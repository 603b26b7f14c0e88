import { isPhone, isWholeCall } from "../occasions.ts";
import { act, agentTurn, customerTurn } from "../pattern.ts";
import { required } from "../required.ts";

/** Who has already begun to tell what it is about needs no invitation, so a call that the customer opens is left alone. */
export default required({
  id: "missing/offer-of-help",
  obligation: {
    pattern: "response",
    when: agentTurn,
    firstOnly: true,
    unlessAfter: customerTurn,
    response: act("offer-help", "encourage-account", "ask-open"),
    within: 1,
  },
  asked: (facts, document) => isPhone(facts) && facts.direction === "inbound" && isWholeCall(document),
  severity: "information",
  title: { zh: "没有请客户说出来意", en: "No offer of help" },
  why: {
    zh: "报完家门就不作声，客户得自己找话头。一句“请问有什么可以帮您”，把话筒递给客户。",
    en: "After the name there is a silence that the customer has to fill. An offer of help hands over the word.",
  },
  fix: { zh: "开场的最后一句问客户需要什么帮助。", en: "End the opening by asking what you can do." },
  message: {
    zh: "开场没有问客户需要什么帮助{path}。",
    en: "The opening does not ask what the customer needs{path}.",
    bad: [
      {
        text: "渠道: 电话\n方向: 呼入\n## 开场\n⟦客服⟧: 您好，这里是客服中心，我姓李。\n客户: 我想查快递。\n客服: 好的，我来查询。\n-> 结束",
      },
      {
        text: "渠道: 电话\n方向: 呼入\n## 开场\n? 是老客户吗\n- 是\n  客服: 您好，客服中心，请问有什么可以帮您？\n- 不是\n  ⟦客服⟧: 您好，客服中心。\n  客户: 我想买一台。\n  客服: 好的。\n-> 结束",
      },
      {
        text: "channel: phone\ndirection: inbound\n## opening\n⟦agent⟧: Good morning, Harbour Bank, my name is Anna.\ncustomer: I need a new card.\nagent: Certainly.\n-> end",
      },
    ],
  },
  begins: { zh: "客服在这里开口", en: "the agent begins here" },
  say: { zh: ["请问有什么可以帮您？"], en: ["How can I help you?"], place: "after" },
  good: [
    "渠道: 电话\n方向: 呼入\n## 开场\n客服: 您好，这里是客服中心，请讲。\n-> 结束",
    "渠道: 电话\n方向: 呼入\n## 开场\n客户: 喂，我的车坏在路上了！\n客服: 您好，这里是救援中心，我马上为您安排。\n-> 结束",
    "渠道: 电话\n方向: 呼出\n## 开场\n客服: 您好，这里是客服中心，请问是李先生吗？\n客户: 是。\n客服: 打扰您了。\n-> 结束",
    "channel: phone\ndirection: inbound\n## opening\nagent: Good morning, Harbour Bank.\ncustomer: Hello?\nagent: How can I help you?\n-> end",
    "channel: phone\ndirection: inbound\n## opening\n=> welcome\nagent: Certainly.\n-> end\n## welcome\nagent: Good morning, how can I help you?\n",
  ],
});
