import { act, customer } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * A visitor cannot be announced without a name, so this is not asked face to face. A name that was asked before the
 * caller's wish, as openings do, is no screening; what the caller then asks begins anew.
 */
export default required({
  id: "order/name-before-absence",
  obligation: {
    pattern: "absence",
    of: act("state-absence"),
    in: { after: act("confirm-party", "ask-identifying"), until: customer("ask", "complain") },
  },
  asked: ({ direction, channels }) => direction !== "outbound" && !channels.includes("face-to-face"),
  severity: "warning",
  title: { zh: "先问是谁，才说人不在", en: "The caller's name before the absence" },
  why: {
    zh: "先问“您是哪位”，再说“他不在”，来电者会想：是不是听了我的名字才不肯接？",
    en: "To ask “who is calling?” and then say that the person is out sounds as if they were out for this caller.",
  },
  fix: {
    zh: "先说人在不在、什么时候回来，再请教对方姓名、要不要留言。",
    en: "Say first that the person is out and until when. Then ask for the name and a message.",
  },
  message: {
    zh: "问了来电者是谁，才说同事不在{path}。",
    en: "The caller is asked for a name before hearing that the person is out{path}.",
    bad: [
      {
        text: "## 找人\n客户: 请问李经理在吗？\n客服: 请问您是哪位？\n客户: 我是王芳。\n客服: 不巧，⟦李经理正在开会⟧，下午三点结束。",
      },
      {
        text: "## 找人\n? 找谁\n- 经理\n  客服: 请问怎么称呼您？\n  客户: 姓王。\n- 财务\n  客服: 请稍等。\n客服: 那位⟦同事现在不在座位上⟧，下午三点回来。",
      },
      {
        text: "## desk\ncustomer: I'd like to speak to Mr Hall.\nagent: May I ask who is calling?\ncustomer: Jane Hill.\nagent: Mr Hall ⟦is in a meeting⟧. He is free at 3 pm.",
      },
    ],
  },
  begins: { zh: "通话从这里开始", en: "the call begins here" },
  say: { act: "state-absence" },
  good: [
    "## 找人\n客户: 请问李经理在吗？\n客服: 不巧，李经理正在开会，下午三点结束。请问怎么称呼您？\n客户: 姓王。",
    "## 找人\n客服: 您好，请问怎么称呼您？\n客户: 姓王，请问李经理在吗？\n=> 不在\n-> 结束\n## 不在\n客服: 李经理正在开会，下午三点结束。\n",
    "方向: 呼出\n## 开场\n客服: 请问是李先生吗？\n客户: 是。\n客服: 负责您的同事今天休息，由我来联系您。",
    "## desk\ncustomer: Can I speak to Mr Hall, please?\nagent: Mr Hall is in a meeting until 3 pm. May I ask who is calling?\ncustomer: Jane Hill.",
    "direction: outbound\n## opening\nagent: Am I speaking with Mrs Patel?\ncustomer: Yes.\nagent: Your usual contact is out of the office, so I am calling.",
  ],
});
