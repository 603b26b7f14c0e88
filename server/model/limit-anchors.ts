import type { ScriptDocument } from "./document.ts";
import { eventsOf } from "./events.ts";
import type { FlowGraph, FlowNode } from "./flow.ts";
import { fromAnchor } from "./grants.ts";
import type { LimitInForce } from "./limits.ts";
import { placesOf, watching } from "./occurrence.ts";
import type { StandardEvent } from "./standards.ts";
import { type Supergraph, supergraphOf } from "./supergraph.ts";
import type { TimeValue } from "./time.ts";

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

/** A node, and the limits that hold there. */
export interface LimitedPlace {
  readonly document: ScriptDocument;
  readonly node: FlowNode;
  readonly limits: readonly LimitInForce[];
}

/** Finds out of which events a limit counts at a place of the script. */
export class AnchorsBefore {
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
      for (const place of placesOf(reach, this.supergraph)) {
        const { node } = this.supergraph.points[reach.pointOf(place)]!;
        if (node !== undefined) found.set(node, (found.get(node) ?? new Set()).add(reach.stateOf(place)));
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
