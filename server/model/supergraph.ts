import type { Step } from "../../grammar/index.ts";
import { type FlowGraph, type FlowNode, flowOf } from "./flow.ts";
import { resolveFar } from "./imports.ts";

/** A place in a call: a node of some script's graph, within the procedure that runs it. */
export interface Point {
  readonly id: number;
  readonly graph: FlowGraph;
  /** Undefined where nothing happens: where a detour returns, and where a jump leaves the step that a detour runs. */
  readonly node: FlowNode | undefined;
  readonly procedure: number;
  /** Ids of the points that can follow in the same procedure; behind a call, those to which it returns. */
  readonly next: readonly number[];
  /** The procedure that runs here before what follows. */
  readonly calls?: number;
}

/** A piece of flow with one way in and one way back: the call itself, or a step that a detour runs. */
export interface Procedure {
  readonly entry: number;
  /** Where it returns; the call itself does not. */
  readonly exit?: number;
}

/**
 * The flow of a whole call over all scripts that it runs through, with detours as calls that return to where they came
 * from: an interprocedural supergraph (Reps, Horwitz, Sagiv 1995). Its size is linear in the scripts, however often a
 * step is used.
 */
export interface Supergraph {
  /** The graph of the script whose calls these are. */
  readonly graph: FlowGraph;
  /** The first one is the end of the call. */
  readonly points: readonly Point[];
  readonly procedures: readonly Procedure[];
  /** The points at which a call can begin, the script's first line before all others. */
  readonly roots: readonly number[];
}

/**
 * Builds the supergraph of a script. Its roots are its first node and the steps to which nothing leads; in a shared
 * file, where each step is run by itself, all steps.
 */
export function supergraphOf(graph: FlowGraph): Supergraph {
  let supergraph = built.get(graph);
  if (supergraph === undefined) {
    supergraph = new Builder(graph).build();
    built.set(graph, supergraph);
  }
  return supergraph;
}

const built = new WeakMap<FlowGraph, Supergraph>();

const NOWHERE: readonly number[] = [];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Builder {
  private readonly points: Mutable<Point>[] = [];
  private readonly procedures: Mutable<Procedure>[] = [];
  private readonly known = new Map<FlowGraph, Map<string, number>>();
  private readonly waiting: (() => void)[] = [];
  private readonly main: FlowGraph;
  private readonly end: number;

  constructor(main: FlowGraph) {
    this.main = main;
    this.procedures.push({ entry: 0 });
    this.end = this.add(main, main.nodes[main.end], 0);
    this.procedures[0]!.entry = this.end;
  }

  build(): Supergraph {
    const roots =
      this.main.document.facts.kind === "fragments"
        ? [...this.main.entries.keys()].map((step) => this.procedures[this.procedure(this.main, step, false)]!.entry)
        : this.buildCall();
    this.finish();
    return { graph: this.main, points: this.points, procedures: this.procedures, roots };
  }

  /** Builds the call itself: from the first node, then from each step that nothing has led to or run so far. */
  private buildCall(): number[] {
    const { nodes, entries, end } = this.main;
    const placed = new Int32Array(nodes.length).fill(-1);
    placed[end] = this.end;
    const roots: number[] = [];
    const isKnown = (entry: number) => placed[entry]! >= 0 || this.known.get(this.main)?.has(`${entry} false`);
    for (const start of nodes.length > 1 ? [0, ...entries.values()] : []) {
      if (isKnown(start)) continue;
      const waiting = [start];
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        if (placed[id]! >= 0) continue;
        const point = this.add(this.main, nodes[id], 0);
        placed[id] = point;
        this.callFrom(point);
        for (const next of nodes[id]!.next) waiting.push(next);
      }
      this.finish();
      roots.push(placed[start]!);
    }
    for (const point of this.points)
      if (point.procedure === 0 && point.node !== undefined && !this.isLost(point.id))
        point.next = point.node.next.map((next) => placed[next]!);
    return roots;
  }

  /** The procedure of a step that a detour runs; `hungUp`: the call is over, so that it ends where it would return. */
  private procedure(graph: FlowGraph, step: Step, hungUp: boolean): number {
    let known = this.known.get(graph);
    if (known === undefined) {
      known = new Map();
      this.known.set(graph, known);
    }
    const entry = graph.entries.get(step)!;
    const key = `${entry} ${hungUp}`;
    const id = known.get(key);
    if (id !== undefined) return id;
    const procedure = this.procedures.length;
    known.set(key, procedure);
    const first = this.add(graph, graph.nodes[entry], procedure);
    this.procedures.push({ entry: first, exit: this.add(graph, undefined, procedure) });
    // Steps can lead to one another without end, so they wait for their turn instead of nesting.
    this.waiting.push(() => this.buildProcedure(graph, procedure, step, hungUp));
    return procedure;
  }

  private buildProcedure(graph: FlowGraph, procedure: number, step: Step, hungUp: boolean): void {
    const { entry, exit } = this.procedures[procedure]!;
    const placed = new Map<string, number>([[`${graph.entries.get(step)!} ${hungUp}`, entry]]);
    const waiting: [node: number, hungUp: boolean, point: number][] = [[graph.entries.get(step)!, hungUp, entry]];
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      const [id, before, point] = item;
      const node = graph.nodes[id]!;
      const after = before || (node.kind === "action" && node.action.verb?.id === "hang-up");
      const back = after ? this.end : exit!;
      this.callFrom(point);
      if (this.isLost(point)) continue;
      if (graph.falls.has(id)) this.link(point, back);
      else
        for (const next of node.next) {
          const target = graph.nodes[next]!;
          if (next === graph.end) this.link(point, this.end);
          else if (target.step === step) {
            const key = `${next} ${after}`;
            let known = placed.get(key);
            if (known === undefined) {
              known = this.add(graph, target, procedure);
              placed.set(key, known);
              waiting.push([next, after, known]);
            }
            this.link(point, known);
          } else {
            // A jump out of the step: what it leads to runs to its own return, and then this one returns.
            const leave = this.add(graph, undefined, procedure);
            this.points[leave]!.calls = this.procedure(graph, target.step!, after);
            this.link(leave, back);
            this.link(point, leave);
          }
        }
    }
  }

  /** Makes the detour at a point, if there is one, a call of the step to which it leads, if that is there. */
  private callFrom(point: number): void {
    const { graph, node } = this.points[point]!;
    if (node?.kind !== "detour" || node.detour.target.kind === "missing") return;
    const resolution = resolveFar(graph.project, graph.document, node.detour.target);
    if (resolution.kind === "step") this.points[point]!.calls = this.procedure(graph, resolution.step, false);
    else if (resolution.kind === "far-step") {
      const far = flowOf(graph.project, resolution.document);
      this.points[point]!.calls = this.procedure(far, resolution.step, false);
    }
  }

  /** Whether a point is a detour to nowhere: what it would do is not known, so nothing is known of what follows. */
  private isLost(point: number): boolean {
    const { node, calls } = this.points[point]!;
    return node?.kind === "detour" && calls === undefined;
  }

  private finish(): void {
    for (let work = this.waiting.pop(); work !== undefined; work = this.waiting.pop()) work();
  }

  private add(graph: FlowGraph, node: FlowNode | undefined, procedure: number): number {
    const id = this.points.length;
    this.points.push({ id, graph, node, procedure, next: NOWHERE });
    return id;
  }

  private link(from: number, to: number): void {
    const point = this.points[from]!;
    if (point.next.length === 0) point.next = [to];
    else (point.next as number[]).push(to);
  }
}
