import { cutShort, isWholeCall } from "../occasions.ts";
import { act, anyOf, never } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * Thanks anywhere in the call count: for the call itself, for waiting, for telling us. Where even the goodbye is missing,
 * that is told alone.
 */
export default required({
  id: "missing/thanks",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: act("farewell"),
    response: anyOf(act("thank", "thank-for-raising", "thank-for-waiting"), cutShort),
  },
  asked: (_, document) => isWholeCall(document),
  severity: "information",
  title: { zh: "从头到尾没有感谢客户", en: "No thanks in the whole call" },
  why: {
    zh: "客户打来、等候、配合核对，花的都是自己的时间。从头到尾没有一声谢谢，再热情也少了点什么。",
    en: "To call, to wait and to answer questions takes the customer's time. A call without one thank-you takes it for granted.",
  },
  fix: { zh: "结束时感谢客户的来电或配合。", en: "Thank the customer for calling before you say goodbye." },
  message: {
    zh: "道别之前，从头到尾没有感谢过客户{path}。",
    en: "The agent says goodbye, and has not thanked the customer once{path}.",
    bad: [
      {
        text: "渠道: 电话\n## 解答\n客户: 请问几点开门？\n客服: 九点开门。\n客户: 好的。\n客服: 好，⟦再见⟧。\n[挂机 客户]\n-> 结束",
        fixed:
          "渠道: 电话\n## 解答\n客户: 请问几点开门？\n客服: 九点开门。\n客户: 好的。\n客服: 感谢您的来电。\n客服: 好，再见。\n[挂机 客户]\n-> 结束",
      },
      {
        text: "渠道: 在线\n## 解答\n? 问什么\n- 时间\n  客服: 九点，感谢您的咨询。\n  -> 结束\n- 地点\n  客服: 在中山路，⟦再见⟧。\n  -> 结束",
      },
      {
        text: "channel: phone\n## answer\ncustomer: When do you open?\nagent: At nine. ⟦Goodbye⟧.\n[hang-up customer]\n-> end",
      },
    ],
  },
  begins: { zh: "客服在这里道别", en: "the agent says goodbye here" },
  say: { zh: ["感谢您的来电。"], en: ["Thank you for calling."], place: "ahead" },
  good: [
    "渠道: 电话\n## 解答\n客服: 九点开门，谢谢您的来电，再见。\n-> 结束",
    "渠道: 电话\n## 解答\n客服: 九点开门。\n=> 收尾\n-> 结束\n## 收尾\n客服: 谢谢您的来电，再见。\n",
    "channel: phone\n## answer\nagent: At nine. Thank you for calling, goodbye.\n-> end",
    "channel: phone\n## answer\n? What\n- hangs up\n  -> end\n- stays\n  agent: Thank you for holding. At nine.\n-> end",
  ],
});
