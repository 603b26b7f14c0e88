import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { eventsOf, type FlowEvent } from "../model/events.ts";
import type { FlowGraph, FlowNode } from "../model/flow.ts";
import { livePoints, type Place, Reach } from "../model/monitor.ts";
import { type Point, type Supergraph, supergraphOf } from "../model/supergraph.ts";
import { anyOf, type EventTest, never, type Obligation, type Response } from "./pattern.ts";
import { watchOf } from "./pattern-watch.ts";
import { Watch } from "./watch.ts";

/** A point of a path: a node, and the script in which it stands. */
export interface PathPoint {
  readonly document: ScriptDocument;
  readonly node: FlowNode;
}

/** A path on which an obligation is not kept. */
export interface CounterExample {
  /** What in the script calls for a finding, or the detour within which it happens. */
  readonly span: Span;
  /** Where the obligation arises; absent where it is there from the beginning of the call. */
  readonly trigger?: PathPoint & { readonly event: FlowEvent };
  /** Where it is broken. */
  readonly barrier: PathPoint & { readonly event: FlowEvent };
  /** A shortest one: from the trigger, or the beginning of the call, to the barrier. A finished detour is one point. */
  readonly path: readonly PathPoint[];
}

/**
 * Finds a shortest counter-example for each place where an obligation arises and is not kept (response), or is broken
 * (the other patterns), in the order of the text. Of several triggers on one path to one barrier only the first is told.
 *
 * Linear in the points and edges of the scripts, however many paths there are; exact for detours (see monitor.ts).
 */
export function counterExamples(graph: FlowGraph, obligation: Obligation): CounterExample[] {
  const examples = new Examples(graph, watchOf(obligation, graph.document.facts));
  const found = obligation.pattern === "response" ? examples.behindTriggers(obligation) : examples.fromBeginning();
  return found.sort((a, b) => a.span.start - b.span.start);
}

/**
 * Finds for a monitor that watches calls from their beginning a shortest way to each place where one breaks it, in the
 * order of the text. None in a shared file: what comes before its steps is known only in the scripts that run them.
 */
export function breaches(graph: FlowGraph, watch: Watch): CounterExample[] {
  return new Examples(graph, watch).fromBeginning().sort((a, b) => a.span.start - b.span.start);
}

/** So many examples of one fault are enough to begin with; each holds a whole path, so that all could fill the memory. */
const MOST = 200;

class Examples {
  private readonly graph: FlowGraph;
  private readonly supergraph: Supergraph;
  private readonly live: ReadonlySet<number>;
  private readonly watch: Watch;
  private readonly reach: Reach<FlowEvent>;

  constructor(graph: FlowGraph, watch: Watch) {
    this.graph = graph;
    this.supergraph = supergraphOf(graph);
    this.watch = watch;
    this.live = livePoints(this.supergraph);
    this.reach = new Reach(this.supergraph, this.watch, this.live);
  }

  /** One for each trigger of a response, unless the one of an earlier trigger runs through it to the same barrier. */
  behindTriggers({
    when,
    whenNotYet = never,
    unlessAfter,
    onlyAfter,
    response,
    firstOnly,
  }: Response): CounterExample[] {
    const first = typeof response === "function" ? response : response[0]!;
    const { roots } = this.supergraph;
    const notYet = whenNotYet === never ? undefined : this.reachedBefore(first, roots);
    // What comes first in a step to which nothing leads comes first in no call.
    const beginnings = this.graph.document.facts.kind === "fragments" ? roots : roots.slice(0, 1);
    const before = [...(firstOnly ? [anyOf(when, whenNotYet)] : []), ...(unlessAfter ? [unlessAfter] : [])].map(
      (test) => this.reachedBefore(test, beginnings),
    );
    const after = onlyAfter && this.reachedAfter(onlyAfter, roots);
    const best = new Map<FlowNode, CounterExample>();
    for (const point of this.supergraph.points) {
      if (best.size === MOST) break;
      if (point.node === undefined || !this.live.has(point.id)) continue;
      if (before.some((reached) => !reached.has(point.id)) || after?.has(point.id) === false) continue;
      const trigger =
        this.triggerAt(point, when) ?? (notYet?.has(point.id) ? this.triggerAt(point, whenNotYet, first) : undefined);
      const example = trigger && this.exampleBehind(point, trigger);
      if (example === undefined) continue;
      const known = best.get(point.node);
      if (known === undefined || example.path.length < known.path.length) best.set(point.node, example);
    }
    const covered = new Map<FlowNode, Set<FlowNode>>();
    return [...best.values()].filter(({ trigger, barrier, path }) => {
      if (covered.get(barrier.node)?.has(trigger!.node)) return false;
      const passed = covered.get(barrier.node) ?? new Set();
      covered.set(barrier.node, passed);
      for (const { node } of path) passed.add(node);
      return true;
    });
  }

