import { arraysOf, type PointArrays } from "./point-arrays.ts";
import type { Point, Supergraph } from "./supergraph.ts";

/** How a call can go on from the points of a supergraph. */
export interface Outcomes {
  /** The points from which it can come to an end: over the end of the script, a hang-up, or an arrow to nobody knows where. */
  readonly ending: ReadonlySet<number>;
  /** The points of a detour from which it can return to where the detour was called. */
  readonly returning: ReadonlySet<number>;
}

/**
 * Finds out from where a call can end or return, backwards from all ends and returns; linear in points and edges. It is
 * the same for all versions of a script with the same arrays, which hold hang-ups among what happens.
 */
export function outcomesOf(graph: Supergraph): Outcomes {
  const arrays = arraysOf(graph);
  let outcomes = known.get(arrays);
  if (outcomes === undefined) {
    outcomes = findOutcomes(graph);
    known.set(arrays, outcomes);
  }
  return outcomes;
}

/** Whether the call is over at a point: at the end of the script, or when somebody hangs up. */
export function isOver({ node }: Point): boolean {
  return node?.kind === "end" || (node?.kind === "action" && node.action.verb?.id === "hang-up");
}

const known = new WeakMap<PointArrays, Outcomes>();

function findOutcomes(graph: Supergraph): Outcomes {
  const before: number[][] = graph.points.map(() => []);
  const callers: number[][] = graph.procedures.map(() => []);
  for (const { id, next, calls } of graph.points) {
    for (const to of next) before[to]!.push(id);
    if (calls !== undefined) callers[calls]!.push(id);
  }
  const exits = graph.procedures.flatMap(({ exit }) => exit ?? []);
  const returning = new Set<number>();
  const canReturn = (procedure: number) => returning.has(graph.procedures[procedure]!.entry);
  /** Spreads a set backwards over lines and over detours that return. */
  const spread = (from: readonly number[], reached: Set<number>, throughCalls: boolean) => {
    const waiting = [...from];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      for (const point of before[id]!) {
        const { calls } = graph.points[point]!;
        if (calls === undefined || canReturn(calls)) waiting.push(point);
      }
      const { procedure } = graph.points[id]!;
      if (graph.procedures[procedure]!.entry !== id) continue;
      // That a detour returns lets those who call it go on; that it ends the call ends theirs too.
      for (const caller of callers[procedure]!)
        if (throughCalls || graph.points[caller]!.next.some((next) => reached.has(next))) waiting.push(caller);
    }
  };
  spread(exits, returning, false);
  const ending = new Set<number>();
  const isReturn = new Set(exits);
  const ends = graph.points.filter((point) => isOver(point) || (isLost(point) && !isReturn.has(point.id)));
  spread(
    ends.map(({ id }) => id),
    ending,
    true,
  );
  return { ending, returning };
}

/** Whether nobody knows how it goes on: behind an arrow to a step that is not there, or without words. */
function isLost({ calls, next }: Point): boolean {
  return calls === undefined && next.length === 0;
}
