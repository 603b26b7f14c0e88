import { type Monitor, Transitions } from "./monitor.ts";
import type { PointArrays } from "./point-arrays.ts";
import { Product } from "./product.ts";

/**
 * The points to which a call can come, as 1 for each of them. Behind a detour to nowhere, and behind one that never
 * returns, there are none.
 */
export function livePoints(arrays: PointArrays): Uint8Array {
  let live = known.get(arrays);
  if (live === undefined) {
    live = new Uint8Array(arrays.happening.length);
    const everywhere = new Transitions(ANY, arrays.alphabet);
    // It has one state, so that places have the numbers of their points.
    for (const point of new Product(arrays, everywhere).reached(arrays.roots).places) live[point] = 1;
    known.set(arrays, live);
  }
  return live;
}

const known = new WeakMap<PointArrays, Uint8Array>();
const ANY: Monitor<never> = { states: 1, at: (state) => ({ state }) };
