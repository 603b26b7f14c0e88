import { type Happenings, happeningsOf } from "./events.ts";
import type { FlowGraph } from "./flow.ts";
import type { Alphabet } from "./happening.ts";
import type { Point, Supergraph } from "./supergraph.ts";

/** A supergraph as arrays of numbers, for what goes over all its points dozens of times a keystroke. */
export interface PointArrays {
  readonly alphabet: Alphabet;
  /** For each point, the number in the alphabet of what happens there. */
  readonly happening: Int32Array;
  /** The happenings that occur, each once. */
  readonly occurring: readonly number[];
  readonly next: Links;
  /** For each point those that it can follow in the same procedure. */
  readonly before: Links;
  /** For each point the procedure that runs there, or -1. */
  readonly calls: Int32Array;
  readonly procedure: Int32Array;
  /** For each procedure the points at which it begins and returns; -1 where it does not. */
  readonly entry: Int32Array;
  readonly exit: Int32Array;
}

/** The points to which each point is linked: those of `point` are to[from[point]] … to[from[point + 1] - 1]. */
export interface Links {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The arrays of a supergraph. */
export function arraysOf(graph: Supergraph): PointArrays {
  let arrays = known.get(graph);
  if (arrays === undefined) {
    arrays = build(graph);
    known.set(graph, arrays);
  }
  return arrays;
}

const known = new WeakMap<Supergraph, PointArrays>();

function build({ points, procedures, graph }: Supergraph): PointArrays {
  const { alphabet } = happeningsOf(graph);
  const happening = new Int32Array(points.length).fill(alphabet.nothing.id);
  const calls = new Int32Array(points.length).fill(-1);
  const procedure = new Int32Array(points.length);
  let last: { readonly graph: FlowGraph; readonly happenings: Happenings } | undefined;
  for (const point of points) {
    procedure[point.id] = point.procedure;
    if (point.calls !== undefined) calls[point.id] = point.calls;
    if (point.node === undefined) continue;
    if (last?.graph !== point.graph) last = { graph: point.graph, happenings: happeningsOf(point.graph, alphabet) };
    happening[point.id] = last.happenings.ids[point.node.id]!;
  }
  const next = linksOf(points);
  return {
    alphabet,
    happening,
    occurring: [...new Set(happening)],
    next,
    before: reversed(next),
    calls,
    procedure,
    entry: Int32Array.from(procedures, ({ entry }) => entry),
    exit: Int32Array.from(procedures, ({ exit }) => exit ?? -1),
  };
}

function linksOf(points: readonly Point[]): Links {
  const from = new Int32Array(points.length + 1);
  for (const { id, next } of points) from[id + 1] = from[id]! + next.length;
  const to = new Int32Array(from[points.length]!);
  let at = 0;
  for (const { next } of points) for (const point of next) to[at++] = point;
  return { from, to };
}

/** The links the other way, those of each point in the order of the points from which they come. */
function reversed(links: Links): Links {
  const count = links.from.length - 1;
  const from = new Int32Array(count + 1);
  for (const point of links.to) from[point + 1]!++;
  for (let point = 0; point < count; point++) from[point + 1]! += from[point]!;
  const to = new Int32Array(links.to.length);
  const free = from.slice();
  for (let point = 0; point < count; point++)
    for (let at = links.from[point]!; at < links.from[point + 1]!; at++) to[free[links.to[at]!]!++] = point;
  return { from, to };
}
