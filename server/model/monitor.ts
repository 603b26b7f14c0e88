import type { Point, Supergraph } from "./supergraph.ts";

/**
 * Watches a call for one obligation, as a finite automaton: what happens at a point leads from one state to the next,
 * settles the obligation (`kept`), or breaks it.
 */
export interface Monitor<Breach> {
  /** The states are 0 … states - 1. */
  readonly states: number;
  at(state: number, point: Point): Verdict<Breach>;
}

export type Verdict<Breach> = { readonly state: number } | { readonly breach: Breach } | "kept";

/** A point that a call comes to in a state of the monitor, before what happens there. */
export interface Place {
  readonly point: number;
  readonly state: number;
}

/** A shortest way to a breach. A detour that is run through and returns counts as one point of it. */
export interface WayToBreach<Breach> {
  readonly places: readonly Place[];
  readonly breach: Breach;
  /** The detours to which it returns from within, in its order. */
  readonly returns: readonly number[];
}

/**
 * The points to which a call can come. Behind a detour to nowhere, and behind one that never returns, there are none.
 */
export function livePoints(graph: Supergraph): ReadonlySet<number> {
  let live = alive.get(graph);
  if (live === undefined) {
    const reach = new Reach<never>(graph, { states: 1, at: (state) => ({ state }) });
    live = new Set([...reach.reached(graph.roots).keys()].map((number) => reach.placeOf(number).point));
    alive.set(graph, live);
  }
  return live;
}

/** For each point those that it can follow in the same procedure. */
function pointsBefore(graph: Supergraph): readonly (readonly number[])[] {
  let before = backward.get(graph);
  if (before === undefined) {
    const found: number[][] = graph.points.map(() => []);
    for (const { id, next } of graph.points) for (const to of next) found[to]!.push(id);
    before = found;
    backward.set(graph, before);
  }
  return before;
}

const backward = new WeakMap<Supergraph, readonly (readonly number[])[]>();
const alive = new WeakMap<Supergraph, ReadonlySet<number>>();

/**
 * Finds out where a monitor is broken, and how one comes there, on realizable paths only: what a detour runs returns to
 * where it was called from (summary edges; Reps, Horwitz, Sagiv 1995). Breadth-first searches in the product of points
 * and states; each is linear in points, edges and calls, for a given number of states, however many paths there are.
 */
export class Reach<Breach> {
  private readonly graph: Supergraph;
  private readonly monitor: Monitor<Breach>;
  private readonly verdicts: (Verdict<Breach> | undefined)[] = [];
  private readonly before: readonly (readonly number[])[];
  private readonly callers: number[][];
  /** For each place as a number, the states in which its procedure can return from there. */
  private readonly exits: (Set<number> | undefined)[] = [];
  private search: ReturnType<Reach<Breach>["searchBreaches"]> | undefined;

  /** @param live the points that count as places from which a detour can have been called; all where none are given */
  constructor(graph: Supergraph, monitor: Monitor<Breach>, live?: ReadonlySet<number>) {
    this.graph = graph;
    this.monitor = monitor;
    this.before = pointsBefore(graph);
    this.callers = graph.procedures.map(() => []);
    for (const { id, calls } of graph.points)
      if (calls !== undefined && (live === undefined || live.has(id))) this.callers[calls]!.push(id);
    if (graph.procedures.length > 1) this.summarize();
  }

  /** The places to which a call can come from the roots, each with the one before it; the roots with none. */
  reached(roots: readonly number[], state = 0): ReadonlyMap<number, Place | undefined> {
    const from = new Map<number, Place | undefined>();
    const queue: number[] = [];
    const come = (point: number, state: number, before: Place | undefined) => {
      const place = this.number(point, state);
      if (from.has(place)) return;
      from.set(place, before);
      queue.push(place);
    };
    for (const root of roots) come(root, state, undefined);
    for (let at = 0; at < queue.length; at++) {
      const place = this.placeOf(queue[at]!);
      for (const { point, state } of this.following(place)) come(point, state, place);
    }
    return from;
  }

  /** The key of a place in what `reached` returns. */
  number(point: number, state: number): number {
    return point * this.monitor.states + state;
  }

  placeOf(number: number): Place {
    const state = number % this.monitor.states;
    return { point: (number - state) / this.monitor.states, state };
  }

  /**
   * A shortest way from the nearest of some places of one procedure to a breach; undefined when there is none.
   * @param leaving whether it may leave the procedure in which it begins by returning from it, to any caller
   */
  breachFrom(starts: readonly Place[], leaving: boolean): WayToBreach<Breach> | undefined {
    this.search ??= this.searchBreaches();
    const { distance, toward, all } = this.search;
    let best: number | undefined;
    for (const { point, state } of starts)
      for (const candidate of [this.number(point, state), ...(leaving ? [this.number(point, state) + all] : [])]) {
        if (distance[candidate] === undefined) continue;
        if (best === undefined || distance[candidate] < distance[best]!) best = candidate;
      }
    if (best === undefined) return undefined;
    const places: Place[] = [];
    const returns: number[] = [];
    for (let at: number | undefined = best; at !== undefined; at = toward[at]) {
      const [place, last] = [this.placeOf(at % all), places.at(-1)];
      if (last !== undefined && this.isExit(last.point)) returns.push(this.detourBetween(last, place));
      places.push(place);
    }
    return { places, breach: this.breachAt(places.at(-1)!)!, returns };
  }

