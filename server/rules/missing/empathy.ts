import { act, anyOf, customer, label, never } from "../pattern.ts";
import { required } from "../required.ts";

/** One expression of understanding is enough for a call, and it may come before the worst. */
export default required({
  id: "missing/empathy",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: anyOf(customer("upset"), label("dissatisfied", "angry", "anxious")),
    firstOnly: true,
    response: act("empathise"),
  },
  asked: ({ kind }) => kind === "script",
  severity: "information",
  title: { zh: "没有表示理解", en: "No expression of understanding" },
  why: {
    zh: "客户急的不只是事情，还有没人懂他的难处。一句“我理解”，情绪才下得来。",
    en: "An upset customer wants to be understood before being helped. One sentence of it lets the heat out.",
  },
  fix: {
    zh: "致歉之后，用一句话说出你理解客户的感受。",
    en: "After the apology say in one sentence that you understand how it feels.",
  },
  message: {
    zh: "客户情绪不好，这条路上到结束也没有一句表示理解的话{path}。",
    en: "The customer is upset, and this path ends without a word of understanding{path}.",
    bad: [
      {
        text: "## 开场\n客户(⟦愤怒⟧): 你们到底管不管！\n客服: 非常抱歉。我今天17点前给您回电。\n-> 结束",
        fixed:
          "## 开场\n客户(愤怒): 你们到底管不管！\n客服: 您的心情我能理解，换作是我也会着急。\n客服: 非常抱歉。我今天17点前给您回电。\n-> 结束",
      },
      {
        text: "## 开场\n客户(⟦着急⟧): 今天能修好吗？\n? 有师傅吗\n- 有\n  客服: 我理解您着急的心情，师傅下午两点到。\n- 没有\n  客服: 师傅明天上午到。\n-> 结束",
      },
      {
        text: "## opening\ncustomer (⟦angry⟧): This is the third time!\nagent: I'm very sorry. I'll call you back by 5 pm today.\n-> end",
      },
    ],
  },
  begins: { zh: "客户在这里情绪不好", en: "the customer is upset here" },
  say: {
    zh: ["您的心情我能理解，换作是我也会着急。"],
    en: ["I understand how frustrating this is."],
    place: "after",
  },
  good: [
    "## 开场\n客户(愤怒): 你们到底管不管！\n客服: 非常抱歉，您的心情我能理解。\n-> 结束",
    "## 开场\n客户(不满): 又等了一天。\n=> 安抚\n-> 结束\n## 安抚\n客服: 遇到这样的事确实让人着急，我们一步一步来。\n",
    "## 开场\n客户(平静): 请问几点开门？\n客服: 九点。\n-> 结束",
    "## opening\ncustomer (angry): This is the third time!\nagent: I'm very sorry. I understand how frustrating this is.\n-> end",
    "## opening\ncustomer (calm): When do you open?\nagent: At nine.\n-> end",
  ],
});