  /** One for each place at which a call breaks the obligation, and for each way to end a call that does. */
  fromBeginning(): CounterExample[] {
    // What comes before a step of a shared file is known only in the scripts that run it.
    if (this.graph.document.facts.kind === "fragments") return [];
    const reached = this.reach.reached(this.supergraph.roots.slice(0, 1));
    const found = new Map<number, CounterExample>();
    for (const number of reached.keys()) {
      if (found.size === MOST) break;
      const place = this.reach.placeOf(number);
      for (const last of [undefined, ...this.reach.following(place)]) {
        // The end is one place for all calls, so it is looked at from each of those before it.
        const isEnd = (at: Place) => this.supergraph.points[at.point]!.node?.kind === "end";
        const breach = last === undefined || isEnd(last) ? this.reach.breachAt(last ?? place) : undefined;
        if (breach === undefined || (last === undefined && isEnd(place))) continue;
        const way = [place];
        for (let at = reached.get(number); at !== undefined; at = reached.get(this.reach.number(at.point, at.state)))
          way.push(at);
        way.reverse();
        const own = way.findLast(({ point }) => this.isOwn(this.supergraph.points[point]!));
        if (own === undefined || found.has(own.point)) continue;
        const path = this.pointsOf(last === undefined ? way : [...way, last]);
        // Where branches meet there is nothing to read, so the last thing before is shown.
        const shown = way.map(({ point }) => this.supergraph.points[point]!).filter((point) => this.isOwn(point));
        const node = shown.findLast((point) => point.node!.kind !== "join")?.node;
        const isHere = last === undefined && own === place;
        const span = isHere || node === undefined ? breach.span : node.span;
        found.set(own.point, { span, barrier: { ...path.at(-1)!, event: breach }, path });
      }
    }
    return [...found.values()];
  }

  private exampleBehind(point: Point, trigger: Trigger): CounterExample | undefined {
    const start = { document: point.graph.document, node: point.node! };
    const verdict = this.watch.behind(trigger.group, point);
    if (verdict === "kept") return undefined;
    if ("breach" in verdict) {
      if (!this.isOwn(point)) return undefined;
      const barrier = { ...start, event: verdict.breach };
      return { span: trigger.event.span, trigger: { ...start, event: trigger.event }, barrier, path: [start] };
    }
    const next = point.next.map((id) => ({ point: id, state: verdict.state }));
    // What a shared file does within itself is told there.
    if (!this.isOwn(point) && this.reach.breachFrom(next, false) !== undefined) return undefined;
    const way = this.reach.breachFrom(next, true);
    if (way === undefined) return undefined;
    const detour = way.returns.find((id) => this.isOwn(this.supergraph.points[id]!));
    const span = this.isOwn(point)
      ? trigger.event.span
      : detour === undefined
        ? undefined
        : this.supergraph.points[detour]!.node?.span;
    if (span === undefined) return undefined;
    const path = [start, ...this.pointsOf(way.places)];
    const barrier = { ...path.at(-1)!, event: way.breach };
    return { span, trigger: { ...start, event: trigger.event }, barrier, path };
  }

  /** @param unless what, said earlier in the same turn, makes it none */
  private triggerAt({ graph, node }: Point, when: EventTest, unless: EventTest = never): Trigger | undefined {
    const { facts } = this.graph.document;
    for (const [group, events] of eventsOf(graph, node!).entries()) {
      const event = events.find((candidate) => when(candidate, facts));
      if (event !== undefined) return { event, group };
      if (events.some((candidate) => unless(candidate, facts))) return undefined;
    }
    return undefined;
  }

  /** The points to which a call can come from the roots before `test` has happened, those where it does included. */
  private reachedBefore(test: EventTest, roots: readonly number[]): ReadonlySet<number> {
    const { facts } = this.graph.document;
    const happened = (events: readonly FlowEvent[]) => events.some((event) => test(event, facts));
    const watch = new Watch(1, (_, events) => (happened(events) ? "kept" : undefined));
    const reach = new Reach(this.supergraph, watch);
    return new Set([...reach.reached(roots).keys()].map((number) => reach.placeOf(number).point));
  }

  /** The points to which a call can come from the roots after `test` has happened. */
  private reachedAfter(test: EventTest, roots: readonly number[]): ReadonlySet<number> {
    const { facts } = this.graph.document;
    const happened = (events: readonly FlowEvent[]) => events.some((event) => test(event, facts));
    const watch = new Watch(2, (_, events) => (happened(events) ? { state: 1 } : undefined));
    const reach = new Reach(this.supergraph, watch);
    const places = [...reach.reached(roots).keys()].map((number) => reach.placeOf(number));
    return new Set(places.filter(({ state }) => state === 1).map(({ point }) => point));
  }

  private isOwn({ graph, node }: Point): boolean {
    return graph === this.graph && node !== undefined;
  }

  private pointsOf(places: readonly Place[]): PathPoint[] {
    return places
      .map(({ point }) => this.supergraph.points[point]!)
      .filter(({ node }) => node !== undefined)
      .map(({ graph, node }) => ({ document: graph.document, node: node! }));
  }
}

/** An event that calls for something, and the number of the group in which it happens. */
interface Trigger {
  readonly event: FlowEvent;
  readonly group: number;
}
