import type { Step } from "../../grammar/index.ts";
import { componentsOf } from "./components.ts";
import type { FlowGraph, FlowNode } from "./flow.ts";
import { isOver, outcomesOf } from "./outcomes.ts";
import { type Supergraph, supergraphOf } from "./supergraph.ts";

/** Steps of a script through which a call goes round for ever. */
export interface EndlessRound {
  /** In the order of the call, from the one at which the round is entered; a shortest way round. */
  readonly steps: readonly Step[];
}

/** A detour of a script that is run again before it has come back. */
export interface Recursion {
  readonly detour: FlowNode & { readonly kind: "detour" };
  /** The steps from the one that the detour runs to the one in which it stands, over other scripts too. */
  readonly steps: readonly Step[];
  /** Whether there is no way out of it. */
  readonly isEndless: boolean;
  /** How many detours run one another here. */
  readonly detours: number;
}

/**
 * Finds the rounds of a script that a call enters and cannot leave: no path from there leads to the end of the call, to
 * a hang-up, or back from the detour. Of rounds that lead into one another only the last is told: a way out of that one
 * is one for all. Linear in the scripts.
 */
export function endlessRounds(graph: FlowGraph): EndlessRound[] {
  const supergraph = supergraphOf(graph);
  const { points, procedures, roots } = supergraph;
  const { ending, returning } = outcomesOf(supergraph);
  // Each step of a shared file is run by itself; in a script, steps to which nothing leads have a finding of their own.
  const starts = graph.document.facts.kind === "fragments" ? roots : roots.slice(0, 1);
  const stuck = [...reachedFrom(supergraph, starts, returning)].filter((id) => !ending.has(id) && !returning.has(id));
  const order = new Map(stuck.map((id, index) => [id, index]));
  const following = (id: number): readonly number[] => {
    const { calls, next, node } = points[id]!;
    if (calls === undefined) return next;
    const { entry } = procedures[calls]!;
    // A jump out of a step that a detour runs leads on like any other. What a detour itself runs is a round of its own.
    if (node === undefined) return [entry];
    return returning.has(entry) ? next : [];
  };
  const rounds: EndlessRound[] = [];
  const told = new Set<Step>();
  for (const component of componentsOf(stuck, following)) {
    const within = new Set(component);
    // Where nothing follows, a detour does not come back, for a reason of its own.
    const isLast = (id: number) => following(id).length > 0 && following(id).every((next) => within.has(next));
    if (!component.every(isLast)) continue;
    // What a call comes to first is a step: there is no other way to the lines of one.
    const entry = component.reduce((first, id) => (order.get(id)! < order.get(first)! ? id : first));
    const steps = shortestWay(entry, entry, (id) => following(id).filter((next) => within.has(next))).flatMap((id) => {
      const { node } = points[id]!;
      return node?.kind === "step" && node.step !== undefined ? [node.step] : [];
    });
    // The same round can be met twice: in the call itself, and in what a detour runs.
    if (steps.some((step) => told.has(step))) continue;
    for (const step of steps) told.add(step);
    rounds.push({ steps });
  }
  return rounds.sort((a, b) => a.steps[0]!.start - b.steps[0]!.start);
}

/**
 * Finds the detours of a script that are run again before they have come back, directly or over what they run, in other
 * scripts too: of those that run one another the first one. Linear in the scripts.
 */
export function recursionsOf(graph: FlowGraph): Recursion[] {
  const supergraph = supergraphOf(graph);
  const { points, procedures, roots } = supergraph;
  const { ending, returning } = outcomesOf(supergraph);
  const calls: { readonly procedure: number; readonly point: number }[][] = procedures.map(() => []);
  for (const id of reachedFrom(supergraph, roots, returning)) {
    const { procedure, calls: called } = points[id]!;
    if (called !== undefined) calls[procedure]!.push({ procedure: called, point: id });
  }
  const following = (procedure: number) => calls[procedure]!.map((call) => call.procedure);
  const recursions = new Map<FlowNode, Recursion>();
  for (const component of componentsOf(procedures.keys(), following)) {
    const within = new Set(component);
    const detours = component
      .flatMap((procedure) => calls[procedure]!)
      .filter((call) => within.has(call.procedure) && points[call.point]!.node !== undefined);
    const [first] = detours
      .filter(({ point }) => points[point]!.graph === graph)
      .sort((a, b) => points[a.point]!.node!.id - points[b.point]!.node!.id);
    const detour = first && points[first.point]!.node;
    if (detour?.kind !== "detour" || recursions.has(detour)) continue;
    const { entry } = procedures[first!.procedure]!;
    const way = shortestWay(first!.procedure, points[first!.point]!.procedure, (procedure) =>
      following(procedure).filter((next) => within.has(next)),
    );
    recursions.set(detour, {
      detour,
      steps: way.map((procedure) => points[procedures[procedure]!.entry]!.node!.step!),
      isEndless: !ending.has(entry) && !returning.has(entry),
      detours: new Set(detours.map(({ point }) => points[point]!.node)).size,
    });
  }
  return [...recursions.values()].sort((a, b) => a.detour.id - b.detour.id);
}

/** The points to which a call comes before it is over, the nearest first. */
function reachedFrom(
  { points, procedures }: Supergraph,
  starts: readonly number[],
  returning: ReadonlySet<number>,
): ReadonlySet<number> {
  // A set is gone through in the order in which things came into it, those that come meanwhile included.
  const reached = new Set(starts);
  for (const id of reached) {
    const { calls, next } = points[id]!;
    if (isOver(points[id]!)) continue;
    const entry = calls === undefined ? undefined : procedures[calls]!.entry;
    if (entry !== undefined) reached.add(entry);
    if (entry === undefined || returning.has(entry)) for (const to of next) reached.add(to);
  }
  return reached;
}

/** A shortest way from one place to another, or round to the same one; the last place is left out of a round. */
function shortestWay(from: number, to: number, following: (place: number) => readonly number[]): number[] {
  const before = new Map<number, number>();
  const queue = [from];
  for (const place of queue) {
    if (place === to && (place !== from || before.has(to))) break;
    for (const next of following(place)) {
      if (before.has(next)) continue;
      before.set(next, place);
      queue.push(next);
    }
  }
  const way: number[] = [];
  for (let place = from === to ? before.get(to)! : to; place !== from; place = before.get(place)!) way.push(place);
  return [from, ...way.reverse()];
}