  /** What breaks the obligation at a place, if anything does. */
  breachAt({ point, state }: Place): Breach | undefined {
    const verdict = this.verdict(point, state);
    return verdict !== "kept" && "breach" in verdict ? verdict.breach : undefined;
  }

  /** Where a call can go from a place: into the detour that is called there, over it, or to the points that follow. */
  following(place: Place): Place[] {
    const { calls, next } = this.graph.points[place.point]!;
    if (calls !== undefined) {
      const entry = this.graph.procedures[calls]!.entry;
      const returned = [...(this.exits[this.number(entry, place.state)] ?? [])];
      return [
        { point: entry, state: place.state },
        ...next.flatMap((point) => returned.map((state) => ({ point, state }))),
      ];
    }
    const verdict = this.verdict(place.point, place.state);
    return verdict !== "kept" && "state" in verdict ? next.map((point) => ({ point, state: verdict.state })) : [];
  }

  /** Finds for every place the states in which its procedure can return from there, backwards from the returns. */
  private summarize(): void {
    const waiting: [point: number, state: number, returned: number][] = [];
    const add = (point: number, state: number, returned: number) => {
      const place = this.number(point, state);
      this.exits[place] ??= new Set();
      if (this.exits[place].has(returned)) return;
      this.exits[place].add(returned);
      waiting.push([point, state, returned]);
    };
    for (const { exit } of this.graph.procedures)
      if (exit !== undefined) for (let state = 0; state < this.monitor.states; state++) add(exit, state, state);
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      const [point, state, returned] = item;
      for (const { point: before, state: own } of this.leadingTo(point, state)) add(before, own, returned);
      const { procedure } = this.graph.points[point]!;
      if (this.graph.procedures[procedure]!.entry !== point) continue;
      // A procedure is known to return in one more way, so those who call it go on in one more way.
      for (const caller of this.callers[procedure]!)
        for (const next of this.graph.points[caller]!.next)
          for (const far of this.exits[this.number(next, returned)] ?? []) add(caller, state, far);
    }
  }

  /** The places from which a call comes to this one within the procedure, over finished detours too. */
  private leadingTo(point: number, state: number): Place[] {
    const places: Place[] = [];
    for (const before of this.before[point]!) {
      const { calls } = this.graph.points[before]!;
      for (let own = 0; own < this.monitor.states; own++) {
        if (calls === undefined) {
          const verdict = this.verdict(before, own);
          if (verdict !== "kept" && "state" in verdict && verdict.state === state)
            places.push({ point: before, state: own });
        } else if (this.exits[this.number(this.graph.procedures[calls]!.entry, own)]?.has(state))
          places.push({ point: before, state: own });
      }
    }
    return places;
  }

  /**
   * Searches backwards from all breaches at once. A place is counted twice: as one from which the breach is reached
   * without returning from its procedure, and, further on in the arrays, as one from which a return lies on the way,
   * which must not lead back into that procedure through another of its callers.
   */
  private searchBreaches(): {
    readonly distance: readonly (number | undefined)[];
    readonly toward: readonly (number | undefined)[];
    /** How many places there are, and so how much further on in the arrays their second ones stand. */
    readonly all: number;
  } {
    const all = this.graph.points.length * this.monitor.states;
    const distance: (number | undefined)[] = [];
    const toward: (number | undefined)[] = [];
    const queue: number[] = [];
    const come = (place: number, next: number | undefined) => {
      if (distance[place] !== undefined) return;
      distance[place] = next === undefined ? 0 : distance[next]! + 1;
      toward[place] = next;
      queue.push(place);
    };
    for (const { id, calls } of this.graph.points)
      for (let state = 0; calls === undefined && state < this.monitor.states; state++)
        if (this.breachAt({ point: id, state }) !== undefined) come(this.number(id, state), undefined);
    for (let at = 0; at < queue.length; at++) {
      const place = queue[at]!;
      const hasReturned = place >= all;
      const { point, state } = this.placeOf(hasReturned ? place - all : place);
      for (const before of this.leadingTo(point, state))
        come(this.number(before.point, before.state) + (hasReturned ? all : 0), place);
      const { procedure } = this.graph.points[point]!;
      if (!hasReturned && this.graph.procedures[procedure]!.entry === point)
        for (const caller of this.callers[procedure]!) come(this.number(caller, state), place);
      for (const before of this.before[point]!) {
        const { calls } = this.graph.points[before]!;
        const exit = calls === undefined ? undefined : this.graph.procedures[calls]!.exit;
        if (exit !== undefined) come(this.number(exit, state) + all, place);
      }
    }
    return { distance, toward, all };
  }

  private isExit(point: number): boolean {
    return this.graph.procedures[this.graph.points[point]!.procedure]!.exit === point;
  }

  /** The detour that was run when a call returned from the exit `from` to `to`. */
  private detourBetween(from: Place, to: Place): number {
    const { procedure } = this.graph.points[from.point]!;
    return this.before[to.point]!.find((point) => this.graph.points[point]!.calls === procedure)!;
  }

  private verdict(point: number, state: number): Verdict<Breach> {
    const number = this.number(point, state);
    const at = this.graph.points[point]!;
    this.verdicts[number] ??= at.node === undefined ? { state } : this.monitor.at(state, at);
    return this.verdicts[number];
  }
}
