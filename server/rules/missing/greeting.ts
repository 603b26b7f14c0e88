import { beginsWithGreeting, isWholeCall, someoneElse } from "../occasions.ts";
import { act, agentTurn } from "../pattern.ts";
import { required } from "../required.ts";

/** Every call begins with a greeting, by telephone, in a chat and across a counter, of customers and of colleagues. */
export default required({
  id: "missing/greeting",
  obligation: {
    pattern: "response",
    when: agentTurn,
    firstOnly: true,
    unlessAfter: someoneElse,
    response: act("greet"),
    within: 1,
  },
  asked: (_, document) => isWholeCall(document) || (document.script.transcript && beginsWithGreeting(document)),
  severity: "warning",
  title: { zh: "开头没有问候", en: "No greeting" },
  why: {
    zh: "客户听到的第一句就是你们的门面。没有一声“您好”，后面再周到，也像是被打断了才来应付。",
    en: "The first words are your front door. Without a greeting the customer feels like an interruption.",
  },
  fix: { zh: "客服的第一句先问候客户。", en: "Let the agent's first words greet the customer." },
  message: {
    zh: "客服开口没有先问候客户{path}。",
    en: "The agent begins without greeting the customer{path}.",
    bad: [
      {
        text: "渠道: 电话\n## 开场\n⟦客服⟧: 请问您的订单号是多少？\n客户: 2031。\n客服: 包裹今天下午送到。\n-> 结束",
        fixed:
          "渠道: 电话\n## 开场\n客服: 您好，这里是客户服务中心，请问有什么可以帮到您？\n客服: 请问您的订单号是多少？\n客户: 2031。\n客服: 包裹今天下午送到。\n-> 结束",
      },
      {
        text: "渠道: 在线\n## 开场\n? 客户从哪里来\n- 首页\n  客服: 您好，欢迎光临。\n- 订单页\n  ⟦客服⟧: 请发一下订单号。\n-> 结束",
      },
      {
        text: "渠道: 电话\n场景: 内部\n角色 仓库: 同事\n## 开场\n⟦客服⟧: 昨天那批货发了没有？\n仓库: 发了。\n-> 结束",
      },
      {
        text: "channel: phone\n## opening\n⟦agent⟧: What is your order number?\ncustomer: 2031.\nagent: It will arrive this afternoon.\n-> end",
        fixed:
          "channel: phone\n## opening\nagent: Good morning, how can I help you?\nagent: What is your order number?\ncustomer: 2031.\nagent: It will arrive this afternoon.\n-> end",
      },
    ],
  },
  begins: { zh: "客服在这里开口", en: "the agent begins here" },
  say: {
    zh: ["您好，这里是客户服务中心，请问有什么可以帮到您？"],
    en: ["Good morning, how can I help you?"],
    place: "ahead",
  },
  good: [
    "渠道: 电话\n## 开场\n[接起 铃响3声内]\n客户: 喂？\n客服: 您好，这里是客户服务中心。\n-> 结束",
    "类型: 片段\n渠道: 电话\n## 报订单号\n客服: 请问您的订单号是多少？\n",
    "# 订单号\n## 核对\n客服: 请问您的订单号是多少？",
    {
      text: "渠道: 电话\n引用 公共: ./common.sscript\n## 开场\n=> 公共#问候\n客服: 请问您的订单号是多少？\n-> 结束",
      files: { "common.sscript": "类型: 片段\n## 问候\n客服: 您好，这里是客户服务中心。\n" },
    },
    "渠道: 电话\n场景: 内部\n角色 仓库: 同事\n## 开场\n客服: 您好，我是售后部的小李。\n仓库: 你好。\n-> 结束",
    "channel: chat\n## opening\ncustomer: Where is my parcel?\nagent: Hello, and thank you for writing to us.\n-> end",
    "agent: What is your order number?\ncustomer: 2031.",
  ],
});
