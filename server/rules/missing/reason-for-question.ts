import { act, action, anyOf, customerTurn, end, never } from "../pattern.ts";
import { required } from "../required.ts";

/** A reason once given holds for the call. In writing the form asks, and the reason is on the screen. */
export default required({
  id: "missing/reason-for-question",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: act("ask-identifying"),
    firstOnly: true,
    response: act("give-reason", "explain"),
    before: anyOf(customerTurn, action("record", "look-up", "hold", "dispatch"), end),
  },
  asked: ({ channels }) => channels.length === 0 || channels.includes("phone") || channels.includes("face-to-face"),
  severity: "information",
  title: { zh: "问资料没有说明为什么要问", en: "A question for data without a reason" },
  why: {
    zh: "张口就要电话、证件号，客户会想：你要这个做什么？说一句“因为要登记”，客户才放心告诉你。",
    en: "Asked for a number out of the blue, people wonder what it is for. With a reason they give it gladly.",
  },
  fix: {
    zh: "问之前先说用途，如“因为要登记”“为了查到您的订单”。",
    en: "Say first what it is for: “So that I can find your order …”.",
  },
  message: {
    zh: "问客户的资料，没有说明用来做什么{path}。",
    en: "The customer is asked for data and not told what for{path}.",
    bad: [
      {
        text: "## 登记\n客户: 热水器不热。\n客服: ⟦请问您的手机号码是多少⟧？\n客户: 就是这个。",
        fixed:
          "## 登记\n客户: 热水器不热。\n客服: 为了登记您的情况，我需要核对一下资料。\n客服: 请问您的手机号码是多少？\n客户: 就是这个。",
      },
      {
        text: "## 登记\n? 是会员吗\n- 是\n  客服: 为了查到您的订单，请您报一下订单号，好吗？\n- 不是\n  客服: ⟦请您报一下身份证号⟧。\n  客户: 要这个做什么？",
      },
      {
        text: "## desk\ncustomer: The boiler is cold.\nagent: ⟦May I have your phone number⟧?\ncustomer: It's this one.",
      },
    ],
  },
  begins: { zh: "在这里问资料", en: "the question is asked here" },
  say: {
    zh: ["为了登记您的情况，我需要核对一下资料。"],
    en: ["So that I can find your record, I need one or two details."],
    place: "ahead",
  },
  good: [
    "## 登记\n客服: 因为要登记，请问您的手机号码是多少？\n客户: 就是这个。\n客服: 请问您的地址是哪里？",
    "## 登记\n客服: 请问您的手机号码是多少？方便师傅提前联系您。\n客户: 就是这个。",
    "## 登记\n=> 说明\n客服: 请您报一下订单号，好吗？\n-> 结束\n## 说明\n客服: 为了查到您的订单，我要核对一下。\n",
    "渠道: 在线\n## 登记\n客服: 请提供一下订单号。",
    "## desk\nagent: So that I can find your order, may I have the order number?\ncustomer: 2031.",
    "## desk\nagent: Am I speaking with Mrs Patel?\ncustomer: Yes.",
  ],
});
