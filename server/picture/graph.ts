import type { CallFlow, FlowEdge, FlowNode } from "../protocol.ts";

/** A call flow with numbers for ids: node `i` is `nodes[i]`. Edges that name no node of the flow are left out. */
export interface Graph {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly GraphEdge[];
  /** For each node its edges in the order of the script, those that fall through before those that jump. */
  readonly out: readonly (readonly GraphEdge[])[];
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  readonly edge: FlowEdge;
}

/** The graph of a flow; where two nodes share an id the first one counts. */
export function graphOf(flow: CallFlow): Graph {
  const nodes: FlowNode[] = [];
  const numbers = new Map<string, number>();
  for (const node of flow.nodes) {
    if (numbers.has(node.id)) continue;
    numbers.set(node.id, nodes.length);
    nodes.push(node);
  }
  const edges = flow.edges.flatMap((edge) => {
    const from = numbers.get(edge.from);
    const to = numbers.get(edge.to);
    return from === undefined || to === undefined ? [] : [{ from, to, edge }];
  });
  const out: GraphEdge[][] = nodes.map(() => []);
  for (const edge of edges) if (edge.edge.kind !== "jump") out[edge.from]!.push(edge);
  for (const edge of edges) if (edge.edge.kind === "jump") out[edge.from]!.push(edge);
  return { nodes, edges, out };
}
