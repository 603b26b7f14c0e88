import type { Facts } from "../model/document.ts";
import { eventsOf, type FlowEvent } from "../model/events.ts";
import type { FlowGraph, FlowNode } from "../model/flow.ts";

/** Whether an event is meant, in a script of these facts. */
export type EventTest = (event: FlowEvent, facts: Facts) => boolean;

export const act = (...names: readonly string[]): EventTest => named("act:", names);
export const label = (...names: readonly string[]): EventTest => named("label:", names);
export const action = (...names: readonly string[]): EventTest => named("action:", names);
export const event = (...names: readonly string[]): EventTest => named("", names);
export const anyOf =
  (...tests: readonly EventTest[]): EventTest =>
  (candidate, facts) =>
    tests.some((test) => test(candidate, facts));
/** The event, in scripts of these scenarios only. */
export const inScenario =
  (scenarios: readonly NonNullable<Facts["scenario"]>[], test: EventTest): EventTest =>
  (candidate, facts) =>
    facts.scenario !== undefined && scenarios.includes(facts.scenario) && test(candidate, facts);

/**
 * A response pattern (Dwyer, Avrunin, Corbett 1999): on every path from `when`, `response` happens before `before` does.
 * Write `end` among `before` to ask for it in the rest of the call.
 */
export interface ResponsePattern {
  readonly when: EventTest;
  /** As `when`, but only on paths on which `response` has not happened yet: a grievance needs one apology, anger each its own. */
  readonly whenNotYet?: EventTest;
  readonly response: EventTest;
  readonly before: EventTest;
  /** Asks it of the first `when` of each path only. */
  readonly firstOnly?: boolean;
}

/** A path on which an obligation is not kept: from `trigger` to `barrier`, which comes too early. */
export interface CounterExample {
  readonly trigger: { readonly node: FlowNode; readonly event: FlowEvent };
  readonly barrier: { readonly node: FlowNode; readonly event: FlowEvent };
  /** A shortest one: the nodes from the trigger's to the barrier's, both included. */
  readonly path: readonly FlowNode[];
}

/**
 * Finds a shortest counter-example for each trigger, in the order of the text; a trigger on the path of an earlier
 * one that ends at the same barrier is not reported again.
 *
 * Backward breadth-first search from all barriers at once through the nodes that neither fulfil nor break the
 * obligation: linear in nodes and edges, however many paths there are. A detour is taken to fulfil it, since what
 * it runs is not looked into.
 */
export function counterExamples(graph: FlowGraph, facts: Facts, pattern: ResponsePattern): CounterExample[] {
  const outcomes = graph.nodes.map((node) => outcomeOf(graph, node, 0, facts, pattern));
  const { distance, toward } = distancesToBarrier(graph, outcomes);
  const notYet =
    pattern.whenNotYet &&
    reachedWithout(graph, (node) => outcomeOf(graph, node, 0, facts, { ...pattern, before: never }) === "kept");
  const first =
    pattern.firstOnly && reachedWithout(graph, (node) => triggerOf(graph, node, facts, pattern.when) !== undefined);
  const found: CounterExample[] = [];
  const covered = new Set<string>();
  for (const node of graph.nodes) {
    if (first && !first.has(node.id)) continue;
    const trigger =
      triggerOf(graph, node, facts, pattern.when) ??
      (notYet?.has(node.id) ? triggerOf(graph, node, facts, pattern.whenNotYet as EventTest) : undefined);
    if (trigger === undefined) continue;
    const path = pathFrom(graph, node, outcomeOf(graph, node, trigger.group + 1, facts, pattern), distance, toward);
    if (path === undefined) continue;
    const last = path.at(-1) as FlowNode;
    const own = last === node ? outcomeOf(graph, node, trigger.group + 1, facts, pattern) : outcomes[last.id];
    if (own === undefined || typeof own === "string") continue;
    if (covered.has(`${node.id} ${last.id}`)) continue;
    for (const passed of path) covered.add(`${passed.id} ${last.id}`);
    found.push({ trigger: { node, event: trigger.event }, barrier: { node: last, event: own }, path });
  }
  return found;
}

