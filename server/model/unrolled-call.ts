import type { Point, Supergraph } from "./supergraph.ts";

/** A point of a call within the detours that are open there; the last node of all ends the call and has no point. */
export interface CallNode {
  readonly id: number;
  readonly point?: Point;
  readonly next: readonly number[];
}

/** A supergraph in which every detour has its own copy of what it runs, so that each way through it is a call. */
export interface UnrolledCall {
  readonly nodes: readonly CallNode[];
  /** Where a call can begin, the script's first line before all others. */
  readonly roots: readonly number[];
  readonly end: number;
}

/**
 * Unrolls the detours of a supergraph. A step that is left for good is not left open, so rounds stay rounds; where
 * detours run one another deeper than a call can, or there are more copies than a call has use for, the rest is passed
 * over.
 */
export function unrolledCall(graph: Supergraph, most = MOST_NODES): UnrolledCall {
  return new Unroller(graph, most).unroll();
}

const END = 0;
const MOST_NODES = 20_000;
const MOST_OPEN = 20;

/** A procedure that is run at some place of the call. */
interface Run {
  /** The point at which it returns, and the node to which. */
  readonly exit: number | undefined;
  readonly back: number;
  /** How many detours are open. */
  readonly depth: number;
  /** Its nodes by their points. */
  readonly placed: Map<number, number>;
}

class Unroller {
  private readonly graph: Supergraph;
  private readonly most: number;
  private readonly nodes: { readonly id: number; readonly point?: Point; readonly next: number[] }[] = [
    { id: END, next: [] },
  ];
  private readonly runs = new Map<string, Run>();
  private readonly waiting: { readonly run: Run; readonly node: number }[] = [];

  constructor(graph: Supergraph, most: number) {
    this.graph = graph;
    this.most = most;
  }

  unroll(): UnrolledCall {
    const roots = this.graph.roots.map((root) =>
      this.place(this.runOf(this.graph.points[root]!.procedure, END, 0), root),
    );
    for (let work = this.waiting.pop(); work !== undefined; work = this.waiting.pop())
      this.nodes[work.node]!.next.push(...this.following(work.run, this.nodes[work.node]!.point!));
    return { nodes: this.nodes, roots, end: END };
  }

  private following(run: Run, { calls, next }: Point): number[] {
    // What leads nowhere is broken in the script; a call that got there may end there.
    const after = next.length === 0 ? [END] : next.map((id) => this.place(run, id));
    if (calls === undefined || run.depth > MOST_OPEN || this.nodes.length > this.most) return after;
    return after.map((back) => {
      // Where the detour is the last thing, what it runs returns for it.
      const depth = back === run.back ? run.depth : run.depth + 1;
      return this.place(this.runOf(calls, back, depth), this.graph.procedures[calls]!.entry);
    });
  }

  private runOf(procedure: number, back: number, depth: number): Run {
    const key = `${procedure} ${back}`;
    let run = this.runs.get(key);
    if (run === undefined) {
      run = { exit: this.graph.procedures[procedure]!.exit, back, depth, placed: new Map() };
      this.runs.set(key, run);
    }
    return run;
  }

  /** The node of a point in a run; a new one waits for what follows it. */
  private place(run: Run, id: number): number {
    if (id === run.exit) return run.back;
    const point = this.graph.points[id]!;
    if (point.node?.kind === "end") return END;
    let node = run.placed.get(id);
    if (node === undefined) {
      node = this.nodes.length;
      this.nodes.push({ id: node, point, next: [] });
      run.placed.set(id, node);
      this.waiting.push({ run, node });
    }
    return node;
  }
}
