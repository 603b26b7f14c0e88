import { cutShort, goodbye, isWholeCall } from "../occasions.ts";
import { act, anyOf, customer, never } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * Who says that this is all, or says goodbye, has answered the question before it was asked. Where even the goodbye is
 * missing, that is told alone.
 */
export default required({
  id: "missing/anything-else",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: act("farewell"),
    response: anyOf(act("ask-anything-else"), customer("said-all"), goodbye, cutShort),
  },
  asked: ({ direction }, document) => direction !== "outbound" && isWholeCall(document),
  severity: "information",
  title: { zh: "结束前没有问还有没有别的需要", en: "Nobody asks whether there is anything else" },
  why: {
    zh: "客户打一次电话不容易。问一句还有没有别的事，省得他放下电话又想起来。",
    en: "Getting through takes an effort. To ask for anything else saves the customer a second call.",
  },
  fix: { zh: "结束之前问一句“请问还有其他可以帮您的吗？”。", en: "Before the end ask whether there is anything else." },
  message: {
    zh: "没有问客户还有没有别的需要，就道别{path}。",
    en: "The agent says goodbye without asking whether there is anything else{path}.",
    bad: [
      {
        text: "渠道: 电话\n## 解答\n客户: 请问几点开门？\n客服: 九点开门。\n客户: 好的。\n客服: 谢谢您的来电，⟦再见⟧。\n[挂机 客户]\n-> 结束",
        fixed:
          "渠道: 电话\n## 解答\n客户: 请问几点开门？\n客服: 九点开门。\n客户: 好的。\n客服: 请问还有其他可以帮您的吗？\n客服: 谢谢您的来电，再见。\n[挂机 客户]\n-> 结束",
      },
      {
        text: "渠道: 电话\n## 解答\n? 问什么\n- 时间\n  客服: 九点。请问还有其他可以帮您的吗？\n  -> 结束\n- 地点\n  客服: 在中山路。\n  客服: 谢谢您的来电，⟦再见⟧。\n  -> 结束",
        fixed:
          "渠道: 电话\n## 解答\n? 问什么\n- 时间\n  客服: 九点。请问还有其他可以帮您的吗？\n  -> 结束\n- 地点\n  客服: 在中山路。\n  客服: 请问还有其他可以帮您的吗？\n  客服: 谢谢您的来电，再见。\n  -> 结束",
      },
      {
        text: "channel: phone\n## answer\ncustomer: When do you open?\nagent: At nine. Thank you for calling, ⟦goodbye⟧.\n[hang-up customer]\n-> end",
      },
    ],
  },
  begins: { zh: "客服在这里道别", en: "the agent says goodbye here" },
  say: {
    zh: ["请问还有其他可以帮您的吗？"],
    en: ["Is there anything else I can help you with?"],
    place: "ahead",
  },
  good: [
    "渠道: 电话\n## 解答\n客服: 九点。请问还有其他可以帮您的吗？\n-> 结束",
    "渠道: 电话\n## 解答\n客服: 九点。\n? 客户怎么说\n- 没有别的了\n  客服: 再见。\n- 还有问题\n  => 再问\n-> 结束\n## 再问\n客服: 除了这件事，您还有别的需要吗？\n",
    "渠道: 电话\n方向: 呼出\n## 开场\n客服: 打扰您了，再见。\n-> 结束",
    "channel: phone\n## answer\nagent: At nine. Is there anything else I can help you with?\n-> end",
    "channel: phone\n## answer\ncustomer: Sorry, wrong number.\nagent: No problem, goodbye.\n-> end",
  ],
});
