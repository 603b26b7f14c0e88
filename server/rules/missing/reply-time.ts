import { limitsFor } from "../../model/limits.ts";
import { someoneElse } from "../occasions.ts";
import { act, action, never } from "../pattern.ts";
import { required } from "../required.ts";

/** What is passed on is answered later, and the customer has to know when. The time in brackets is for the agent. */
export default required({
  id: "missing/reply-time",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: action("notify", "escalate", "call-back"),
    unlessAfter: someoneElse,
    response: act("appointment"),
  },
  // Where a standard owes the time of the reply, it is asked for with its figure.
  asked: (_facts, document) => !limitsFor(document).some(({ told }) => told),
  severity: "warning",
  title: { zh: "没有告诉客户什么时候有答复", en: "No time for the answer" },
  why: {
    zh: "事情转出去了，客户只知道“等消息”。不说时间，他过一会儿就要打来催一次。",
    en: "The matter is passed on, and all the customer knows is to wait. Without a time they will ring again and again.",
  },
  fix: {
    zh: "告诉客户几点之前给答复，并且不晚于标准规定的时限。",
    en: "Say by when there will be an answer, and keep within the standard.",
  },
  message: {
    zh: "事情留到了以后，没有告诉客户什么时候有答复{path}。",
    en: "The matter is left for later, and the customer is not told by when there will be an answer{path}.",
    bad: [
      {
        text: "## 登记\n客户: 还是上不了网。\n客服: 我帮您反映给维修部。\n⟦[通知 维修部 10分钟内]⟧\n-> 结束",
        fixed:
          "## 登记\n客户: 还是上不了网。\n客服: 我帮您反映给维修部。\n客服: 我会在半小时内给您回电，告诉您处理的安排。\n[通知 维修部 10分钟内]\n-> 结束",
      },
      {
        text: "## 登记\n? 客户急吗\n- 急\n  客服: 我会在半小时内给您回电。\n- 不急\n  客服: 好的。\n⟦[回电 今天内]⟧\n-> 结束",
      },
      {
        text: "## log\ncustomer: I'm still offline.\nagent: I'll pass it on to the repair team.\n⟦[notify the repair team within 10 minutes]⟧\n-> end",
      },
    ],
  },
  begins: { zh: "事情在这里留到以后", en: "the matter is left for later here" },
  say: {
    zh: ["我会在半小时内给您回电，告诉您处理的安排。"],
    en: ["I'll call you back within half an hour and tell you what happens next."],
    place: "ahead",
  },
  good: [
    "## 登记\n客服: 我会在半小时内给您回电，您看可以吗？\n[通知 维修部 10分钟内]\n[回电 半小时内]\n-> 结束",
    "## 登记\n[通知 维修部 10分钟内]\n=> 约定\n-> 结束\n## 约定\n客服: 我今天17点前给您回电。\n",
    "## log\nagent: I'll call you back within half an hour.\n[notify the repair team]\n[call-back within half an hour]\n-> end",
    "## 拨打\n? 有人接吗\n- 没人接\n  [回电 明天上午]\n- 接了\n  客服: 您好。\n-> 结束",
    "标准: 投诉问题应答\n\n## 登记\n[通知 维修部 10分钟内]\n-> 结束",
    "## log\nagent: I've noted it down.\n[record the request]\n-> end",
  ],
});
