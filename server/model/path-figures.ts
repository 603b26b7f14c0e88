import type { FlowNode } from "./flow.ts";
import type { Point, Supergraph } from "./supergraph.ts";

/** How many ways there are, and how long the shortest and the longest of them take, in seconds. */
export interface Ways {
  readonly count: bigint;
  readonly shortest: Way;
  readonly longest: Way;
}

/** One way through a call. Its points are those of the script itself; a detour is one of them. */
export interface Way {
  readonly seconds: number;
  readonly nodes: readonly FlowNode[];
}

export interface PathFigures {
  /** All ways from the beginning to an end of the call; absent when there is none. */
  readonly ways?: Ways;
  /** The last thing of the script on each way to end a call, with the number of ways that end there. */
  readonly ends: readonly { readonly node: FlowNode; readonly count: bigint }[];
}

/**
 * Counts and measures the ways through a call without listing them, so that 2^1000 of them take no longer than two. A
 * way that comes back to where it has been goes on as if it had not, so going back is counted as no way of its own.
 * Linear in points and edges.
 * @param secondsOf how long what happens at a point takes
 */
export function pathFigures(graph: Supergraph, secondsOf: (point: Point) => number): PathFigures {
  const [root] = graph.roots;
  if (root === undefined) return { ends: [] };
  const counter = new Counter(graph, secondsOf);
  const { toEnd } = counter.from(root);
  return {
    ...(toEnd && { ways: { ...toEnd, shortest: wayOf(toEnd.shortest), longest: wayOf(toEnd.longest) } }),
    ends: counter.ends(root),
  };
}

/** A way as a list that shares its tail with others. */
interface Trail {
  readonly seconds: number;
  readonly point?: Point;
  readonly rest?: Trail;
}

interface Sum {
  readonly count: bigint;
  readonly shortest: Trail;
  readonly longest: Trail;
}

/** The ways from a point to the end of the call, and to where its procedure returns. */
interface Onward {
  readonly toEnd?: Sum | undefined;
  readonly toExit?: Sum | undefined;
}

const NOTHING: Sum = { count: 1n, shortest: { seconds: 0 }, longest: { seconds: 0 } };

class Counter {
  private readonly graph: Supergraph;
  private readonly secondsOf: (point: Point) => number;
  private readonly onward = new Map<number, Onward>();
  /** What a point leads to, without the ways back to a point from which one came. */
  private readonly forward = new Map<number, readonly number[]>();

  constructor(graph: Supergraph, secondsOf: (point: Point) => number) {
    this.graph = graph;
    this.secondsOf = secondsOf;
  }

  /** Depth first with a stack of its own: calls can be longer than a program can nest. */
  from(root: number): Onward {
    const open = new Set<number>();
    const stack: { readonly id: number; readonly needs: readonly number[]; at: number }[] = [];
    const enter = (id: number) => {
      const { next, calls } = this.graph.points[id]!;
      open.add(id);
      stack.push({ id, needs: calls === undefined ? next : [this.graph.procedures[calls]!.entry, ...next], at: 0 });
    };
    enter(root);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const need = frame.needs[frame.at++];
      if (need === undefined) {
        stack.pop();
        open.delete(frame.id);
        this.onward.set(frame.id, this.sumUp(this.graph.points[frame.id]!));
      } else if (!this.onward.has(need) && !open.has(need)) enter(need);
    }
    return this.onward.get(root)!;
  }

  /** The last points of the script itself on the ways to the end, with how many ways end there, in the order of the text. */
  ends(root: number): PathFigures["ends"] {
    const order: number[] = [];
    const seen = new Set<number>();
    const stack: { readonly id: number; at: number }[] = [{ id: root, at: 0 }];
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      seen.add(frame.id);
      const next = this.forward.get(frame.id)?.[frame.at++];
      if (next === undefined) order.push(stack.pop()!.id);
      else if (!seen.has(next)) stack.push({ id: next, at: 0 });
    }
    const arriving = new Map([[root, 1n]]);
    const ends = new Map<number, bigint>();
    for (const id of order.reverse()) {
      const ways = arriving.get(id)!;
      const { calls } = this.graph.points[id]!;
      const callee = calls === undefined ? undefined : this.onward.get(this.graph.procedures[calls]!.entry);
      const through = calls === undefined ? ways : ways * (callee?.toExit?.count ?? 0n);
      const ended = callee?.toEnd === undefined ? 0n : ways * callee.toEnd.count;
      let own = ended;
      for (const next of this.forward.get(id) ?? [])
        if (this.graph.points[next]!.node?.kind === "end") own += through;
        else arriving.set(next, (arriving.get(next) ?? 0n) + through);
      if (own > 0n) ends.set(id, own);
    }
    return [...ends]
      .map(([id, count]) => ({ node: this.graph.points[id]!.node!, count }))
      .filter(({ node }) => node !== undefined)
      .sort((a, b) => a.node.span.start - b.node.span.start);
  }

  private sumUp(point: Point): Onward {
    if (point.node?.kind === "end") return { toEnd: NOTHING };
    if (this.graph.procedures[point.procedure]!.exit === point.id) return { toExit: NOTHING };
    // What is not summed up yet is a point from which one came: going back there is no way of its own.
    const forward = point.next.filter((id) => this.onward.has(id));
    this.forward.set(point.id, forward);
    const behind = forward.map((id) => this.onward.get(id)!);
    const toEnd = behind.map((onward) => onward.toEnd);
    const toExit = behind.map((onward) => onward.toExit);
    if (point.calls === undefined) {
      const own = trailOf(point, this.secondsOf(point));
      return { toEnd: then(own, sum(toEnd)), toExit: then(own, sum(toExit)) };
    }
    const callee = this.onward.get(this.graph.procedures[point.calls]!.entry);
    const run = callee?.toExit && asOnePoint(point, callee.toExit);
    const ended = callee?.toEnd && asOnePoint(point, callee.toEnd);
    return { toEnd: sum([ended, then(run, sum(toEnd))]), toExit: then(run, sum(toExit)) };
  }
}

function trailOf(point: Point, seconds: number): Sum {
  const trail = { seconds, point };
  return { count: 1n, shortest: trail, longest: trail };
}

/** What a detour runs, as one point of the way. */
function asOnePoint(point: Point, { count, shortest, longest }: Sum): Sum {
  return { count, shortest: { seconds: shortest.seconds, point }, longest: { seconds: longest.seconds, point } };
}

function then(first: Sum | undefined, rest: Sum | undefined): Sum | undefined {
  if (first === undefined || rest === undefined) return undefined;
  const join = (one: Trail, other: Trail): Trail => ({ ...one, seconds: one.seconds + other.seconds, rest: other });
  return {
    count: first.count * rest.count,
    shortest: join(first.shortest, rest.shortest),
    longest: join(first.longest, rest.longest),
  };
}

function sum(all: readonly (Sum | undefined)[]): Sum | undefined {
  return all.reduce<Sum | undefined>((one, other) => {
    if (one === undefined || other === undefined) return one ?? other;
    return {
      count: one.count + other.count,
      shortest: other.shortest.seconds < one.shortest.seconds ? other.shortest : one.shortest,
      longest: other.longest.seconds > one.longest.seconds ? other.longest : one.longest,
    };
  }, undefined);
}

function wayOf(trail: Trail): Way {
  const nodes: FlowNode[] = [];
  for (let at: Trail | undefined = trail; at !== undefined; at = at.rest) if (at.point?.node) nodes.push(at.point.node);
  return { seconds: trail.seconds, nodes };
}
