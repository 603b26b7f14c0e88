import { type Monitor, Transitions } from "./monitor.ts";
import { arraysOf } from "./point-arrays.ts";
import { Product } from "./product.ts";
import type { Supergraph } from "./supergraph.ts";

/**
 * The points to which a call can come, as 1 for each of them. Behind a detour to nowhere, and behind one that never
 * returns, there are none.
 */
export function livePoints(graph: Supergraph): Uint8Array {
  let live = known.get(graph);
  if (live === undefined) {
    live = new Uint8Array(graph.points.length);
    const everywhere = new Transitions(ANY, arraysOf(graph).alphabet);
    // It has one state, so that places have the numbers of their points.
    for (const point of new Product(graph, everywhere).reached(graph.roots).places) live[point] = 1;
    known.set(graph, live);
  }
  return live;
}

const known = new WeakMap<Supergraph, Uint8Array>();
const ANY: Monitor<never> = { states: 1, at: (state) => ({ state }) };
