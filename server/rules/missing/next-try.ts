import { action, agentTurn, anyOf, branch } from "../pattern.ts";
import { required } from "../required.ts";

/** Going back to where the agent speaks is another try, and so is leaving a message. */
export default required({
  id: "missing/next-try",
  obligation: {
    pattern: "response",
    when: branch("no-answer"),
    response: anyOf(action("call-back", "follow-up", "dispatch"), agentTurn),
  },
  asked: ({ scenario, direction }) => scenario === "callback" || direction === "outbound",
  severity: "warning",
  title: { zh: "没人接，没有安排再打", en: "Nobody answers, and there is no next try" },
  why: {
    zh: "一次没人接就算了，回访等于没做，客户的问题也没人知道。",
    en: "One unanswered call is no call. What the customer would have said stays unknown.",
  },
  fix: {
    zh: "在这条分支上写好什么时候再打：[回电 明天上午]。",
    en: "Write on this branch when to try again: [call-back tomorrow morning].",
  },
  message: {
    zh: "没有人接听，这条路上没有安排什么时候再打{path}。",
    en: "Nobody answers, and this path plans no other try{path}.",
    bad: [
      {
        text: "场景: 回访\n## 拨打\n? 有人接吗\n- ⟦没人接⟧\n  [记录 未接通]\n- 接了\n  客服: 您好。\n-> 结束",
      },
      {
        text: "场景: 回访\n## 拨打\n- ⟦客户不在家⟧ -> 结束\n- 接了\n  客服: 您好。\n  -> 结束",
      },
      {
        text: "scenario: callback\n## dial\n? Who picks up\n- ⟦nobody answers⟧\n  [record no answer]\n- the customer\n  agent: Good morning.\n-> end",
      },
    ],
  },
  begins: { zh: "在这里没有人接听", en: "nobody answers here" },
  say: { zh: ["[回电 明天上午十点]"], en: ["[call-back tomorrow 10:00]"] },
  good: [
    "场景: 回访\n## 拨打\n? 有人接吗\n- 没人接\n  [回电 明天上午十点]\n- 接了\n  客服: 您好。\n-> 结束",
    "场景: 回访\n## 拨打\n? 有人接吗\n- 没人接\n  => 再试\n- 接了\n  客服: 您好。\n-> 结束\n## 再试\n[回电 今天下午]\n",
    "场景: 咨询\n## 开场\n? 客户说什么\n- 电话没人接\n  客服: 非常抱歉。\n-> 结束",
    "scenario: callback\n## dial\n? Who picks up\n- nobody answers\n  [call-back tomorrow 10:00]\n- the customer\n  agent: Good morning.\n-> end",
    "scenario: callback\n## dial\n- no answer -> message\n- the customer\n  agent: Good morning.\n  -> end\n## message\nagent: I'll call again tomorrow at ten.\n",
  ],
});
