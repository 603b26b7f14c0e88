import { arraysOf } from "./point-arrays.ts";
import { Product } from "./product.ts";
import type { Point, Supergraph } from "./supergraph.ts";

/** The points of calls, each with whether something has happened before it: state 1 where it has. */
export function watching(supergraph: Supergraph, happensAt: (point: Point) => boolean = () => false): Product {
  const { points } = supergraph;
  // Here each point has a happening of its own.
  const arrays = { ...arraysOf(supergraph), happening: Int32Array.from(points, ({ id }) => id) };
  const happens = points.map((point) => point.node !== undefined && happensAt(point));
  return new Product(arrays, { states: 2, after: (state, point) => (state === 1 || happens[point] ? 1 : 0) });
}

/** The places to which calls of the script come. */
export function placesOf(reach: Product, { roots }: Supergraph): readonly number[] {
  return reach.reached(roots.slice(0, 1)).places;
}
