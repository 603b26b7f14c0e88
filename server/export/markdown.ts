import { nameOf } from "../picture/boxes.ts";
import { visible } from "../picture/measure.ts";
import type { CallFlow, CardNode, FlowEdge, FlowRow } from "../protocol.ts";

/** A call flow as a page to read or print: each step and branch with who says what, and where it goes on. */
export function toMarkdown(flow: CallFlow): string {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const leaving = new Map<string, FlowEdge[]>();
  /** What leads into the body of a branch names it. */
  const branches = new Map<string, string>();
  for (const edge of flow.edges) {
    leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
    if (edge.label !== undefined && !branches.has(edge.to)) branches.set(edge.to, edge.label);
  }
  const parts = [`# ${plain(flow.title)}`];
  if (flow.chips.length > 0) parts.push(flow.chips.map(plain).join(" · "));
  const fields = flow.preface.filter(({ name }) => name !== undefined);
  if (fields.length > 0) parts.push(fields.map(({ name, text }) => `- **${plain(name!)}**: ${plain(text)}`).join("\n"));
  for (const { name, text } of flow.preface) if (name === undefined) parts.push(`*${plain(text)}*`);
  for (const [index, node] of flow.nodes.entries()) {
    if (node.kind === "card") parts.push(...card(node));
    if (node.kind === "decision") parts.push(`**${plain(nameOf(node)).replace(/[?？]$/, "")}?**`);
    const below = flow.nodes[index + 1];
    // That a question comes next goes without saying where it stands right below.
    const isPlain = ({ to, label }: FlowEdge) => label === undefined && below?.kind === "decision" && below.id === to;
    const ways = (leaving.get(node.id) ?? []).filter((edge) => !isPlain(edge)).map(way);
    if (ways.length > 0) parts.push(ways.join("\n"));
  }
  return `${parts.join("\n\n")}\n`;

  function card({ id, title, chips, rows }: CardNode): string[] {
    const branch = branches.get(id);
    const heading =
      title !== undefined
        ? [`## ${[title, ...chips].map(plain).join(" · ")}`]
        : branch !== undefined
          ? [`### ${plain(branch)}`]
          : [];
    return rows.length === 0 ? heading : [...heading, rows.map(row).join("  \n")];
  }

  function way({ to, label, due = [] }: FlowEdge): string {
    const target = nodes.get(to);
    const isOwnBody = target?.kind === "card" && target.title === undefined && branches.get(to) === label;
    const onward = target === undefined || isOwnBody ? "↓" : `→ ${plain(nameOf(target))}`;
    const times = due.map((time) => ` (${plain(time)})`).join("");
    return label === undefined ? `- ${onward}${times}` : `- **${plain(label)}** ${onward}${times}`;
  }
}

function row(item: FlowRow): string {
  switch (item.kind) {
    case "turn": {
      const labels = item.labels.length === 0 ? "" : ` (${item.labels.map(plain).join(", ")})`;
      return `**${plain(item.speaker)}**${labels}: ${plain(item.text)}`;
    }
    case "action":
      return `\\[${plain(item.text)}\\]`;
    case "note":
      return `*${plain(item.text)}*`;
    case "detour":
      return `↪ ${plain(item.text)}`;
  }
}

/** Text as it is, whatever it holds: no sign of it is taken for Markdown or HTML. */
function plain(text: string): string {
  return visible(text)
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^(?:[-+]|\d+[.)])(?=\s)/, "\\$&");
}
