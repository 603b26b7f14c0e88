import { goodbye } from "../occasions.ts";
import { act, action, anyOf, customer, label } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * "Thank you" also ends requests, where nobody expects an answer, so any courtesy up to the end of the call will do. Where
 * the customer goes on to say goodbye, the answer to that is asked for instead. After the agent's goodbye the call is over.
 */
export default required({
  id: "missing/answer-to-thanks",
  obligation: {
    pattern: "response",
    when: anyOf(customer("thank"), label("thanks")),
    unlessAfter: act("farewell"),
    response: anyOf(act("reply-to-thanks", "farewell", "thank"), goodbye, action("transfer")),
  },
  severity: "warning",
  title: { zh: "客户道谢，没有回应", en: "Thanks without an answer" },
  why: {
    zh: "客户说“谢谢”，这边没有声音，像是嫌他耽误时间。一句“不客气”，让人放下电话心里舒服。",
    en: "Silence after a thank-you sounds like relief to be rid of the customer. “You're welcome” leaves a warm end.",
  },
  fix: { zh: "客户道谢之后，回一句“不客气”或道别。", en: "Answer thanks with “You're welcome”, or with a goodbye." },
  message: {
    zh: "客户道谢之后，到结束也没有回一句“不客气”{path}。",
    en: "The customer says thank you, and nobody answers it before the end{path}.",
    bad: [
      {
        text: "## 解答\n客服: 九点开门。\n客户: 好的，⟦谢谢⟧。\n-> 结束",
        fixed: "## 解答\n客服: 九点开门。\n客户: 好的，谢谢。\n客服: 不客气，这是我们应该做的。\n-> 结束",
      },
      {
        text: "## 解答\n客户(⟦感谢⟧): 太好了。\n? 还有事吗\n- 有\n  客服: 您请讲。\n- 没有\n  客服: 不客气。\n-> 结束",
      },
      {
        text: "场景: 内部\n角色 仓库: 同事\n## 交接\n客服: 单号发给您了。\n仓库: ⟦谢谢⟧。\n-> 结束",
      },
      {
        text: "## answer\nagent: At nine.\ncustomer: ⟦Thank you⟧.\n-> end",
      },
    ],
  },
  begins: { zh: "客户在这里道谢", en: "the customer says thank you here" },
  say: { act: "reply-to-thanks", place: "after" },
  good: [
    "## 解答\n客户: 麻烦您查一下，谢谢。\n客服: 好的，是九点。\n客户: 好。\n客服: 谢谢您的来电，再见。\n-> 结束",
    "## 解答\n客户(感谢): 太好了。\n=> 收尾\n-> 结束\n## 收尾\n客服: 不客气，再见。\n",
    "## 解答\n客户: 谢谢，再见。\n客服: 再见。\n-> 结束",
    "## 解答\n客服: 谢谢您的来电，再见。\n客户: 谢谢。\n-> 结束",
    "## answer\ncustomer: Thank you.\nagent: You're welcome.\n-> end",
    "## answer\ncustomer: Thanks.\n? What\n- nothing else\n  agent: Have a nice day, goodbye.\n- a bill\n  [transfer to billing]\n-> end",
  ],
});
