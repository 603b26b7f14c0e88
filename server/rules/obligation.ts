import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { eventAt, type FlowEvent } from "../model/events.ts";
import type { FlowGraph, FlowNode } from "../model/flow.ts";
import { arraysOf, type PointArrays } from "../model/point-arrays.ts";
import { type Point, type Supergraph, supergraphOf } from "../model/supergraph.ts";
import { verbatimArraysOf } from "../model/verbatim.ts";
import { type Disproof, disproofsOf } from "./disproof.ts";
import { Machine, machineOf } from "./machine.ts";
import { countsSeconds, type Obligation } from "./pattern.ts";
import { type Breach, TURN, type Watch } from "./watch.ts";

/** A point of a path at which something stands. */
export interface PathPoint extends Point {
  readonly node: FlowNode;
}

/** The nodes of a path that stand in one script. */
export function nodesIn(document: ScriptDocument, path: readonly PathPoint[]): FlowNode[] {
  const nodes: FlowNode[] = [];
  for (const { graph, node } of path) if (graph.document === document) nodes.push(node);
  return nodes;
}

/** Where something of a counter-example happens. */
interface Occurrence {
  readonly document: ScriptDocument;
  readonly node: FlowNode;
  readonly event: FlowEvent;
}

/** A path on which an obligation is not kept. */
export interface CounterExample {
  /** What in the script calls for a finding, or the detour within which it happens. */
  readonly span: Span;
  /** Where the obligation arises; absent where it is there from the beginning of the call. */
  readonly trigger?: Occurrence;
  /** Where it is broken. */
  readonly barrier: Occurrence;
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
  const supergraph = supergraphOf(graph);
  const arrays = countsSeconds(obligation) ? verbatimArraysOf(supergraph) : arraysOf(supergraph);
  return disproved(supergraph, arrays, machineOf(obligation, graph.document.facts, arrays.alphabet));
}

/**
 * Finds for a monitor that watches calls from their beginning a shortest way to each place where one breaks it, in the
 * order of the text. None in a shared file: what comes before its steps is known only in the scripts that run them.
 */
export function breaches(graph: FlowGraph, watch: Watch): CounterExample[] {
  const supergraph = supergraphOf(graph);
  const arrays = verbatimArraysOf(supergraph);
  return disproved(supergraph, arrays, new Machine(watch, graph.document.facts, arrays.alphabet));
}

function disproved(supergraph: Supergraph, arrays: PointArrays, machine: Machine): CounterExample[] {
  return disproofsOf(arrays, machine, supergraph.graph.document.facts.kind !== "fragments")
    .map((disproof) => written(supergraph, disproof))
    .sort((a, b) => a.span.start - b.span.start);
}

/** A disproof in terms of the script. */
function written({ graph, points }: Supergraph, { trigger, way, breach, detour }: Disproof): CounterExample {
  const on = way.map((id) => points[id]!);
  const [first, last] = [on[0]!, on.at(-1)!];
  const path = on.filter((point): point is PathPoint => point.node !== undefined);
  const barrier = occurrenceAt(last, breach);
  if (trigger !== undefined) {
    const begins = occurrenceAt(first, trigger);
    return {
      span: detour === undefined ? begins.event.span : points[detour]!.node!.span,
      trigger: begins,
      barrier,
      path,
    };
  }
  const isOwn = (point: Point) => point.graph === graph && point.node !== undefined;
  if (isOwn(last) && last.node!.kind !== "end") return { span: barrier.event.span, barrier, path };
  // The end has no line of its own, and where branches meet there is nothing to read: the last thing before is shown.
  const shown = on.findLast((point) => isOwn(point) && point.node!.kind !== "end" && point.node!.kind !== "join");
  return { span: shown?.node?.span ?? barrier.event.span, barrier, path };
}

function occurrenceAt({ graph, node }: Point, breach: Breach): Occurrence {
  const event = breach === TURN ? { name: "turn", span: node!.span } : eventAt(graph, node!, breach);
  return { document: graph.document, node: node!, event };
}
