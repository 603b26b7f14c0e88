import { act, customerTurn } from "../pattern.ts";
import { required } from "../required.ts";

/** Each time anew, in what the agent says between two turns of the customer. */
export default required({
  id: "missing/apology-for-not-hearing",
  obligation: {
    pattern: "precedence",
    of: act("ask-to-repeat"),
    first: act("apologise"),
    in: { after: customerTurn, until: customerTurn },
  },
  severity: "information",
  title: { zh: "请客户重复，没有先道歉", en: "Asking to repeat without an apology" },
  why: {
    zh: "没听清，让客户再说一遍，是给客户添了麻烦。光秃秃一句“再说一遍”，听着像是怪他没说清楚。",
    en: "To say it again is the customer's trouble. A bare “say that again” sounds as if they had mumbled.",
  },
  fix: {
    zh: "先说“很对不起，我没听清”，再请客户重复。",
    en: "Say “I'm sorry, I didn't catch that” first.",
  },
  message: {
    zh: "请客户再说一遍，没有先说一声对不起{path}。",
    en: "The customer is asked to repeat without an apology{path}.",
    bad: [
      { text: "## 核对\n客户: 2031。\n客服: ⟦请您再说一遍⟧。\n客户: 2031。" },
      {
        text: "## 核对\n客户: 2031。\n? 听清了吗\n- 听清了\n  客服: 好的。\n- 没听清\n  客服: ⟦麻烦您重复一下⟧号码。",
      },
      { text: "## check\ncustomer: 2031.\nagent: ⟦Could you repeat that⟧?\ncustomer: 2031." },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: {
    zh: ["很对不起，我没听清，请您再说一遍，好吗？"],
    en: ["I'm sorry, I didn't catch that. Could you say it again, please?"],
  },
  good: [
    "## 核对\n客户: 2031。\n客服: 很对不起，我没听清，请您再说一遍，好吗？",
    "## 核对\n客户: 2031。\n客服: 抱歉，刚才信号不好。\n=> 重复\n-> 结束\n## 重复\n客服: 麻烦您重复一下号码。\n",
    "## check\ncustomer: 2031.\nagent: I'm sorry, I didn't catch that. Could you say it again, please?",
    "## check\ncustomer: 2031.\n? Was it clear\n- yes\n  agent: Thank you.\n- no\n  agent: Sorry, could you repeat that?",
  ],
});
