import type { Action, Span } from "../../grammar/index.ts";
import { type Commitment, commitmentsOfTurn } from "./commitments.ts";
import type { ScriptDocument } from "./document.ts";
import { eventsOf } from "./events.ts";
import { type FlowGraph, type FlowNode, flowOf } from "./flow.ts";
import { fromAnchor, grantFor, type Judgement, judgePlan, judgePromise } from "./grants.ts";
import { type LimitInForce, limitsFor } from "./limits.ts";
import { type Place, Reach } from "./monitor.ts";
import { planOf } from "./plans.ts";
import type { Project } from "./project.ts";
import { promisedWords } from "./promised-words.ts";
import { eventOfAction } from "./standard-events.ts";
import { nameOf, type StandardEvent } from "./standards.ts";
import { type Point, type Supergraph, supergraphOf } from "./supergraph.ts";
import type { TimeExpression, TimeValue } from "./time.ts";

/** What a script promises, plans or does that has a time: by when it is due, from what, and by which limit. */
export interface TimelineEntry extends Span {
  readonly kind: "promise" | "action";
  /** Where it stands: in the script, or in one that it runs. The span counts there. */
  readonly document: ScriptDocument;
  readonly node: FlowNode;
  /** What it is about. */
  readonly words: Readonly<Record<"zh" | "en", string>>;
  /** The time that is said or written. */
  readonly said?: TimeExpression;
  /** How what is said stands to its limit; absent where no time is said or no limit can be compared with it. */
  readonly judgement?: Judgement;
  /** When the limits in force want it, a line for each limit and each way of counting. */
  readonly due: readonly Due[];
}

/** By when a limit wants something, counted from one event. */
export interface Due {
  readonly limit: LimitInForce;
  /** What it is counted from; absent: from here. */
  readonly anchor?: StandardEvent;
  readonly value: TimeValue;
  /** Counted from where the chain of limits begins, if that is earlier than the anchor. */
  readonly total?: { readonly anchor: StandardEvent; readonly value: TimeValue };
  /** Whether every call counts it so, or only some, since the anchor does not occur in the others. */
  readonly on: "all" | "some";
}

/** A way to end the call. */
export interface TimelineEnd {
  /** The last thing before the end. */
  readonly node: FlowNode;
  readonly document: ScriptDocument;
  /** The entries on each way that ends there, and those on some of them only. */
  readonly always: ReadonlySet<TimelineEntry>;
  readonly sometimes: ReadonlySet<TimelineEntry>;
}

export interface Timeline {
  /** In the order of the text. */
  readonly entries: readonly TimelineEntry[];
  /** In the order of the text; empty for a shared file, which is no call. */
  readonly ends: readonly TimelineEnd[];
  /** Limits in force about which the script says and does nothing. */
  readonly unmet: readonly LimitInForce[];
}

/**
 * Lays out what is due when in a script. Each entry is followed through the flow once, so the work is linear in the
 * script for each entry, however many ways lead through it.
 */
export function timelineOf(project: Project, document: ScriptDocument): Timeline {
  const graph = flowOf(project, document);
  const entries = allEntries(graph);
  const met = new Set(entries.flatMap(({ due }) => due.map(({ limit }) => limit.event.id)));
  return {
    entries,
    ends: document.facts.kind === "fragments" ? [] : endsOf(graph, entries),
    unmet: limitsFor(document).filter(({ event }) => !met.has(event.id)),
  };
}

/** What of a script itself has a time, in the order of the text. */
export function ownEntries(graph: FlowGraph): readonly TimelineEntry[] {
  return entriesOf(
    graph,
    graph.nodes.map((node) => ({ graph, node })),
  );
}

/** What has a time in a script and in all that it runs. */
function allEntries(graph: FlowGraph): readonly TimelineEntry[] {
  const far = new Map<FlowNode, { readonly graph: FlowGraph; readonly node: FlowNode }>();
  for (const point of supergraphOf(graph).points)
    if (point.node !== undefined && point.graph !== graph)
      far.set(point.node, { graph: point.graph, node: point.node });
  return [...ownEntries(graph), ...entriesOf(graph, [...far.values()])];
}

function entriesOf(
  main: FlowGraph,
  places: readonly { readonly graph: FlowGraph; readonly node: FlowNode }[],
): readonly TimelineEntry[] {
  const anchors = new AnchorsBefore(main);
  return places.flatMap(({ graph: { project, document }, node }) => {
    // A shared file is run under the standards of the script that runs it.
    const place = {
      document,
      node,
      limits: limitsFor(main.document, document === main.document ? node.step : undefined),
    };
    if (node.kind === "turn")
      return commitmentsOfTurn(project, document, node.turn).flatMap((promise) =>
        promiseEntry(anchors, place, promise),
      );
    return node.kind === "action" ? actionEntry(anchors, place, node.action) : [];
  });
}

/** A node, and the limits that hold there. */
interface LimitedPlace {
  readonly document: ScriptDocument;
  readonly node: FlowNode;
  readonly limits: readonly LimitInForce[];
}

function promiseEntry(anchors: AnchorsBefore, place: LimitedPlace, promise: Commitment): TimelineEntry[] {
  const judgement = judgePromise(place.document, place.limits, promise);
  const meant = judgement ?? (promise.time === undefined ? grantFor(place.limits, promise.event) : undefined);
  // Where the words may mean several events, it is open which limit holds.
  const about = place.limits.filter(({ event }) => event.id === meant?.limit.event.id);
  if (promise.time === undefined && about.length === 0) return [];
  return [
    {
      kind: "promise",
      document: place.document,
      node: place.node,
      start: promise.start,
      end: promise.end,
      words: promisedWords(promise.event),
      ...(promise.time && { said: promise.time }),
      ...(judgement && { judgement }),
      due: about.flatMap((limit) => anchors.dueAt(place, limit)),
    },
  ];
}

