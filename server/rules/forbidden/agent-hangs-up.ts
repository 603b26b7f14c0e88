import { lookUp, SPEAKERS, spellings } from "../../../grammar/index.ts";
import { eventsOf } from "../../model/events.ts";
import { type FlowGraph, type FlowNode, flowOf } from "../../model/flow.ts";
import { anyOf, customer, label } from "../pattern.ts";
import { defineRule } from "../rule.ts";

const UPSET = anyOf(customer("upset", "complain"), label("dissatisfied", "angry", "complaint"));

export default defineRule({
  id: "forbidden/agent-hangs-up",
  severity: "warning",
  title: { zh: "客服先挂机", en: "The agent hangs up first" },
  why: {
    zh: "客户话没说完就听到忙音，等于被摔了电话。道别以后等客户先挂，多等两秒而已。",
    en: "To hear the dialling tone before you have finished is to have the phone put down on you. Letting the customer go first costs two seconds.",
  },
  fix: {
    zh: "道别以后请客户先挂：[挂机 客户]。",
    en: "Say goodbye and let the customer hang up: [hang-up customer].",
  },
  messages: {
    found: {
      zh: "这里客服先挂机。道别以后，请客户先挂。",
      en: "The agent hangs up first here. Say goodbye and let the customer go first.",
      bad: [
        {
          text: "## 收尾\n客户: 好的,再见。\n客服: 再见。\n⟦[挂机 客服]⟧",
          fixed: "## 收尾\n客户: 好的,再见。\n客服: 再见。\n[挂机 客户]",
        },
        { text: "## closing\ncustomer: Bye.\nagent: Goodbye.\n⟦[hang-up agent]⟧" },
      ],
    },
    upset: {
      zh: "客户还在不满，客服就先挂机。先安抚、说清下一步，再请客户先挂。",
      en: "The agent hangs up on a customer who is upset. Calm things down, say what happens next, and let the customer go first.",
      bad: [
        { text: "## 投诉\n客户(愤怒): 我要投诉你!\n客服: 非常抱歉。\n⟦[挂机 客服]⟧" },
        { text: "## complaint\ncustomer (angry): I want your manager!\nagent: I'm very sorry.\n⟦[hang-up agent]⟧" },
        { text: "客户: 我要投诉你!\n⟦客服: [挂断]⟧" },
        { text: "customer: I want to complain!\n⟦agent: (hangs up)⟧" },
      ],
    },
  },
  good: [
    "## 收尾\n客户: 好的,再见。\n客服: 再见。\n[挂机 客户]",
    // Nobody answers, so there is nobody to hang up on.
    "方向: 呼出\n## 拨打\n客服: 您好,请问有人吗?\n[挂机 客服]",
    "## closing\ncustomer: Bye.\nagent: Goodbye.\n[hang-up customer]",
  ],
  check({ document, project, report }) {
    const graph = flowOf(project, document);
    for (const node of graph.nodes) {
      if (!isHangUp(node)) continue;
      const before = nodesBefore(graph, node);
      if (!before.some(isCustomer)) continue;
      const isUpset = before.some((earlier) =>
        eventsOf(graph, earlier).some((events) => events.some((event) => UPSET(event, document.facts))),
      );
      const customer = spellings(SPEAKERS.customer, document.facts.language)[0]!;
      const who = node.kind === "action" ? node.action.body : undefined;
      report(
        isUpset ? "upset" : "found",
        {
          span: node.span,
          ...(isUpset && { severity: "error" }),
          fixes:
            who === undefined
              ? []
              : [
                  {
                    title: { zh: "改为客户先挂", en: "Let the customer hang up" },
                    edits: [{ start: who.start, end: who.end, text: customer }],
                  },
                ],
        },
        {},
      );
    }
  },
});

/** Whether the agent hangs up here: by an action, or in a record by a note in the agent's mouth, `客服: [挂断]`. */
function isHangUp(node: FlowNode): boolean {
  if (node.kind === "action")
    return node.action.verb?.id === "hang-up" && lookUp(SPEAKERS, node.action.body?.text ?? "") === "agent";
  if (node.kind !== "turn" || node.turn.role !== "agent") return false;
  return NOTE.test(node.turn.text.map(({ text }) => text).join(" "));
}

const NOTE = /^[[(【（]\s*((直接)?挂(断|机|掉|了)?(电话|了)?|(agent )?(hangs?|hung) up( the phone)?\.?)\s*[\])】）]$/i;

function isCustomer(node: FlowNode): boolean {
  return node.kind === "choice" || (node.kind === "turn" && node.turn.role === "customer");
}

/** The nodes from which a call can come to `node`. */
function nodesBefore({ nodes }: FlowGraph, { id }: FlowNode): FlowNode[] {
  const before: number[][] = nodes.map(() => []);
  for (const node of nodes) for (const next of node.next) before[next]!.push(node.id);
  const seen = new Set<number>();
  const waiting = [...before[id]!];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...before[at]!);
  }
  return [...seen].map((index) => nodes[index]!);
}
