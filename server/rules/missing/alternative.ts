import { passedOn } from "../occasions.ts";
import { act, anyOf, never } from "../pattern.ts";
import { required } from "../required.ts";

/** What can be done may stand before the no or right after it. Flat refusals have a finding of their own. */
export default required({
  id: "missing/alternative",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: act("refuse"),
    response: anyOf(
      act("offer-alternative", "offer-solution", "commit", "name-receiver", "ask-customer-view", "ask-consent"),
      act("flat-refusal"),
      passedOn,
    ),
    within: 1,
  },
  severity: "warning",
  title: { zh: "拒绝之后没有别的办法", en: "A refusal without an alternative" },
  why: {
    zh: "门关上了，总要开一扇窗。说出现在能做到什么，客户才觉得没有白打这个电话。",
    en: "Where one door closes, show another. What you can do makes the call worth it.",
  },
  fix: {
    zh: "拒绝之后接着说“我现在可以做到的是……”或“您可以选择……”。",
    en: "Go on with “What I can do is …” or “You can choose between …”.",
  },
  message: {
    zh: "拒绝了客户，没有接着给出别的办法{path}。",
    en: "The customer is refused and not offered anything else{path}.",
    bad: [
      {
        text: "## 售后\n客户: 我想退货。\n客服: 很抱歉，这个型号⟦退不了⟧。\n客户: 那怎么办？\n客服: 厂家的检测报告是这样写的。\n-> 结束",
        fixed:
          "## 售后\n客户: 我想退货。\n客服: 很抱歉，这个型号退不了。\n客服: 我现在可以做到的是，先为您登记，明天上午给您回电。\n客户: 那怎么办？\n客服: 厂家的检测报告是这样写的。\n-> 结束",
      },
      {
        text: "## 售后\n客服: 很抱歉，这个型号⟦退不了⟧。\n? 客户怎么说\n- 想换新\n  客服: 您可以选择换一台新的，旧机折价。\n- 没说话\n  客服: 谢谢您的来电，再见。\n-> 结束",
      },
      {
        text: "## returns\ncustomer: I'd like to return it.\nagent: I'm sorry, ⟦we can't take it back⟧ because it has been opened.\ncustomer: Oh.\nagent: Goodbye.\n-> end",
      },
    ],
  },
  begins: { zh: "在这里拒绝", en: "the refusal is here" },
  say: { act: "offer-alternative", place: "after" },
  good: [
    "## 售后\n客户: 我想退货。\n客服: 很抱歉，这个型号退不了。您可以选择换货或者折价。\n-> 结束",
    "## 售后\n客户: 我想退货。\n客服: 很抱歉，这个型号退不了。\n=> 别的办法\n-> 结束\n## 别的办法\n客服: 我现在可以做到的是为您申请一张优惠券。\n",
    "## returns\ncustomer: I'd like to return it.\nagent: I'm sorry, we can't take it back because it has been opened. What I can do is exchange it.\n-> end",
    "## returns\ncustomer: I'd like to return it.\nagent: I'm sorry, we can't take it back because it has been opened.\n[escalate to the supervisor]\n-> end",
  ],
});
