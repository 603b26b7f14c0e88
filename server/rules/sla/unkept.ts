import { passedOn, writesActions } from "../occasions.ts";
import { act, action, anyOf, never, promise } from "../pattern.ts";
import { required } from "../required.ts";

/** Asked only where the script writes such actions elsewhere: a script of words alone leaves them to the system. */
export default required({
  id: "sla/unkept",
  obligation: {
    pattern: "response",
    when: never,
    whenNotYet: anyOf(act("commit"), promise()),
    firstOnly: true,
    response: anyOf(passedOn, action("look-up", "hold")),
  },
  asked: ({ kind }, document) => kind === "script" && writesActions(document),
  severity: "information",
  title: { zh: "答应了客户，没有记下来", en: "A promise that nobody writes down" },
  why: {
    zh: "口头答应的事，换个班就没人知道。记下来，答应的才办得到。",
    en: "A spoken promise is gone with the shift. What is written down gets done.",
  },
  fix: {
    zh: "承诺之后写上由谁做：[记录 ……]、[通知 ……]、[回电 ……]。",
    en: "After a promise write who does it: [record …], [notify …], [call-back …].",
  },
  message: {
    zh: "答应了客户，这条路到结束没有记录、也没有通知谁去办{path}。",
    en: "Something is promised, and on this path nobody writes it down or is told to do it{path}.",
    bad: [
      {
        text: "## 处理\n? 有现货吗\n- 有\n  客服: ⟦我今天下午给您寄出⟧。\n- 没有\n  [记录 缺货]\n-> 结束",
      },
      {
        text: "## 处理\n客户: 什么时候修？\n=> 答复\n-> 结束\n## 答复\n客服: ⟦我会在半小时内给您回电⟧。\n## 归档\n[记录 情况]",
      },
      { text: "## 处理\n? 要上门吗\n- 要\n  客服: ⟦师傅两小时内到⟧。\n- 不要\n  [记录 情况]\n-> 结束" },
      {
        text: "## help\n? In stock\n- yes\n  agent: ⟦I'll call you back⟧ within half an hour.\n- no\n  [record the request]\n-> end",
      },
    ],
  },
  begins: { zh: "在这里答应客户", en: "the promise is made here" },
  say: { zh: ["[记录 答应客户的事和时间]"], en: ["[record what was promised, and by when]"] },
  good: [
    "## 处理\n客服: 我会在半小时内给您回电。\n[回电 半小时内]\n-> 结束",
    "## 处理\n客服: 我今天下午给您寄出。\n=> 登记\n-> 结束\n## 登记\n[派单 仓库]\n",
    "## 处理\n客服: 我会在半小时内给您回电。\n-> 结束",
    "## help\nagent: I'll call you back within half an hour.\n[call-back within half an hour]\n-> end",
    "## help\nagent: I'll call you back within half an hour.\n-> end",
  ],
});
