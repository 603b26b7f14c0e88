import { act, action, never } from "../pattern.ts";
import { required } from "../required.ts";

/** An apology for the wait does as well. Who hangs up while waiting cannot be thanked, so the end of the call is no limit. */
export default required({
  id: "missing/thanks-after-hold",
  obligation: {
    pattern: "response",
    when: action("hold"),
    response: act("thank-for-waiting", "thank", "apologise"),
    within: 1,
    before: never,
  },
  severity: "warning",
  title: { zh: "等候之后没有感谢客户", en: "No thanks for waiting" },
  why: {
    zh: "客户替我们花了时间。回来第一句就谈事情，像是人家等你是应该的。",
    en: "The customer has given you time. To come back and go straight on takes that for granted.",
  },
  fix: { zh: "回到线上的第一句话说“感谢您的等候”。", en: "Let the first words after the hold be thanks." },
  message: {
    zh: "客户等候之后，回来没有感谢就往下说{path}。",
    en: "After the hold the agent goes on without thanking the customer for waiting{path}.",
    bad: [
      {
        text: "## 查询\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n⟦[等候 2分钟]⟧\n客服: 包裹今天下午送到。",
        fixed:
          "## 查询\n客服: 我需要查一下，大约两分钟，您方便稍等吗？\n[等候 2分钟]\n客服: 感谢您的等候。\n客服: 包裹今天下午送到。",
      },
      {
        text: "## 查询\n⟦[等候 2分钟]⟧\n? 查到了吗\n- 查到了\n  客服: 让您久等了，包裹今天下午送到。\n- 没查到\n  客服: 系统里没有这个单号。",
      },
      {
        text: "## query\nagent: I need to check the stock, which takes about two minutes. Can you hold?\n⟦[hold 2 minutes]⟧\nagent: It arrives this afternoon.",
        fixed:
          "## query\nagent: I need to check the stock, which takes about two minutes. Can you hold?\n[hold 2 minutes]\nagent: Thank you for holding.\nagent: It arrives this afternoon.",
      },
    ],
  },
  begins: { zh: "客户在这里等候", en: "the customer waits here" },
  say: { zh: ["感谢您的等候。"], en: ["Thank you for holding."], place: "after" },
  good: [
    "## 查询\n[等候 2分钟]\n客服: 感谢您的等候，包裹今天下午送到。",
    "## 查询\n[等候 2分钟]\n=> 回到线上\n客服: 包裹今天下午送到。\n-> 结束\n## 回到线上\n客服: 让您久等了。\n",
    "## 查询\n[等候 2分钟]\n? 客户还在吗\n- 在\n  客服: 不好意思，让您久等了。\n- 客户挂断\n  [记录 未查完]\n-> 结束",
    "## query\n[hold 2 minutes]\nagent: Thank you for holding. It arrives this afternoon.",
    "## query\n[hold 2 minutes]\n[look-up the order]\nagent: I'm sorry to have kept you waiting.",
  ],
});
