import { isPhone, isWholeCall, someoneElse } from "../occasions.ts";
import { act, agentTurn, anyOf, end } from "../pattern.ts";
import { required } from "../required.ts";

/** Who calls out makes sure of the person before the matter: what concerns a customer is nobody else's business. */
export default required({
  id: "missing/party-check",
  obligation: {
    pattern: "response",
    when: agentTurn,
    firstOnly: true,
    unlessAfter: someoneElse,
    response: act("confirm-party"),
    before: anyOf(act("state-purpose", "ask-open", "ask-closed", "commit"), end),
  },
  asked: (facts, document) => isPhone(facts) && facts.direction === "outbound" && isWholeCall(document),
  severity: "warning",
  title: { zh: "打出去的电话没有核对对方是谁", en: "The person called is not asked for" },
  why: {
    zh: "接电话的不一定是本人。没有核对就说事，轻则白说一遍，重则把客户的事说给了别人。",
    en: "Whoever picks up need not be the customer. To speak of the matter first is to tell a stranger.",
  },
  fix: {
    zh: "问候、自报家门之后，先问“请问是……先生吗？”，再说来意。",
    en: "After greeting and introduction ask “Am I speaking with …?”, then say why you call.",
  },
  message: {
    zh: "没有核对接电话的是不是本人，就{before}{path}。",
    en: "The script goes on to {before} without asking who has picked up{path}.",
    bad: [
      {
        text: "渠道: 电话\n方向: 呼出\n## 开场\n⟦客服⟧: 您好，这里是客服中心，我姓李。给您来电是想做个回访。\n客户: 你说。\n-> 结束",
      },
      {
        text: "渠道: 电话\n方向: 呼出\n## 开场\n⟦客服⟧: 您好，这里是客服中心。\n? 是老客户吗\n- 是\n  客服: 请问是李先生吗？\n- 不是\n  客服: 给您来电是想介绍一下新套餐。\n-> 结束",
      },
      {
        text: "channel: phone\ndirection: outbound\n## opening\n⟦agent⟧: Good morning, this is Daniel from the billing team. I'm calling about your last bill.\ncustomer: Yes?\n-> end",
      },
    ],
  },
  begins: { zh: "客服在这里开口", en: "the agent begins here" },
  say: { zh: ["请问是……先生（女士）吗？"], en: ["Am I speaking with Mr or Mrs …?"] },
  good: [
    "渠道: 电话\n方向: 呼出\n## 开场\n客服: 您好，请问是李先生吗？我是客服中心的小王，给您来电是想做个回访。\n-> 结束",
    "渠道: 电话\n方向: 呼出\n## 开场\n客服: 您好，这里是客服中心。\n=> 核对\n客服: 给您来电是想做个回访。\n-> 结束\n## 核对\n客服: 请问您是王女士本人吗？\n客户: 是。\n",
    "渠道: 电话\n方向: 呼出\n## 拨打\n? 谁接的\n- 小孩接的\n  客服: 你好，小朋友，我晚上七点再打来，好吗？\n  -> 结束\n- 大人\n  客服: 您好，请问是李先生吗？\n-> 结束",
    "渠道: 电话\n方向: 呼入\n## 开场\n客服: 您好，这里是客服中心。\n-> 结束",
    "channel: phone\ndirection: outbound\n## opening\nagent: Good morning, am I speaking with Mrs Patel? This is Daniel from the billing team.\n? What\n- yes\n  agent: I'm calling about your last bill.\n- wrong number\n  agent: I'm sorry to have troubled you. Goodbye.\n-> end",
    "channel: phone\ndirection: inbound\n## opening\nagent: Good morning, this is the billing team.\n-> end",
  ],
});
