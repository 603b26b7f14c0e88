import { isPhone, isWholeCall, someoneElse } from "../occasions.ts";
import { act, agentTurn, anyOf, branch } from "../pattern.ts";
import { required } from "../required.ts";

/** An offer is its own purpose. A child who answers is asked for the parents, and does not need to know why. */
export default required({
  id: "missing/purpose",
  obligation: {
    pattern: "response",
    when: agentTurn,
    firstOnly: true,
    unlessAfter: someoneElse,
    response: anyOf(act("state-purpose", "offer-solution"), branch("child")),
    before: act("question"),
  },
  asked: (facts, document) => isPhone(facts) && facts.direction === "outbound" && isWholeCall(document),
  severity: "warning",
  title: { zh: "打出去的电话没有先说来意", en: "A call out that does not say why" },
  why: {
    zh: "客户放下手里的事接了电话，还不知道你为什么打来，就被问东问西，多半以为是骚扰电话。",
    en: "The customer has put something down to answer. To be asked things before knowing why sounds like a nuisance call.",
  },
  fix: {
    zh: "核对完对方，先用一句话说来意，再问问题。",
    en: "Once you know who it is, say in one sentence why you call. Then ask.",
  },
  message: {
    zh: "没有说明为什么打来，就{before}{path}。",
    en: "The script goes on to {before} without saying why the call is made{path}.",
    bad: [
      {
        text: "渠道: 电话\n方向: 呼出\n## 开场\n⟦客服⟧: 您好，这里是客服中心，请问是李先生吗？\n客户: 是。\n客服: 您家的热水器用得怎么样，漏不漏水？\n-> 结束",
        fixed:
          "渠道: 电话\n方向: 呼出\n## 开场\n客服: 您好，这里是客服中心，请问是李先生吗？\n客户: 是。\n客服: 给您来电是想做一个两分钟的回访，了解产品的使用情况。\n客服: 您家的热水器用得怎么样，漏不漏水？\n-> 结束",
      },
      {
        text: "渠道: 电话\n方向: 呼出\n## 开场\n⟦客服⟧: 您好，请问是李先生吗？\n? 现在方便吗\n- 方便\n  客服: 您上周收到的净水器装好了吗？\n- 不方便\n  客服: 不打扰您了，再见。\n-> 结束",
      },
      {
        text: "channel: phone\ndirection: outbound\n## opening\n⟦agent⟧: Good morning, am I speaking with Mrs Patel?\ncustomer: Yes.\nagent: How often do you use your boiler?\n-> end",
      },
    ],
  },
  begins: { zh: "客服在这里开口", en: "the agent begins here" },
  say: {
    zh: ["给您来电是想做一个两分钟的回访，了解产品的使用情况。"],
    en: ["I'm calling to ask how your new appliance is working. It takes two minutes."],
    place: "before",
  },
  good: [
    "渠道: 电话\n方向: 呼出\n## 开场\n客服: 您好，请问是李先生吗？给您来电是想做个回访。\n客户: 好。\n客服: 热水器用得怎么样，漏不漏水？\n-> 结束",
    "渠道: 电话\n方向: 呼出\n## 开场\n客服: 您好，请问是李先生吗？\n? 谁接的\n- 本人\n  客服: 给您来电是想了解一下安装的情况。\n  客服: 安装师傅是几点到的？\n- 小孩接电话\n  客服: 你好，小朋友，爸爸妈妈在家吗？\n-> 结束",
    "channel: phone\ndirection: outbound\n## opening\nagent: Am I speaking with Mrs Patel? I'm calling about the repair you had last week.\ncustomer: Yes.\nagent: How is it working now?\n-> end",
    "channel: phone\ndirection: outbound\n## opening\nagent: Am I speaking with Mrs Patel?\ncustomer: No, she is not in.\nagent: Thank you, I'll call again tomorrow at ten.\n-> end",
  ],
});
