import type { ScriptDocument } from "./document.ts";
import type { FlowGraph, FlowNode } from "./flow.ts";
import { placesOf, watching } from "./occurrence.ts";
import type { Product } from "./product.ts";
import { supergraphOf } from "./supergraph.ts";
import type { TimelineEnd, TimelineEntry } from "./timeline.ts";

/** The ways to end a call, with what is on them. */
export function endsOf(graph: FlowGraph, entries: readonly TimelineEntry[]): TimelineEnd[] {
  const supergraph = supergraphOf(graph);
  const seen = new Map<FlowNode, { document: ScriptDocument; states: Map<TimelineEntry, Set<number>> }>();
  const follow = (reach: Product, note: (last: FlowNode, state: number) => void) => {
    for (const place of placesOf(reach, supergraph))
      reach.following(place, (next) => {
        if (supergraph.points[reach.pointOf(next)]!.node?.kind !== "end") return;
        const last = supergraph.points[reach.pointOf(place)]!;
        if (last.node === undefined) return;
        if (!seen.has(last.node)) seen.set(last.node, { document: last.graph.document, states: new Map() });
        note(last.node, reach.stateOf(next));
      });
  };
  follow(watching(supergraph), () => undefined);
  for (const entry of entries)
    follow(
      watching(supergraph, ({ node }) => node === entry.node),
      (last, state) => {
        const { states } = seen.get(last)!;
        states.set(entry, (states.get(entry) ?? new Set()).add(state));
      },
    );
  return [...seen]
    .map(([node, { document, states }]) => {
      const having = (wanted: (found: ReadonlySet<number>) => boolean) =>
        new Set(entries.filter((entry) => wanted(states.get(entry) ?? new Set())));
      return {
        node,
        document,
        always: having((found) => found.has(1) && !found.has(0)),
        sometimes: having((found) => found.has(1) && found.has(0)),
      };
    })
    .sort((a, b) => a.node.span.start - b.node.span.start);
}
