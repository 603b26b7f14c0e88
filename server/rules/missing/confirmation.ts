import { act, action, anyOf, customer, event, inScenario, label, never, type Obligation } from "../pattern.ts";
import { required } from "../required.ts";

/**
 * What the customer wants is restated, and asked about, before anything is done or promised. Who is put through to
 * somebody else will be asked there.
 */
const OBLIGATION: Obligation = {
  pattern: "response",
  when: never,
  whenNotYet: anyOf(customer("complain", "request"), label("complaint", "dissatisfied", "angry")),
  response: act("confirm"),
  // A call that only gives information needs no restatement, so the end counts only where something is to be put right.
  before: anyOf(
    act("commit"),
    action("record", "notify", "dispatch", "escalate", "call-back", "follow-up"),
    inScenario(["complaint", "rescue"], anyOf(event("end"), action("hang-up"))),
  ),
  firstOnly: true,
};

export default required({
  id: "missing/confirmation",
  obligation: OBLIGATION,
  // A shared file is asked for this in the scripts that use it.
  asked: ({ kind }) => kind === "script",
  severity: "warning",
  title: { zh: "没有复述确认就开始处理", en: "Acting without confirming the request" },
  why: {
    zh: "听错一个字就办错一件事。复述一遍问“对吗”，客户知道你听懂了，也能当场纠正。",
    en: "One word misheard is one job done wrong. Restate it and ask: the customer knows you understood, and can still correct you.",
  },
  fix: {
    zh: "动手或承诺之前，用一句话复述客户的要求，并问对不对。",
    en: "Before you act or promise, restate the request in one sentence and ask whether it is right.",
  },
  message: {
    zh: "客户提出要求之后，这条路上没有复述确认就{before}{path}。",
    en: "After the request, this path goes on to {before} without restating and confirming it{path}.",
    bad: [
      { text: "## 开场\n客户: ⟦我想把套餐换⟧成最便宜的那个。\n客服: 好的。\n[记录 套餐变更]\n-> 结束" },
      {
        text: "## opening\ncustomer: ⟦I want to move my⟧ appointment to Friday.\nagent: All right.\n[record the new date]\n-> end",
      },
    ],
  },
  begins: { zh: "客户在这里提出要求", en: "the customer's request" },
  say: { act: "confirm" },
  good: [
    "## 开场\n客户: 我想把套餐换成最便宜的那个。\n客服: 您的意思是换成每月八元的套餐,对吗?\n客户: 对。\n[记录 套餐变更]",
    "## 开场\n客户: 请问营业厅几点开门?\n客服: 早上九点开门。\n客户: 谢谢。\n[挂机 客户]",
    "## opening\ncustomer: I want to move my appointment to Friday.\nagent: Just to confirm, you'd like to come on Friday instead of Monday, is that right?\n[record the new date]",
  ],
});
