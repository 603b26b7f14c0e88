import { turnsOf } from "../../model/symbols.ts";
import { act, action, answered } from "../pattern.ts";
import { required } from "../required.ts";

/** Who writes down only what the agent says leaves the answers to the reader, and is not asked for one. */
export default required({
  id: "missing/answer-before-hold",
  obligation: {
    pattern: "response",
    when: act("ask-consent", "ask-customer-view"),
    response: answered,
    before: action("hold"),
  },
  asked: (_, document) => [...turnsOf(document)].some(({ role }) => role === "customer"),
  severity: "information",
  title: { zh: "问了能不能等，没等回答就放下电话", en: "A hold without waiting for the answer" },
  why: {
    zh: "问完就走，等于没问。客户刚想说“我在开车”，这边已经是音乐声。",
    en: "A question that nobody waits for is none. The customer is about to say “I'm driving”, and hears music.",
  },
  fix: {
    zh: "问完停一停，写出客户怎么答；不愿意等的，另写一条路。",
    en: "Stop after the question and write down the answer, with a branch for those who cannot wait.",
  },
  message: {
    zh: "问了客户，没有等客户回答，就{before}{path}。",
    en: "The customer is asked, and the script goes on to {before} before any answer{path}.",
    bad: [
      {
        text: "## 查询\n客户: 我的包裹到哪里了？\n客服: 不好意思，我需要查一下，大约两分钟，⟦您方便稍等吗⟧？\n[等候 2分钟]\n客服: 感谢您的等候。",
      },
      {
        text: "## 查询\n客户: 我的包裹到哪里了？\n客服: 不好意思，我需要查一下，大约两分钟。⟦您方便稍等吗⟧？\n=> 去查\n-> 结束\n## 去查\n[等候 2分钟]\n客服: 感谢您的等候。\n",
      },
      {
        text: "## query\ncustomer: Where is my parcel?\nagent: I'm sorry, I need to check that. It takes about two minutes. ⟦Would you mind⟧ holding?\n[hold 2 minutes]\nagent: Thank you for holding.",
      },
    ],
  },
  begins: { zh: "在这里问客户", en: "the customer is asked here" },
  say: { zh: [], en: [] },
  good: [
    "## 查询\n客户: 我的包裹到哪里了？\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n客户: 可以。\n[等候 2分钟]\n客服: 感谢您的等候。",
    "## 查询\n客户: 我的包裹到哪里了？\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n- 可以\n  [等候 2分钟]\n  客服: 感谢您的等候。\n- 不方便\n  客服: 我今天下午三点前给您回电。\n-> 结束",
    "## 查询\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n[等候 2分钟]\n客服: 感谢您的等候。",
    "## query\ncustomer: Where is my parcel?\nagent: I need to check that, which takes two minutes. Can you hold?\ncustomer: Sure.\n[hold 2 minutes]\nagent: Thank you for holding.",
    "## query\ncustomer: Where is my parcel?\nagent: I need to check that. Can you hold for two minutes?\n? Can they\n- yes\n  [hold 2 minutes]\n  agent: Thank you for holding.\n- no\n  agent: I'll call you back by 5 pm today.\n-> end",
  ],
});
