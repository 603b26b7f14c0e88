import { grievance } from "../occasions.ts";
import { act, agentTurn, customerTurn } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * The account is what the customer says after the first outcry. Courtesies (may I ask, please tell me what happened,
 * how may I call you) are no questions here, and an open question invites the account.
 */
export default required({
  id: "order/question-before-account",
  obligation: {
    pattern: "response",
    when: grievance,
    firstOnly: true,
    response: [agentTurn, customerTurn],
    before: act("ask-identifying", "ask-closed"),
  },
  asked: ({ scenario }) => scenario === "complaint",
  severity: "information",
  title: { zh: "没等客户把话说完就盘问", en: "Questions before the customer's account" },
  why: {
    zh: "客户带着气来，先要把事情说出来。话没说完就查户口、问对错，气只会更大。",
    en: "An upset customer needs to tell what happened. Questions before that sound like an interrogation.",
  },
  fix: {
    zh: "先致歉，请客户把情况说完，再核对资料、追问细节。",
    en: "Apologise, let the customer tell the story, then ask for data and details.",
  },
  message: {
    zh: "客户刚开口诉说，还没有说完情况，就{before}{path}。",
    en: "The customer has only begun, and this path goes on to {before}{path}.",
    bad: [
      {
        text: "场景: 投诉\n## 开场\n客户(⟦愤怒⟧): 我要投诉！\n客服: 非常抱歉。请问您的手机号码是多少？\n客户: 就是这个。\n-> 结束",
      },
      {
        text: "场景: 投诉\n## 开场\n客户(⟦不满⟧): 你们的东西不行。\n? 是会员吗\n- 是\n  客服: 您先说说当时的情况，好吗？\n  客户: 漏水。\n- 不是\n  客服: 您是按说明书装的吗？\n-> 结束",
      },
      {
        text: "scenario: complaint\n## opening\ncustomer (⟦angry⟧): I want to complain!\nagent: I'm sorry. May I have your order number?\ncustomer: 2031.\n-> end",
      },
    ],
  },
  begins: { zh: "客户在这里开始诉说", en: "the customer begins here" },
  say: {
    zh: ["很抱歉给您添麻烦了。请您先说说当时的情况，好吗？"],
    en: ["I'm sorry about that. Could you tell me what happened?"],
  },
  good: [
    "场景: 投诉\n## 开场\n客户(愤怒): 我要投诉！\n客服: 非常抱歉。您先说说当时的情况，好吗？\n客户: 昨天送来的是坏的。\n客服: 请问您的手机号码是多少？\n-> 结束",
    "场景: 投诉\n## 开场\n客户(愤怒): 我要投诉！\n=> 倾听\n客服: 请问您的手机号码是多少？\n-> 结束\n## 倾听\n客服: 非常抱歉，您慢慢说，我在听。\n客户: 昨天送来的是坏的。\n",
    "## 开场\n客户(愤怒): 我要投诉！\n客服: 请问您的手机号码是多少？",
    "scenario: complaint\n## opening\ncustomer (angry): I want to complain!\nagent: I'm sorry. Could you tell me what happened?\ncustomer: It leaked all night.\nagent: May I have your order number?\n-> end",
    "scenario: complaint\n## opening\ncustomer (angry): I want to complain!\nagent: I'm sorry to hear that. What happened?\n-> end",
  ],
});
