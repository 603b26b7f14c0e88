import { act, branch } from "../pattern.ts";
import { required } from "../required.ts";

/** The call goes on with the parents, so the child only has to hear a greeting and a time. */
export default required({
  id: "missing/word-for-child",
  obligation: { pattern: "response", when: branch("child"), response: [act("greet"), act("appointment")] },
  asked: ({ scenario, direction }) => scenario === "callback" || direction === "outbound",
  severity: "warning",
  title: { zh: "小孩接电话，没有问好、没有说下次什么时候打来", en: "A child answers and hears no greeting or no time" },
  why: {
    zh: "小孩也是这家的人。问声好，告诉他什么时候再打来，大人回家就知道有这回事。",
    en: "A child is one of the family. A greeting and a time, and the parents will know of the call.",
  },
  fix: {
    zh: "向小孩问好，告诉他下次什么时候打来：“小朋友你好，我晚上七点再打来，好吗？”",
    en: "Greet the child and say when you call again: “Hello! I'll call again at seven tonight.”",
  },
  message: {
    zh: "小孩接了电话，这条路上没有先问好、再说下次什么时候打来{path}。",
    en: "A child answers, and on this path hears no greeting followed by the time of the next call{path}.",
    bad: [
      {
        text: "场景: 回访\n## 拨打\n? 谁接的\n- ⟦小孩接电话⟧\n  客服: 你好，爸爸妈妈在家吗？\n- 本人\n  客服: 您好。\n-> 结束",
      },
      {
        text: "场景: 回访\n## 拨打\n客服: 您好。\n? 谁接的\n- ⟦是小孩⟧ -> 改天\n- 本人\n  客服: 请问方便吗？\n  -> 结束\n## 改天\n[回电 明天晚上]",
      },
      {
        text: "scenario: callback\n## dial\n? Who picks up\n- ⟦a child answers⟧\n  agent: Hello, are your parents at home?\n- the customer\n  agent: Good morning.\n-> end",
      },
    ],
  },
  begins: { zh: "小孩在这里接电话", en: "a child answers here" },
  say: {
    zh: ["你好，小朋友，我晚上七点再打来，好吗？"],
    en: ["Hello! I'll call again at 7 pm tonight. Please tell your parents."],
    place: "after",
  },
  good: [
    "场景: 回访\n## 拨打\n? 谁接的\n- 小孩接电话\n  客服: 你好，小朋友，我晚上七点再打来，好吗？\n- 本人\n  客服: 您好。\n-> 结束",
    "场景: 回访\n## 拨打\n? 谁接的\n- 小孩接电话\n  => 约时间\n- 本人\n  客服: 您好。\n-> 结束\n## 约时间\n客服: 你好！\n客服: 我明天晚上七点再打来。\n",
    "scenario: callback\n## dial\n? Who picks up\n- a child answers\n  agent: Hello! I'll call again at 7 pm tonight.\n- the customer\n  agent: Good morning.\n-> end",
    "scenario: inquiry\n## opening\n- a child\n  agent: It is free up to six years.\n- an adult\n  agent: It is five pounds.\n-> end",
  ],
});
