import { act } from "../pattern.ts";
import { required } from "../required.ts";

/** Half a sentence later is early enough; after the next turn the caller had to ask for it. */
export default required({
  id: "missing/return-time",
  obligation: { pattern: "response", when: act("state-absence"), response: act("give-time"), within: 1 },
  severity: "warning",
  title: { zh: "没有说同事什么时候回来", en: "No word on when the person is back" },
  why: {
    zh: "只说“不在”，来电者只能一遍一遍再打。说出什么时候回来，一次就能找到人。",
    en: "“Out” alone makes the caller try again and again. A time lets them try once.",
  },
  fix: { zh: "说人不在的同时，说出什么时候回来。", en: "Say when the person is back together with the absence." },
  message: {
    zh: "说了同事不在，没有说什么时候回来{path}。",
    en: "The person is said to be out, and not when they are back{path}.",
    bad: [
      {
        text: "## 找人\n客户: 请问李经理在吗？\n客服: 不巧，⟦李经理正在开会⟧，我可以帮您留言吗？\n客户: 好。\n客服: 请讲。\n[记录 留言]",
      },
      {
        text: "## 找人\n客服: 那位⟦同事现在不在座位上⟧。\n? 知道什么时候回来吗\n- 知道\n  客服: 大约下午三点回来。\n- 不知道\n  客服: 我可以帮您留言吗？\n[记录 留言]",
      },
      {
        text: "## desk\ncustomer: Can I speak to Mr Hall, please?\nagent: ⟦Mr Hall is out of the office⟧. May I take a message?\ncustomer: Yes, please.\nagent: Go ahead, please.",
      },
    ],
  },
  begins: { zh: "在这里说同事不在", en: "the person is said to be out here" },
  say: { act: "state-absence" },
  good: [
    "## 找人\n客服: 不巧，李经理正在开会，下午三点结束，我可以帮您留言吗？",
    "## 找人\n客服: 那位同事现在不在座位上。\n=> 回来时间\n-> 结束\n## 回来时间\n客服: 大约下午三点回来，我可以帮您留言吗？\n",
    "## desk\nagent: Mr Hall is out of the office until 3 pm. May I take a message?",
    "## desk\nagent: Mr Hall is in a meeting.\ncustomer: Until when?\nagent: Until 3 pm. May I take a message?",
  ],
});
