import type { Action, Span } from "../../grammar/index.ts";
import { type Commitment, commitmentsOfTurn } from "./commitments.ts";
import type { ScriptDocument } from "./document.ts";
import { type FlowGraph, type FlowNode, flowOf } from "./flow.ts";
import { grantFor, type Judgement, judgePlan, judgePromise } from "./grants.ts";
import { AnchorsBefore, type Due, type LimitedPlace } from "./limit-anchors.ts";
import { type LimitInForce, limitsFor } from "./limits.ts";
import { planOf } from "./plans.ts";
import type { Project } from "./project.ts";
import { promisedWords } from "./promised-words.ts";
import { eventOfAction } from "./standard-events.ts";
import { nameOf } from "./standards.ts";
import { supergraphOf } from "./supergraph.ts";
import type { TimeExpression } from "./time.ts";
import { endsOf } from "./timeline-ends.ts";

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
