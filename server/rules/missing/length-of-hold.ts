import { act, action } from "../pattern.ts";
import { required } from "../required.ts";

/** The time in the brackets of an action is for the agent; the customer has to hear one. */
export default required({
  id: "missing/length-of-hold",
  obligation: { pattern: "precedence", of: action("hold"), first: act("give-time"), each: true },
  severity: "warning",
  title: { zh: "没有说明要等多久", en: "A hold of unknown length" },
  why: {
    zh: "“稍等”是多久？客户拿着电话没有底，过半分钟就想挂。说“大约两分钟”，等的人心里有数。",
    en: "How long is a moment? With “about two minutes” the customer can decide, and will still be there.",
  },
  fix: { zh: "让客户等候之前，说出大约要几分钟。", en: "Before the hold say about how many minutes it takes." },
  message: {
    zh: "没有告诉客户大约要等多久，就让客户等候{path}。",
    en: "The customer is put on hold without being told for how long{path}.",
    bad: [
      {
        text: "## 查询\n客户: 我的包裹到哪里了？\n客服: 我需要问一下仓库，您方便稍等吗？\n客户: 可以。\n⟦[等候 2分钟]⟧\n客服: 感谢您的等候。",
        fixed:
          "## 查询\n客户: 我的包裹到哪里了？\n客服: 我需要问一下仓库，您方便稍等吗？\n客户: 可以。\n客服: 不好意思，我需要查一下，大约两分钟，您方便稍等吗？\n[等候 2分钟]\n客服: 感谢您的等候。",
      },
      {
        text: "## 查询\n? 仓库远吗\n- 近\n  客服: 我去问一下仓库，大约一分钟，您方便稍等吗？\n- 远\n  客服: 我去问一下仓库，您方便稍等吗？\n⟦[等候]⟧\n客服: 感谢您的等候。",
      },
      {
        text: "## query\ncustomer: Where is my parcel?\nagent: I need to ask the warehouse. Can you hold?\n⟦[hold 2 minutes]⟧\nagent: Thank you for holding.",
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
    "## 查询\n客服: 我需要问一下仓库，大约两分钟，您方便稍等吗？\n[等候 2分钟]\n客服: 感谢您的等候。",
    "## 查询\n=> 说明\n[等候 2分钟]\n客服: 感谢您的等候。\n-> 结束\n## 说明\n客服: 我去问一下仓库，您方便等两分钟吗？\n客户: 好。\n",
    "## query\nagent: I need to check the stock, which takes about two minutes. Can you hold?\n[hold 2 minutes]\nagent: Thank you for holding.",
    "## query\nagent: Can you hold?\ncustomer: No.\nagent: Then I'll write to you.",
  ],
});
