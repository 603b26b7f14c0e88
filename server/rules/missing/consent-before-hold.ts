import { act, action } from "../pattern.ts";
import { required } from "../required.ts";

/** Every hold is asked for anew: who has waited once need not want to wait again. */
export default required({
  id: "missing/consent-before-hold",
  obligation: {
    pattern: "precedence",
    of: action("hold"),
    first: act("ask-consent", "ask-customer-view"),
    each: true,
  },
  severity: "warning",
  title: { zh: "没有征得同意就让客户等候", en: "A hold without asking" },
  why: {
    zh: "“请稍等”三个字一说就没了声音，客户可能正在开车，也可能马上要开会。先问一句方便不方便，等的人才心甘情愿。",
    en: "The customer may be at the wheel or on the way to a meeting. Who was asked waits willingly; who was not feels parked.",
  },
  fix: {
    zh: "让客户等候之前，问一句“您方便稍等吗？”，听到回答再放下电话。",
    en: "Before the hold ask whether the customer can wait, and hear the answer.",
  },
  message: {
    zh: "没有问客户方不方便，就让客户等候{path}。",
    en: "The customer is put on hold without being asked{path}.",
    bad: [
      {
        text: "## 查询\n客户: 我的包裹到哪里了？\n客服: 我查一下，请稍等两分钟。\n⟦[等候 2分钟]⟧\n客服: 感谢您的等候。",
        fixed:
          "## 查询\n客户: 我的包裹到哪里了？\n客服: 我查一下，请稍等两分钟。\n客服: 不好意思，我需要查一下，大约两分钟，您方便稍等吗？\n[等候 2分钟]\n客服: 感谢您的等候。",
      },
      {
        text: "## 查询\n? 系统里有吗\n- 有\n  客服: 包裹今天下午送到。\n  -> 结束\n- 没有\n  ⟦[等候 3分钟: 问仓库]⟧\n客服: 感谢您的等候。\n-> 结束",
      },
      {
        text: "## 查询\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n客户: 可以。\n[等候 2分钟]\n客服: 感谢您的等候。我再问一下仓库。\n⟦[等候 2分钟]⟧\n客服: 让您久等了。",
      },
      {
        text: "## query\ncustomer: Where is my parcel?\nagent: One moment, please.\n⟦[hold 2 minutes]⟧\nagent: Thank you for holding.",
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
    "## 查询\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n客户: 可以。\n[等候 2分钟]\n客服: 感谢您的等候。",
    "## 查询\n=> 征求同意\n[等候 2分钟]\n客服: 感谢您的等候。\n-> 结束\n## 征求同意\n客服: 您介意等两分钟吗？\n客户: 不介意。\n",
    "## query\nagent: I need to check that, which takes two minutes. Can you hold?\n? Can they\n- yes\n  [hold 2 minutes]\n  agent: Thank you for holding.\n- no\n  agent: I'll call you back by 5 pm today.\n-> end",
    "## query\nagent: One moment, please. Your parcel arrives this afternoon.",
  ],
});
