import type { Step } from "../../grammar/index.ts";
import type { Point, Supergraph } from "./supergraph.ts";

/** Where a call stands: a point of the supergraph, and the detours from which it has to come back. */
export interface Standing {
  readonly point: number;
  readonly returns: readonly number[];
}

/**
 * Walks one call through a script and all that it borrows, a point at a time. What happens at a point is its node; at
 * points at which nothing happens (headings, places where branches meet, detours) the walk does not stop.
 */
export class CallWalk {
  private readonly graph: Supergraph;

  constructor(graph: Supergraph) {
    this.graph = graph;
  }

  /** The first thing that happens: in the call, or from the heading of one of its own steps. Undefined: nothing does. */
  start(step?: Step): Standing | undefined {
    const { points, roots } = this.graph;
    const own = points[roots[0] ?? 0]?.graph;
    const root =
      step === undefined
        ? roots[0]
        : points.find(({ node, graph }) => node?.kind === "step" && node.step === step && graph === own)?.id;
    return root === undefined ? undefined : this.settled({ point: root, returns: [] });
  }

  /** The point at which a call stands. */
  at({ point }: Standing): Point {
    return this.graph.points[point]!;
  }

  /**
   * Where the call goes on; from a decision by its choice number `choice`.
   * @returns undefined where it goes nowhere: behind its end, at a choice that is not there, on a round without a turn
   */
  onward({ point, returns }: Standing, choice = 0): Standing | undefined {
    const next = this.graph.points[point]!.next[choice];
    return next === undefined ? undefined : this.settled({ point: next, returns });
  }

  /** The choices at a decision, in the order of the script, as points. */
  choicesAt({ point }: Standing): readonly Point[] {
    return this.graph.points[point]!.next.map((next) => this.graph.points[next]!);
  }

  /** Goes on to the next point at which something happens. */
  private settled(from: Standing): Standing | undefined {
    let { point, returns } = from;
    for (let passed = 0; passed <= this.graph.points.length; passed++) {
      const { node, calls, next, procedure } = this.graph.points[point]!;
      if (calls !== undefined) {
        returns = [...returns, point];
        point = this.graph.procedures[calls]!.entry;
        continue;
      }
      if (point === this.graph.procedures[procedure]!.exit) {
        const caller = this.graph.points[returns.at(-1)!];
        const back = caller?.next[0];
        if (back === undefined) return undefined;
        returns = returns.slice(0, -1);
        point = back;
        continue;
      }
      if (node !== undefined && !SILENT.has(node.kind)) return { point, returns };
      if (next[0] === undefined) return undefined;
      point = next[0];
    }
    return undefined;
  }
}

/** Kinds of nodes at which nothing happens in the call. */
const SILENT: ReadonlySet<string> = new Set(["step", "join", "detour", "choice"]);
