import { type Place, Reach } from "./monitor.ts";
import type { Point, Supergraph } from "./supergraph.ts";

/** A search of calls that notes whether something has happened: state 1 behind it. */
export function watching(supergraph: Supergraph, happensAt: (point: Point) => boolean = () => false): Reach<never> {
  return new Reach<never>(supergraph, {
    states: 2,
    at: (state, point) => ({ state: state === 1 || happensAt(point) ? 1 : 0 }),
  });
}

/** Where a call can come from its beginning, and in which states. */
export function placesOf(reach: Reach<never>, { roots }: Supergraph): Place[] {
  return [...reach.reached(roots.slice(0, 1)).keys()].map((number) => reach.placeOf(number));
}
