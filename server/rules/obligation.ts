import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { eventsOf, type FlowEvent } from "../model/events.ts";
import type { FlowGraph, FlowNode } from "../model/flow.ts";
import type { Sign } from "../model/happening.ts";
import { livePoints } from "../model/live-points.ts";
import { arraysOf, type PointArrays } from "../model/point-arrays.ts";
import { Product } from "../model/product.ts";
import { type Point, type Supergraph, supergraphOf } from "../model/supergraph.ts";
import { type Way, Ways } from "../model/ways.ts";
import { type Machine, machineOf } from "./machine.ts";
import type { Obligation } from "./pattern.ts";
import { type Breach, TURN } from "./watch.ts";

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
 * Linear in the points and edges of the scripts, however many paths there are; exact for detours (see product.ts).
 */
export function counterExamples(graph: FlowGraph, obligation: Obligation): CounterExample[] {
  const examples = new Examples(graph, obligation);
  const found = obligation.pattern === "response" ? examples.behindTriggers() : examples.fromBeginning();
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** So many examples of one fault are enough to begin with; each holds a whole path, so that all could fill the memory. */
const MOST = 200;

/** An example of which the path is not written out yet. */
interface Sketch {
  readonly point: Point;
  readonly trigger: Sign;
  /** Absent where it is broken at the point itself. */
  readonly way?: Way;
  readonly breach: Breach;
  /** The detour in the script within which it happens, where it does not happen in the script itself. */
  readonly detour?: FlowNode;
}

class Examples {
  private readonly graph: FlowGraph;
  private readonly supergraph: Supergraph;
  private readonly arrays: PointArrays;
  private readonly machine: Machine;
  private readonly live: Uint8Array;
  private ways: Ways | undefined;

  constructor(graph: FlowGraph, obligation: Obligation) {
    this.graph = graph;
    this.supergraph = supergraphOf(graph);
    this.arrays = arraysOf(this.supergraph);
    this.machine = machineOf(obligation, graph.document.facts, this.arrays.alphabet);
    this.live = livePoints(this.supergraph);
  }

  /** One for each trigger of a response, unless the one of an earlier trigger runs through it to the same barrier. */
  behindTriggers(): CounterExample[] {
    const covered = new Map<FlowNode, Set<FlowNode>>();
    const walked = new Set<number>();
    return this.sketches().flatMap((sketch) => {
      const { point, way } = sketch;
      const barrier = way === undefined ? point.node! : this.supergraph.points[way.breach.point]!.node!;
      const passed = covered.get(barrier) ?? new Set();
      covered.set(barrier, passed);
      if (passed.has(point.node!)) return [];
      passed.add(point.node!);
      const ways = this.waysToBreach();
      // Where another way to this barrier has led, the two go on alike.
      for (let key = way?.key; key !== undefined && !walked.has(key); key = ways.rest(key)) {
        walked.add(key);
        const { node } = this.supergraph.points[ways.pointOf(key)]!;
        if (node !== undefined) passed.add(node);
      }
      return [this.written(sketch)];
    });
  }

  /** One for each place at which a call breaks the obligation, and for each way to end a call that does. */
  fromBeginning(): CounterExample[] {
    // What comes before a step of a shared file is known only in the scripts that run it.
    if (this.graph.document.facts.kind === "fragments") return [];
    if (!this.machine.transitions.canBreak(this.arrays.occurring)) return [];
    const product = this.product();
    const { places, before } = product.reached(this.supergraph.roots.slice(0, 1));
    // The end is one place for all calls, so it is looked at from each of those before it.
    const isEnd = (place: number) => this.pointAt(product, place).node?.kind === "end";
    const found = new Map<number, CounterExample>();
    for (const place of places) {
      if (found.size >= MOST) break;
      const broken: number[] = [];
      if (product.isBreach(place) && !isEnd(place)) broken.push(place);
      product.following(place, (next) => {
        if (isEnd(next) && product.isBreach(next)) broken.push(next);
      });
      for (const last of broken) {
        let own = place;
        while (own >= 0 && !this.isOwn(this.pointAt(product, own))) own = before[own]!;
        if (own < 0 || found.has(product.pointOf(own))) continue;
        const way: Point[] = [];
        for (let at = place; at >= 0; at = before[at]!) way.push(this.pointAt(product, at));
        way.reverse();
        const breach = this.machine.transitions.breach(
          product.stateOf(last),
          this.arrays.happening[product.pointOf(last)]!,
        )!;
        const path = pathOf(last === place ? way : [...way, this.pointAt(product, last)]);
        const barrier = { ...path.at(-1)!, event: this.eventOf(this.pointAt(product, last), breach) };
        // Where branches meet there is nothing to read, so the last thing before is shown.
        const node = way.findLast((point) => this.isOwn(point) && point.node!.kind !== "join")?.node;
        const isHere = last === place && own === place;
        const span = isHere || node === undefined ? barrier.event.span : node.span;
        found.set(product.pointOf(own), { span, barrier, path });
      }
    }
    return [...found.values()];
  }

  /** The best example for each node at which the response is called for. */
  private sketches(): Sketch[] {
    const { machine, supergraph, arrays } = this;
    const { roots, points } = supergraph;
    const calling = new Set(arrays.occurring.filter((happening) => machine.isTrigger(happening)));
    if (calling.size === 0) return [];
    const triggers = points.filter(({ id }) => calling.has(arrays.happening[id]!) && this.live[id] === 1);
    const reached = (transitions: typeof machine.transitions, from: readonly number[]) =>
      new Product(supergraph, transitions).reached(from);
    const notYet = machine.notYet && reached(machine.notYet, roots);
    // What comes first in a step to which nothing leads comes first in no call.
    const beginnings = this.graph.document.facts.kind === "fragments" ? roots : roots.slice(0, 1);
    const notBehind = machine.notBehind.map((transitions) => reached(transitions, beginnings));
    const behind = machine.behind && reached(machine.behind, roots);
    const best = new Map<FlowNode, Sketch>();
    for (const point of triggers) {
      if (best.size === MOST) break;
      if (notBehind.some((calls) => !calls.has(point.id)) || behind?.has(point.id, 1) === false) continue;
      const happening = arrays.happening[point.id]!;
      const trigger =
        machine.trigger(happening) ?? (notYet?.has(point.id) ? machine.triggerNotYet(happening) : undefined);
      const sketch = trigger && this.sketchBehind(point, trigger);
      if (sketch === undefined) continue;
      const known = best.get(point.node!);
      if (known === undefined || this.pathOfSketch(sketch).length < this.pathOfSketch(known).length)
        best.set(point.node!, sketch);
    }
    return [...best.values()];
  }

  private sketchBehind(point: Point, trigger: Sign): Sketch | undefined {
    const { alphabet, happening } = this.arrays;
    const verdict = this.machine.watch.behind(trigger.group, alphabet.at(happening[point.id]!));
    if (verdict === "kept") return undefined;
    if ("breach" in verdict) return this.isOwn(point) ? { point, trigger, breach: verdict.breach } : undefined;
    const ways = this.waysToBreach();
    // What a shared file does within itself is told there.
    if (!this.isOwn(point) && ways.from(point.next, verdict.state, false) !== undefined) return undefined;
    const way = ways.from(point.next, verdict.state, true);
    if (way === undefined) return undefined;
    const breach = this.machine.transitions.breach(way.breach.state, happening[way.breach.point]!)!;
    if (this.isOwn(point)) return { point, trigger, way, breach };
    for (const id of ways.returnsOn(way)) {
      const detour = this.supergraph.points[id]!;
      if (this.isOwn(detour)) return { point, trigger, way, breach, detour: detour.node! };
    }
    return undefined;
  }

  private written(sketch: Sketch): CounterExample {
    const { point, way, detour } = sketch;
    const path = this.pathOfSketch(sketch);
    const event = this.eventOf(point, sketch.trigger);
    const last = way === undefined ? point : this.supergraph.points[way.breach.point]!;
    return {
      span: detour?.span ?? event.span,
      trigger: { ...path[0]!, event },
      barrier: { ...path.at(-1)!, event: this.eventOf(last, sketch.breach) },
      path,
    };
  }

  private pathOfSketch({ point, way }: Sketch): PathPoint[] {
    const behind = way === undefined ? [] : this.waysToBreach().pointsOn(way);
    return pathOf([point, ...behind.map((id) => this.supergraph.points[id]!)]);
  }

  private eventOf({ graph, node }: Point, breach: Breach): FlowEvent {
    if (breach === TURN) return { name: "turn", span: node!.span };
    return eventsOf(graph, node!)[breach.group]![breach.index]!;
  }

  private product(): Product {
    return new Product(this.supergraph, this.machine.transitions, this.live);
  }

  private waysToBreach(): Ways {
    this.ways ??= new Ways(this.product());
    return this.ways;
  }

  private pointAt(product: Product, place: number): Point {
    return this.supergraph.points[product.pointOf(place)]!;
  }

  private isOwn({ graph, node }: Point): boolean {
    return graph === this.graph && node !== undefined;
  }
}

function pathOf(points: readonly Point[]): PathPoint[] {
  return points
    .filter(({ node }) => node !== undefined)
    .map(({ graph, node }) => ({ document: graph.document, node: node! }));
}