/** What a node does to an open obligation: keeps it, breaks it (by the event given), or neither. */
type Outcome = "kept" | "open" | FlowEvent;

const never: EventTest = () => false;

function named(prefix: string, names: readonly string[]): EventTest {
  const wanted = new Set(names.map((name) => prefix + name));
  return ({ name }) => wanted.has(name);
}

/** What the groups of a node's events from the given one on do; in one group, what keeps an obligation comes first. */
function outcomeOf(graph: FlowGraph, node: FlowNode, from: number, facts: Facts, pattern: ResponsePattern): Outcome {
  if (node.kind === "detour") return "kept";
  for (const group of eventsOf(graph, node).slice(from)) {
    if (group.some((candidate) => pattern.response(candidate, facts))) return "kept";
    const breaks = group.find((candidate) => pattern.before(candidate, facts));
    if (breaks !== undefined) return breaks;
  }
  return "open";
}

function triggerOf(
  graph: FlowGraph,
  node: FlowNode,
  facts: Facts,
  when: EventTest,
): { event: FlowEvent; group: number } | undefined {
  for (const [group, events] of eventsOf(graph, node).entries()) {
    const found = events.find((candidate) => when(candidate, facts));
    if (found !== undefined) return { event: found, group };
  }
  return undefined;
}

/** How many nodes each node is away from the nearest barrier, and the next node on the way there. */
function distancesToBarrier(
  graph: FlowGraph,
  outcomes: readonly Outcome[],
): { distance: number[]; toward: (number | undefined)[] } {
  const before: number[][] = graph.nodes.map(() => []);
  for (const { id, next } of graph.nodes) for (const to of next) before[to]!.push(id);
  const distance = graph.nodes.map(({ id }) => (typeof outcomes[id] === "string" ? Number.POSITIVE_INFINITY : 0));
  const toward: (number | undefined)[] = graph.nodes.map(() => undefined);
  const queue = graph.nodes.filter(({ id }) => distance[id] === 0).map(({ id }) => id);
  for (let at = 0; at < queue.length; at++) {
    const id = queue[at]!;
    for (const previous of before[id]!) {
      if (outcomes[previous] !== "open" || distance[previous] !== Number.POSITIVE_INFINITY) continue;
      distance[previous] = distance[id]! + 1;
      toward[previous] = id;
      queue.push(previous);
    }
  }
  return { distance, toward };
}

function pathFrom(
  graph: FlowGraph,
  start: FlowNode,
  outcome: Outcome,
  distance: readonly number[],
  toward: readonly (number | undefined)[],
): FlowNode[] | undefined {
  if (outcome === "kept") return undefined;
  const path = [start];
  if (outcome !== "open") return path;
  let next: number | undefined;
  for (const id of start.next)
    if (distance[id]! < (next === undefined ? Number.POSITIVE_INFINITY : distance[next]!)) next = id;
  if (next === undefined) return undefined;
  for (let id: number | undefined = next; id !== undefined; id = toward[id]) path.push(graph.nodes[id]!);
  return path;
}

/** Where a call can begin as far as the script tells: its first node, and what no other node leads to. */
function beginnings(graph: FlowGraph): number[] {
  const led = new Set<number>();
  for (const { next } of graph.nodes) for (const id of next) led.add(id);
  return graph.nodes.map(({ id }) => id).filter((id) => id === 0 || !led.has(id));
}

/** The nodes to which some path from the beginning leads without passing a node that `stops`; those are included. */
function reachedWithout(graph: FlowGraph, stops: (node: FlowNode) => boolean): ReadonlySet<number> {
  const reached = new Set<number>();
  const waiting = beginnings(graph);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const node = graph.nodes[id]!;
    if (!stops(node)) for (const next of node.next) waiting.push(next);
  }
  return reached;
}
