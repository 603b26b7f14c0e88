import { act, action } from "../pattern.ts";
import { required } from "../required.ts";

/** Every hold costs the customer time anew, so each is excused anew; an apology on the way to it will do. */
export default required({
  id: "missing/apology-for-hold",
  obligation: { pattern: "precedence", of: action("hold"), first: act("apologise"), each: true },
  severity: "information",
  title: { zh: "请客户等候，没有说一声对不起", en: "A hold without a word of apology" },
  why: {
    zh: "等的是客户的时间。先说一句“不好意思”，两分钟就好等得多。",
    en: "It is the customer's time. “I'm sorry” first makes two minutes much shorter.",
  },
  fix: {
    zh: "请客户等候时带一句“对不起”“不好意思”。",
    en: "Put an “I'm sorry” into the request to hold.",
  },
  message: {
    zh: "请客户等候，没有带一句“对不起”“不好意思”{path}。",
    en: "The customer is put on hold without an “I'm sorry”{path}.",
    bad: [
      {
        text: "## 查询\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n客户: 可以。\n⟦[等候 2分钟]⟧\n客服: 感谢您的等候。",
        fixed:
          "## 查询\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n客户: 可以。\n客服: 不好意思，请您稍等两分钟。\n[等候 2分钟]\n客服: 感谢您的等候。",
      },
      {
        text: "## 查询\n客服: 不好意思，我需要查一下，大约两分钟，您方便稍等吗？\n客户: 可以。\n[等候 2分钟]\n客服: 感谢您的等候。我还要问一下仓库，您方便再等一分钟吗？\n- 方便\n  ⟦[等候 1分钟]⟧\n- 不方便\n  客服: 我今天下午三点前给您回电。\n  -> 结束\n客服: 感谢您的等候。",
      },
      {
        text: "## query\nagent: I need to check the stock, which takes about two minutes. Can you hold?\ncustomer: Yes.\n⟦[hold 2 minutes]⟧\nagent: Thank you for holding.",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["不好意思，请您稍等两分钟。"],
    en: ["I'm sorry to keep you waiting for two minutes."],
    place: "before",
  },
  good: [
    "## 查询\n客服: 不好意思，我需要查一下，大约两分钟，您方便稍等吗？\n客户: 可以。\n[等候 2分钟]\n客服: 感谢您的等候。",
    "## 查询\n=> 说明\n[等候 2分钟]\n客服: 感谢您的等候。\n-> 结束\n## 说明\n客服: 对不起，我去问一下仓库，您方便等两分钟吗？\n客户: 好。\n",
    "## query\nagent: I'm sorry, I'll have to check the stock, which takes about two minutes. Can you hold?\ncustomer: Yes.\n[hold 2 minutes]\nagent: Thank you for holding.",
    "## query\nagent: Can you hold?\ncustomer: No.\nagent: I'll call you back by 5 pm today.",
  ],
});
