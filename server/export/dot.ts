import { nameOf } from "../picture/boxes.ts";
import { visible } from "../picture/measure.ts";
import type { CallFlow, FlowEdge, FlowNode } from "../protocol.ts";
import { wordsOn } from "./words-on.ts";

/** A call flow as a graph in Graphviz's DOT language. */
export function toDot({ title, nodes, edges }: CallFlow): string {
  const numbers = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = [
    '  graph [rankdir=TB, charset="UTF-8"];',
    '  node [shape=box, style=rounded, fontname="sans-serif"];',
    '  edge [fontname="sans-serif"];',
    ...nodes.map((node) => `  ${numbers.get(node.id)} [${attributesOf(node)}];`),
  ];
  for (const edge of edges) {
    const [from, to] = [numbers.get(edge.from), numbers.get(edge.to)];
    if (from !== undefined && to !== undefined) lines.push(`  ${from} -> ${to}${attributesOfEdge(edge)};`);
  }
  return `digraph ${quoted(title)} {\n${lines.join("\n")}\n}\n`;
}

function attributesOf(node: FlowNode): string {
  const label = `label=${quoted(nameOf(node) || "?")}`;
  if (node.kind === "decision") return `${label}, shape=diamond, style=solid`;
  return node.kind === "end" ? `${label}, shape=oval, style=solid` : label;
}

function attributesOfEdge(edge: FlowEdge): string {
  const words = wordsOn(edge);
  const attributes = [
    ...(words === "" ? [] : [`label=${quoted(words)}`]),
    ...(edge.kind === "jump" ? ["style=dashed"] : []),
  ];
  return attributes.length === 0 ? "" : ` [${attributes.join(", ")}]`;
}

function quoted(text: string): string {
  return `"${visible(text).replace(/[\\"]/g, "\\$&")}"`;
}
