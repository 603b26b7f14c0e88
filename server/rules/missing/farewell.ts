import { cutShort, goodbye, isWholeCall } from "../occasions.ts";
import { act, anyOf } from "../pattern.ts";
import { required } from "../required.ts";

/** Where the customer says goodbye and gets no answer, that is told, and not this as well. */
export default required({
  id: "missing/farewell",
  obligation: { pattern: "existence", of: anyOf(act("farewell"), goodbye, cutShort) },
  // A visitor who is received goes on into the house; who sees them out says goodbye.
  asked: ({ scenario }, document) => scenario !== "reception" && isWholeCall(document),
  severity: "warning",
  title: { zh: "结束时没有道别", en: "No farewell" },
  why: {
    zh: "事情办完就没了声音，客户不知道算不算说完了。一句“再见”，给这次服务收个尾。",
    en: "When the words just stop, the customer wonders whether that was all. A goodbye closes the service.",
  },
  fix: {
    zh: "结束之前感谢来电并道别，等客户先挂机。",
    en: "Thank the customer and say goodbye, and let them hang up first.",
  },
  message: {
    zh: "这条路到结束也没有道别{path}。",
    en: "This path ends without a goodbye{path}.",
    bad: [
      {
        text: "渠道: 电话\n## 解答\n客户: 请问几点开门？\n客服: 九点开门。\n⟦[挂机 客户]⟧\n-> 结束",
        fixed:
          "渠道: 电话\n## 解答\n客户: 请问几点开门？\n客服: 九点开门。\n客服: 感谢您的来电，祝您生活愉快，再见。\n[挂机 客户]\n-> 结束",
      },
      {
        text: "渠道: 电话\n## 解答\n? 问什么\n- 时间\n  ⟦客服: 九点。⟧\n- 地点\n  客服: 在中山路。",
      },
      {
        text: "channel: phone\n## answer\ncustomer: When do you open?\nagent: At nine.\n⟦[hang-up customer]⟧\n-> end",
        fixed:
          "channel: phone\n## answer\ncustomer: When do you open?\nagent: At nine.\nagent: Thank you for calling. Goodbye.\n[hang-up customer]\n-> end",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["感谢您的来电，祝您生活愉快，再见。"],
    en: ["Thank you for calling. Goodbye."],
    place: "before",
  },
  good: [
    "渠道: 电话\n## 解答\n客服: 九点开门，谢谢您的来电，再见。\n[挂机 客户]\n-> 结束",
    "渠道: 电话\n## 解答\n? 问什么\n- 时间\n  客服: 九点。\n- 账单\n  [转接 财务部]\n  -> 结束\n=> 收尾\n-> 结束\n## 收尾\n客服: 祝您生活愉快，再见。\n",
    "渠道: 电话\n方向: 呼出\n## 开场\n? 有人接吗\n- 没人接\n  [回电 明天上午]\n- 接了\n  客服: 打扰您了，再见。\n-> 结束",
    "channel: phone\n## answer\nagent: At nine. Thank you for calling, goodbye.\n[hang-up customer]\n-> end",
    "# Opening hours\n## answer\nagent: At nine.",
  ],
});
