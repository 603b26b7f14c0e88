import { type HappeningIds, happeningsOf } from "./events.ts";
import type { FlowGraph } from "./flow.ts";
import type { Happenings } from "./happening.ts";
import type { Point, Supergraph } from "./supergraph.ts";

/**
 * A supergraph as arrays of numbers, without words and offsets: all that decides whether obligations are kept. Most
 * keystrokes change a word and leave it as it is; then the arrays are those of the version before, and with them what
 * was proved about it.
 */
export interface PointArrays {
  readonly alphabet: Happenings;
  /** For each point, the number in the alphabet of what happens there. */
  readonly happening: Int32Array;
  /** For each point a number that stands for its node, the same for all points with this node; -1 where it has none. */
  readonly node: Int32Array;
  /** For each point 1 if it has a node of the script itself. */
  readonly own: Uint8Array;
  /** For each point the procedure that runs there, or -1. */
  readonly calls: Int32Array;
  readonly procedure: Int32Array;
  readonly next: Links;
  /** For each point those that it can follow in the same procedure. */
  readonly before: Links;
  /** For each procedure the points at which it begins and returns; -1 where it does not. */
  readonly entry: Int32Array;
  readonly exit: Int32Array;
  readonly roots: Int32Array;
  /** The happenings that occur, each once. */
  readonly occurring: readonly number[];
}

/** The point at which calls end. */
export const END = 0;

/** The points to which each point is linked: those of `point` are to[from[point]] … to[from[point + 1] - 1]. */
export interface Links {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** The arrays of a supergraph: the same object for supergraphs that are alike, as far as it is remembered. */
export function arraysOf(graph: Supergraph): PointArrays {
  let arrays = known.get(graph);
  if (arrays === undefined) {
    const read = readArrays(graph);
    arrays = recent.find((other) => areAlike(read, other)) ?? withBackLinks(read);
    recent = [arrays, ...recent.filter((other) => other !== arrays)].slice(0, MOST);
    known.set(graph, arrays);
  }
  return arrays;
}

const known = new WeakMap<Supergraph, PointArrays>();

/** So many scripts are edited at a time, with those that use them. */
const MOST = 8;
let recent: readonly PointArrays[] = [];

type ReadArrays = Omit<PointArrays, "before" | "occurring">;

function readArrays({ points, procedures, graph, roots }: Supergraph): ReadArrays {
  const { alphabet } = happeningsOf(graph);
  const happening = new Int32Array(points.length).fill(alphabet.nothing.id);
  const node = new Int32Array(points.length).fill(-1);
  const own = new Uint8Array(points.length);
  const calls = new Int32Array(points.length).fill(-1);
  const procedure = new Int32Array(points.length);
  const scripts = new Map<FlowGraph, { readonly firstNode: number; readonly happenings: HappeningIds }>();
  let nodes = 0;
  for (const point of points) {
    procedure[point.id] = point.procedure;
    if (point.calls !== undefined) calls[point.id] = point.calls;
    if (point.node === undefined) continue;
    let script = scripts.get(point.graph);
    if (script === undefined) {
      script = { firstNode: nodes, happenings: happeningsOf(point.graph, alphabet) };
      scripts.set(point.graph, script);
      nodes += point.graph.nodes.length;
    }
    happening[point.id] = script.happenings.ids[point.node.id]!;
    node[point.id] = script.firstNode + point.node.id;
    own[point.id] = point.graph === graph ? 1 : 0;
  }
  return {
    alphabet,
    happening,
    node,
    own,
    calls,
    procedure,
    next: linksOf(points),
    entry: Int32Array.from(procedures, ({ entry }) => entry),
    exit: Int32Array.from(procedures, ({ exit }) => exit ?? -1),
    roots: Int32Array.from(roots),
  };
}

function withBackLinks(read: ReadArrays): PointArrays {
  return { ...read, before: reversed(read.next), occurring: [...new Set(read.happening)] };
}

function areAlike(one: ReadArrays, other: ReadArrays): boolean {
  return one.alphabet === other.alphabet && ARRAYS.every((array) => areEqual(array(one), array(other)));
}

/** In the order in which scripts are most likely to differ. */
const ARRAYS: readonly ((arrays: ReadArrays) => Int32Array | Uint8Array)[] = [
  ({ happening }) => happening,
  ({ next }) => next.to,
  ({ next }) => next.from,
  ({ node }) => node,
  ({ own }) => own,
  ({ calls }) => calls,
  ({ procedure }) => procedure,
  ({ entry }) => entry,
  ({ exit }) => exit,
  ({ roots }) => roots,
];

function areEqual(one: Int32Array | Uint8Array, other: Int32Array | Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
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
