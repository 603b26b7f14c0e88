import { act, action } from "../pattern.ts";
import { required } from "../required.ts";

/** The reason in the brackets of an action is for the agent; the customer has to hear one. */
export default required({
  id: "missing/reason-for-hold",
  obligation: { pattern: "precedence", of: action("hold"), first: act("give-reason", "explain"), each: true },
  severity: "information",
  title: { zh: "没有说明为什么要等", en: "A hold without a reason" },
  why: {
    zh: "不知道在等什么，一分钟也嫌长。知道你去查网络、问仓库，客户才觉得你在为他办事。",
    en: "A minute without a reason is long. Who knows that you are asking the warehouse knows that you are at work.",
  },
  fix: { zh: "让客户等候之前，说一句你要去做什么。", en: "Before the hold say what you are going to do." },
  message: {
    zh: "没有告诉客户为什么要等，就让客户等候{path}。",
    en: "The customer is put on hold without being told what for{path}.",
    bad: [
      {
        text: "## 查询\n客户: 我的包裹到哪里了？\n客服: 您方便等两分钟吗？\n客户: 可以。\n⟦[等候 2分钟: 问仓库]⟧\n客服: 感谢您的等候。",
        fixed:
          "## 查询\n客户: 我的包裹到哪里了？\n客服: 您方便等两分钟吗？\n客户: 可以。\n客服: 不好意思，我需要查一下，大约两分钟，您方便稍等吗？\n[等候 2分钟: 问仓库]\n客服: 感谢您的等候。",
      },
      {
        text: "## 查询\n? 客户急吗\n- 急\n  客服: 我需要查一下库存，大约一分钟，您方便等吗？\n- 不急\n  客服: 您方便等一分钟吗？\n⟦[等候 1分钟]⟧\n客服: 感谢您的等候。",
      },
      {
        text: "## query\ncustomer: Where is my parcel?\nagent: Can you hold for two minutes?\n⟦[hold 2 minutes: ask the warehouse]⟧\nagent: Thank you for holding.",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["不好意思，我需要查一下，大约两分钟，您方便稍等吗？"],
    en: ["I'm sorry, I need to check that, which takes about two minutes. Would you mind holding?"],
    place: "before",
  },
  good: [
    "## 查询\n客服: 我需要查询一下网络状况，大约两分钟，您方便稍等吗？\n[等候 2分钟]\n客服: 感谢您的等候。",
    "## 查询\n=> 说明\n[等候 2分钟]\n客服: 感谢您的等候。\n-> 结束\n## 说明\n客服: 我去问一下仓库，您方便等两分钟吗？\n客户: 好。\n",
    "## query\nagent: I need to check the stock, which takes two minutes. Can you hold?\n[hold 2 minutes]\nagent: Thank you for holding.",
    "## query\nagent: Can you hold?\ncustomer: No.\nagent: I'll call you back by 5 pm today.",
  ],
});
