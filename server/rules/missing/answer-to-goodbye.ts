import { goodbye } from "../occasions.ts";
import { act } from "../pattern.ts";
import { required } from "../required.ts";

/** Where the agent has said goodbye first, the customer's is the answer. */
export default required({
  id: "missing/answer-to-goodbye",
  obligation: {
    pattern: "response",
    when: goodbye,
    unlessAfter: act("farewell"),
    response: act("farewell", "reply-to-thanks"),
  },
  severity: "warning",
  title: { zh: "客户道别，没有回应", en: "A goodbye without an answer" },
  why: {
    zh: "客户说“再见”，这边一声不吭，最后留下的印象就是冷淡。",
    en: "The customer says goodbye into silence, and that is what stays in mind.",
  },
  fix: {
    zh: "客户道别之后回一句“再见”，等客户先挂机。",
    en: "Answer with a goodbye, and let the customer hang up first.",
  },
  message: {
    zh: "客户道别之后，到结束也没有回一句“再见”{path}。",
    en: "The customer says goodbye, and nobody answers it{path}.",
    bad: [
      {
        text: "## 收尾\n客服: 九点开门。\n客户: 好的，⟦再见⟧。\n[挂机 客户]\n-> 结束",
        fixed:
          "## 收尾\n客服: 九点开门。\n客户: 好的，再见。\n客服: 感谢您的来电，祝您生活愉快，再见。\n[挂机 客户]\n-> 结束",
      },
      {
        text: "## 收尾\n客户(⟦道别⟧): 那就这样。\n? 评价了吗\n- 评了\n  客服: 再见。\n- 没评\n  客服: 请您稍后评价。\n-> 结束",
      },
      { text: "## closing\nagent: At nine.\ncustomer: OK, ⟦bye⟧.\n[hang-up customer]\n-> end" },
    ],
  },
  begins: { zh: "客户在这里道别", en: "the customer says goodbye here" },
  say: {
    zh: ["感谢您的来电，祝您生活愉快，再见。"],
    en: ["Thank you for calling. Goodbye."],
    place: "before",
  },
  good: [
    "## 收尾\n客户: 再见。\n客服: 再见。\n-> 结束",
    "## 收尾\n客服: 谢谢您的来电，再见。\n客户: 再见。\n-> 结束",
    "## 收尾\n客户: 拜拜。\n=> 道别\n-> 结束\n## 道别\n客服: 祝您生活愉快，再见。\n",
    "## closing\ncustomer: Bye.\nagent: Goodbye.\n-> end",
    "## closing\nagent: Have a nice day, goodbye.\ncustomer: Bye.\n[hang-up customer]\n-> end",
  ],
});
