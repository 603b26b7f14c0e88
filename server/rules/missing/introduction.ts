import { isPhone, isWholeCall, someoneElse } from "../occasions.ts";
import { act, agentTurn } from "../pattern.ts";
import { required } from "../required.ts";

/** On the telephone nobody sees whom they have reached, whoever has dialled; in a chat the window says it. */
export default required({
  id: "missing/introduction",
  obligation: {
    pattern: "response",
    when: agentTurn,
    firstOnly: true,
    unlessAfter: someoneElse,
    response: act("introduce"),
    within: 1,
  },
  asked: (facts, document) => isPhone(facts) && isWholeCall(document),
  severity: "warning",
  title: { zh: "没有自报家门", en: "No introduction" },
  why: {
    zh: "电话里看不见人。不说单位和自己是谁，客户不知道找对了没有，也不知道事情该问谁。",
    en: "On the phone nobody sees whom they have reached. Without a company and a name the customer cannot tell whether it is the right place.",
  },
  fix: {
    zh: "问候之后报出单位（或部门）和自己的姓或工号。",
    en: "After the greeting name the company or department, and yourself.",
  },
  message: {
    zh: "电话接通后，客服没有报出单位和自己是谁{path}。",
    en: "The call is open and the agent has not said which company this is, and who is speaking{path}.",
    bad: [
      {
        text: "渠道: 电话\n方向: 呼入\n## 开场\n⟦客服⟧: 您好，请问您需要什么帮助？\n客户: 我想查快递。\n客服: 好的，请您报一下单号。\n-> 结束",
      },
      {
        text: "渠道: 电话\n## 开场\n? 什么时候\n- 白天\n  客服: 您好，这里是客服中心，我姓李。\n- 夜间\n  ⟦客服⟧: 您好。\n  客户: 喂？\n  客服: 请讲。\n-> 结束",
      },
      {
        text: "channel: phone\n## opening\n⟦agent⟧: Good morning, how can I help you?\ncustomer: Where is my parcel?\nagent: May I have the number?\n-> end",
      },
    ],
  },
  begins: { zh: "客服在这里开口", en: "the agent begins here" },
  say: { act: "introduce", place: "ahead" },
  good: [
    "渠道: 电话\n## 开场\n客服: 您好，这里是客户服务中心，我姓李。\n-> 结束",
    "渠道: 电话\n## 开场\n客服: 您好。\n客户: 喂？\n客服: 这里是客户服务中心，请问有什么可以帮您？\n-> 结束",
    "渠道: 在线\n## 开场\n客服: 您好，请问您需要什么帮助？\n-> 结束",
    {
      text: "渠道: 电话\n引用 公共: ./common.sscript\n## 开场\n=> 公共#问候\n客服: 请问您的订单号是多少？\n-> 结束",
      files: { "common.sscript": "类型: 片段\n## 问候\n客服: 您好，这里是客户服务中心。\n" },
    },
    "channel: phone\n## opening\nagent: Good morning, Harbour Bank, my name is Anna, how can I help you?\n-> end",
    "渠道: 电话\n方向: 呼出\n## 拨打\n? 谁接的\n- 打错了\n  客服: 打扰您了，再见。\n  -> 结束\n- 本人\n  客服: 您好，这里是客户服务中心，我姓李。\n-> 结束",
    "## opening\nagent: Good morning, how can I help you?\ncustomer: Where is my parcel?\nagent: Let me look.",
  ],
});
