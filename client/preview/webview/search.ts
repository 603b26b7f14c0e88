import type { CallFlow } from "../../../server/protocol.ts";

/** One place that the search found: a node, or a row of it with the key `node#index`. */
export interface Hit {
  readonly node: string;
  readonly key: string;
}

/** The nodes and rows whose text contains the query, in the order of the script; case and width make no difference. */
export function search(flow: CallFlow, query: string): Hit[] {
  const wanted = fold(query.trim());
  if (wanted === "") return [];
  const hits: Hit[] = [];
  for (const node of flow.nodes) {
    const name = node.kind === "card" ? [node.title ?? "", ...node.chips].join(" ") : (node.text ?? "");
    if (node.kind !== "end" && fold(name).includes(wanted)) hits.push({ node: node.id, key: node.id });
    if (node.kind !== "card") continue;
    for (const [index, row] of node.rows.entries()) {
      const text = row.kind === "turn" ? `${row.speaker} ${row.labels.join(" ")} ${row.text}` : row.text;
      if (fold(text).includes(wanted)) hits.push({ node: node.id, key: `${node.id}#${index}` });
    }
  }
  return hits;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
