import { nameOf } from "../picture/boxes.ts";
import { visible } from "../picture/measure.ts";
import type { CallFlow, FlowEdge, FlowNode } from "../protocol.ts";
import { wordsOn } from "./words-on.ts";

/** A call flow as a Mermaid flowchart, for wikis and pages that draw such charts: steps, decisions, branches and ends. */
export function toMermaid({ nodes, edges }: CallFlow): string {
  const numbers = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = nodes.map((node) => `  ${numbers.get(node.id)}${shape(node)}`);
  for (const edge of edges) {
    const [from, to] = [numbers.get(edge.from), numbers.get(edge.to)];
    if (from !== undefined && to !== undefined) lines.push(`  ${from} ${arrow(edge)} ${to}`);
  }
  return `${["flowchart TD", ...lines].join("\n")}\n`;
}

function shape(node: FlowNode): string {
  const text = quoted(nameOf(node) || "?");
  switch (node.kind) {
    case "card":
      return `[${text}]`;
    case "decision":
      return `{${text}}`;
    case "end":
      return `([${text}])`;
  }
}

function arrow(edge: FlowEdge): string {
  const line = edge.kind === "jump" ? "-.->" : "-->";
  const words = wordsOn(edge);
  return words === "" ? line : `${line}|${quoted(words)}|`;
}

/** In quotes, with every sign that Mermaid or HTML would take for its own as a character code. */
function quoted(text: string): string {
  return `"${visible(text).replace(/[^\p{L}\p{N}\p{M} ,.!?;:，。！？；：、（）《》“”‘’·…—+/-]/gu, (sign) => `#${sign.codePointAt(0)};`)}"`;
}
