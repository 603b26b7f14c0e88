import { cutShort, isWholeCall, someoneElse } from "../occasions.ts";
import { act, agentTurn, anyOf, label } from "../pattern.ts";
import { required } from "../required.ts";

/** What a child is told is asked for by itself, and who wants no more calls is not told of one. */
export default required({
  id: "missing/next-call-time",
  obligation: {
    pattern: "response",
    when: agentTurn,
    firstOnly: true,
    unlessAfter: someoneElse,
    response: anyOf(act("appointment"), label("refuse"), cutShort),
  },
  asked: ({ scenario }, document) => scenario === "callback" && isWholeCall(document),
  severity: "information",
  title: { zh: "回访没有告诉客户下次什么时候联系", en: "A call back that does not name the next one" },
  why: {
    zh: "客户知道下次什么时候联系，就会把问题攒着等你问，也不会嫌电话来得突然。",
    en: "Who knows when you call again keeps the questions for you, and is not taken by surprise.",
  },
  fix: { zh: "结束之前告诉客户下次什么时候联系。", en: "Before the end say when you will call next." },
  message: {
    zh: "回访到结束也没有告诉客户下次什么时候联系{path}。",
    en: "The call back ends, and the customer does not know when the next one is{path}.",
    bad: [
      {
        text: "渠道: 电话\n场景: 回访\n## 开场\n⟦客服⟧: 您好，请问热水器用得好吗？\n客户: 挺好。\n客服: 感谢您的配合，再见。\n-> 结束",
        fixed:
          "渠道: 电话\n场景: 回访\n## 开场\n客服: 您好，请问热水器用得好吗？\n客户: 挺好。\n客服: 我们十天后再给您打电话，了解使用的情况。\n客服: 感谢您的配合，再见。\n-> 结束",
      },
      {
        text: "渠道: 电话\n场景: 回访\n## 开场\n⟦客服⟧: 您好，请问热水器用得好吗？\n? 满意吗\n- 不满意\n  客服: 我半小时内给您回电。\n- 满意\n  客服: 那就好，再见。\n-> 结束",
      },
      {
        text: "channel: phone\nscenario: callback\n## opening\n⟦agent⟧: Good morning, how is your boiler working?\ncustomer: Fine.\nagent: Thank you, goodbye.\n-> end",
      },
    ],
  },
  begins: { zh: "客服在这里开口", en: "the agent begins here" },
  say: {
    zh: ["我们十天后再给您打电话，了解使用的情况。"],
    en: ["We'll call you again in ten days and ask how it is working."],
    place: "before",
  },
  good: [
    "渠道: 电话\n场景: 回访\n## 开场\n客服: 您好，请问热水器用得好吗？\n客户: 挺好。\n客服: 我们十天后再给您打电话。再见。\n-> 结束",
    "渠道: 电话\n场景: 回访\n## 开场\n? 有人接吗\n- 没人接\n  [回电 明天上午]\n- 接了\n  客服: 您好。\n  => 约下次\n-> 结束\n## 约下次\n客服: 我们十天后再给您打电话。\n",
    "channel: phone\nscenario: callback\n## opening\nagent: Good morning, how is your boiler working?\ncustomer: Fine.\nagent: We'll call you again in ten days. Goodbye.\n-> end",
    "channel: phone\nscenario: inquiry\n## opening\nagent: Good morning.\n-> end",
  ],
});
