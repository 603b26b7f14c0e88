import { isPhone, isWholeCall } from "../occasions.ts";
import { act, action } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * Whoever is to be called back or visited has to be known. Who calls out knows it, and who only writes something down
 * may not need it.
 */
export default required({
  id: "missing/caller-details",
  obligation: {
    pattern: "precedence",
    of: action("call-back", "follow-up", "dispatch"),
    first: act("confirm-party", "ask-identifying"),
  },
  asked: (facts, document) => isPhone(facts) && facts.direction === "inbound" && isWholeCall(document),
  severity: "warning",
  title: { zh: "没有问来电者是谁就约了后续", en: "Something is arranged for a caller who was not asked for a name" },
  why: {
    zh: "约好了回电或上门，却没有问过是谁、怎么联系，到时候找不到人，客户白等一场。",
    en: "A call back or a visit is arranged, and nobody knows for whom. The customer will wait in vain.",
  },
  fix: { zh: "约定之前问清姓名和联系方式。", en: "Ask for the name and a number before you arrange anything." },
  message: {
    zh: "没有问过客户是谁、怎么联系，就安排了后续{path}。",
    en: "Something is arranged, and the caller was never asked who they are or how to reach them{path}.",
    bad: [
      {
        text: "渠道: 电话\n方向: 呼入\n## 开场\n客户: 热水器不热。\n客服: 我明天上午给您回电，您看可以吗？\n⟦[回电 明天上午: 告知结果]⟧\n-> 结束",
        fixed:
          "渠道: 电话\n方向: 呼入\n## 开场\n客户: 热水器不热。\n客服: 我明天上午给您回电，您看可以吗？\n客服: 为了能联系到您，请问您贵姓，您的手机号码是多少？\n[回电 明天上午: 告知结果]\n-> 结束",
      },
      {
        text: "渠道: 电话\n方向: 呼入\n## 开场\n? 在保修期内吗\n- 在\n  客服: 请问您贵姓，您的地址是哪里？\n- 不在\n  客服: 检测费五十元。\n⟦[派单 维修部]⟧\n-> 结束",
      },
      {
        text: "channel: phone\ndirection: inbound\n## opening\ncustomer: The boiler is cold.\nagent: I'll call you back tomorrow at ten.\n⟦[call-back tomorrow 10:00]⟧\n-> end",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["为了能联系到您，请问您贵姓，您的手机号码是多少？"],
    en: ["So that we can reach you, may I have your name and your phone number?"],
    place: "before",
  },
  good: [
    "渠道: 电话\n方向: 呼入\n## 开场\n客服: 请问怎么称呼您？\n客户: 姓李。\n客服: 李先生，我明天上午给您回电。\n[回电 明天上午]\n-> 结束",
    "渠道: 电话\n方向: 呼入\n## 开场\n=> 登记\n[派单 维修部]\n-> 结束\n## 登记\n客服: 因为要登记，请您报一下手机号码，好吗？\n客户: 就是这个号。\n",
    "渠道: 在线\n## 开场\n客服: 我明天上午给您回电。\n[回电 明天上午]\n-> 结束",
    "channel: phone\ndirection: inbound\n## opening\nagent: May I have your phone number?\ncustomer: It's this one.\n[call-back tomorrow 10:00]\n-> end",
    "channel: phone\ndirection: outbound\n## opening\nagent: I'll call again tomorrow at ten.\n[call-back tomorrow 10:00]\n-> end",
  ],
});
