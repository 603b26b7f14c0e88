import type { CallFlow, CardNode, FlowEdge, FlowNode, FlowRow, Mark, TurnRow } from "../../server/protocol.ts";

/** A flow from nodes and edges, with everything else that a flow needs. */
export function callFlow(
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  more: Partial<CallFlow> = {},
): CallFlow {
  return { uri: "memory:/a", version: 1, title: "a", chips: [], preface: [], nodes, edges, findings: [], ...more };
}

export function card(id: string, ...rows: FlowRow[]): CardNode {
  return { kind: "card", id, title: id, span: { start: 0, end: 9 }, chips: [], rows };
}

export function decision(id: string, text = `${id}?`): FlowNode {
  return { kind: "decision", id, text, span: { start: 0, end: 9 } };
}

export const end: FlowNode = { kind: "end", id: "end", text: "结束" };

/** A turn of the agent; the parts between ⟦ and ⟧ are marked as errors with the finding ids `f0`, `f1`, … */
export function turn(drawn: string, labels: readonly string[] = []): TurnRow {
  const marks: Mark[] = [];
  let text = "";
  for (const part of drawn.split(/(⟦[^⟧]*⟧)/)) {
    const marked = part.startsWith("⟦");
    const plain = marked ? part.slice(1, -1) : part;
    if (marked) {
      const finding = `f${marks.length}`;
      marks.push({ start: text.length, end: text.length + plain.length, severity: "error", finding });
    }
    text += plain;
  }
  return { kind: "turn", span: { start: 0, end: 9 }, speaker: "客服", role: "agent", labels, text, marks };
}

/** `a>b` falls through, `a>b:label` is a branch, `a->b` jumps. */
export function edges(...drawn: string[]): FlowEdge[] {
  return drawn.map((text, index) => {
    const [, from = "", arrow, to = "", label] = /^(.*?)(->|>)([^:]*)(?::(.*))?$/.exec(text)!;
    const kind = label !== undefined ? "branch" : arrow === "->" ? "jump" : "next";
    return { id: `e${index}`, from, to, kind, ...(label !== undefined && { label }) };
  });
}