function actionEntry(anchors: AnchorsBefore, place: LimitedPlace, action: Action): TimelineEntry[] {
  const event = eventOfAction(anchors.graph.document, action);
  const plan = planOf(anchors.graph.document, action);
  const about = place.limits.filter((limit) => limit.event.id === event?.id);
  if (plan === undefined && about.length === 0) return [];
  const judgement = plan && judgePlan(place.document, place.limits, plan);
  const words = event?.words ?? { zh: [action.verb!.text] as const, en: [action.verb!.text] as const };
  return [
    {
      kind: "action",
      document: place.document,
      node: place.node,
      start: action.start,
      end: action.end,
      words: nameOf(words),
      ...(plan && { said: plan.time }),
      ...(judgement && { judgement }),
      due: about.flatMap((limit) => anchors.dueAt(place, limit)),
    },
  ];
}

/** Finds out of which events a limit counts at a place of the script. */
class AnchorsBefore {
  readonly graph: FlowGraph;
  private readonly supergraph: Supergraph;
  private readonly searches = new Map<string, ReadonlyMap<FlowNode, ReadonlySet<number>>>();

  constructor(graph: FlowGraph) {
    this.graph = graph;
    this.supergraph = supergraphOf(graph);
  }

  /** A limit with a second anchor counts from it where the first has not occurred. */
  dueAt({ node, limits }: LimitedPlace, limit: LimitInForce): Due[] {
    const { anchor, otherwise } = limit;
    if (anchor === undefined) return [{ limit, value: limit.value, on: "all" }];
    if (otherwise === undefined) return [due(limits, limit, anchor, "all")];
    const states = this.occurred(anchor.id).get(node) ?? new Set([0, 1]);
    const on = states.size > 1 ? "some" : "all";
    return [
      ...(states.has(1) ? [due(limits, limit, anchor, on)] : []),
      ...(states.has(0) ? [due(limits, limit, otherwise, on)] : []),
    ];
  }

  /** For each node of the script whether an event can have occurred (1) or not (0) when a call comes to it. */
  private occurred(eventId: string): ReadonlyMap<FlowNode, ReadonlySet<number>> {
    let states = this.searches.get(eventId);
    if (states === undefined) {
      const found = new Map<FlowNode, Set<number>>();
      const reach = watching(this.supergraph, ({ graph, node }) =>
        eventsOf(graph, node!)
          .flat()
          .some(({ name }) => name === `does:${eventId}`),
      );
      for (const { point, state } of placesOf(reach, this.supergraph)) {
        const { node } = this.supergraph.points[point]!;
        if (node !== undefined) found.set(node, (found.get(node) ?? new Set()).add(state));
      }
      states = found;
      this.searches.set(eventId, states);
    }
    return states;
  }
}

function due(limits: readonly LimitInForce[], limit: LimitInForce, anchor: StandardEvent, on: Due["on"]): Due {
  const total = fromAnchor(limits, limit, anchor);
  const isChain = total.anchor.id !== anchor.id;
  return { limit, anchor, value: limit.value, ...(isChain && { total }), on };
}

/** The ways to end a call, with what is on them. */
function endsOf(graph: FlowGraph, entries: readonly TimelineEntry[]): TimelineEnd[] {
  const supergraph = supergraphOf(graph);
  const seen = new Map<FlowNode, { document: ScriptDocument; states: Map<TimelineEntry, Set<number>> }>();
  const follow = (reach: Reach<never>, note: (last: FlowNode, state: number) => void) => {
    for (const place of placesOf(reach, supergraph))
      for (const next of reach.following(place)) {
        if (supergraph.points[next.point]!.node?.kind !== "end") continue;
        const last = supergraph.points[place.point]!;
        if (last.node === undefined) continue;
        if (!seen.has(last.node)) seen.set(last.node, { document: last.graph.document, states: new Map() });
        note(last.node, next.state);
      }
  };
  follow(watching(supergraph), () => undefined);
  for (const entry of entries)
    follow(
      watching(supergraph, ({ node }) => node === entry.node),
      (last, state) => {
        const { states } = seen.get(last)!;
        states.set(entry, (states.get(entry) ?? new Set()).add(state));
      },
    );
  return [...seen]
    .map(([node, { document, states }]) => {
      const having = (wanted: (found: ReadonlySet<number>) => boolean) =>
        new Set(entries.filter((entry) => wanted(states.get(entry) ?? new Set())));
      return {
        node,
        document,
        always: having((found) => found.has(1) && !found.has(0)),
        sometimes: having((found) => found.has(1) && found.has(0)),
      };
    })
    .sort((a, b) => a.node.span.start - b.node.span.start);
}

/** A search of calls that notes whether something has happened: state 1 behind it. */
function watching(supergraph: Supergraph, happensAt: (point: Point) => boolean = () => false): Reach<never> {
  return new Reach<never>(supergraph, {
    states: 2,
    at: (state, point) => ({ state: state === 1 || happensAt(point) ? 1 : 0 }),
  });
}

function placesOf(reach: Reach<never>, { roots }: Supergraph): Place[] {
  return [...reach.reached(roots.slice(0, 1)).keys()].map((number) => reach.placeOf(number));
}
