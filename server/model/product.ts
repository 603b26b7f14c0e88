import { BREACH, type Moves } from "./monitor.ts";
import type { PointArrays } from "./point-arrays.ts";

/** The places to which a call can come, the nearest first. */
export interface Reached {
  readonly places: readonly number[];
  /** For each of them the one before it on a shortest way; -1 where there is none. */
  readonly before: Int32Array;
  /** Whether a call can come to a point, in this state if one is given. */
  has(point: number, state?: number): boolean;
}

/**
 * The points of a call times the states of a monitor. A place is a point to which a call comes in a state, before what
 * happens there; as a number, `point * states + state`.
 *
 * Only realizable paths count: what a detour runs returns to where it was called from (summary edges; Reps, Horwitz,
 * Sagiv 1995). Linear in points, edges and calls, for a given number of states, however many paths there are.
 */
export class Product {
  readonly arrays: PointArrays;
  readonly states: number;
  /** How many places there are. */
  readonly size: number;
  /** The points that call each procedure. */
  readonly callers: readonly (readonly number[])[];
  private readonly moves: Moves;
  /** For each place the states in which its procedure can return from there. */
  private readonly exits: (Set<number> | undefined)[] = [];
  /** For each procedure, times the states, and each state in which it returns, those in which it is entered then. */
  private readonly entrances: number[][] = [];
  /** For each happening and each state after it, the states before it. */
  private readonly sources: (readonly (readonly number[] | undefined)[] | undefined)[] = [];

  /** @param live for each point 1 if a detour can have been called there; all can where none are given */
  constructor(arrays: PointArrays, moves: Moves, live?: Uint8Array) {
    const { calls, entry } = arrays;
    this.arrays = arrays;
    this.moves = moves;
    this.states = moves.states;
    this.size = calls.length * this.states;
    const callers = Array.from(entry, (): number[] => []);
    this.callers = callers;
    if (entry.length === 1) return;
    for (const [point, procedure] of calls.entries())
      if (procedure >= 0 && live?.[point] !== 0) callers[procedure]!.push(point);
    this.summarize();
  }

  pointOf(place: number): number {
    return Math.floor(place / this.states);
  }

  stateOf(place: number): number {
    return place % this.states;
  }

  /** Whether the obligation is broken by what happens at a place. */
  isBreach(place: number): boolean {
    const point = this.pointOf(place);
    return this.moves.after(place - point * this.states, this.arrays.happening[point]!) === BREACH;
  }

  /** The places to which a call can come from the roots in state 0. */
  reached(roots: Iterable<number>): Reached {
    const { states, size } = this;
    const before = new Int32Array(size).fill(-1);
    const isReached = new Uint8Array(size);
    const places: number[] = [];
    const come = (place: number, from: number) => {
      if (isReached[place] === 1) return;
      isReached[place] = 1;
      before[place] = from;
      places.push(place);
    };
    for (const root of roots) come(root * states, -1);
    for (let at = 0; at < places.length; at++) this.following(places[at]!, come);
    return {
      places,
      before,
      has(point, state) {
        if (state !== undefined) return isReached[point * states + state] === 1;
        for (let own = 0; own < states; own++) if (isReached[point * states + own] === 1) return true;
        return false;
      },
    };
  }

  /** Tells the places to which a call can go on: into the detour that is called, over it, or to what follows. */
  following(place: number, go: (place: number, from: number) => void): void {
    const { calls, entry, happening, next } = this.arrays;
    const { states } = this;
    const point = this.pointOf(place);
    const state = place - point * states;
    const end = next.from[point + 1]!;
    const called = calls[point]!;
    if (called < 0) {
      const after = this.moves.after(state, happening[point]!);
      if (after >= 0) for (let at = next.from[point]!; at < end; at++) go(next.to[at]! * states + after, place);
      return;
    }
    const within = entry[called]! * states + state;
    go(within, place);
    const returned = this.exits[within];
    if (returned === undefined) return;
    for (let at = next.from[point]!; at < end; at++)
      for (const after of returned) go(next.to[at]! * states + after, place);
  }

  /** Tells the places from which a call comes to this one within the procedure, over finished detours too. */
  leadingTo(place: number, come: (place: number, to: number) => void): void {
    const { before, calls, happening } = this.arrays;
    const { states } = this;
    const point = this.pointOf(place);
    const state = place - point * states;
    for (let at = before.from[point]!; at < before.from[point + 1]!; at++) {
      const earlier = before.to[at]!;
      const called = calls[earlier]!;
      const own = called < 0 ? this.sourcesOf(happening[earlier]!)[state] : this.entrances[called * states + state];
      if (own !== undefined) for (const source of own) come(earlier * states + source, place);
    }
  }

  /** By the state after a happening, the states before it: to try all for each place would be the square of their number. */
  private sourcesOf(happening: number): readonly (readonly number[] | undefined)[] {
    let sources = this.sources[happening];
    if (sources === undefined) {
      const found: number[][] = [];
      for (let own = 0; own < this.states; own++) {
        const after = this.moves.after(own, happening);
        if (after < 0) continue;
        found[after] ??= [];
        found[after].push(own);
      }
      sources = found;
      this.sources[happening] = sources;
    }
    return sources;
  }

  /** Finds for every place the states in which its procedure can return from there, backwards from the returns. */
  private summarize(): void {
    const { entry, exit, next, procedure } = this.arrays;
    const { entrances, exits, states } = this;
    const waiting: [place: number, returned: number][] = [];
    const add = (place: number, returned: number) => {
      exits[place] ??= new Set();
      if (exits[place].has(returned)) return;
      exits[place].add(returned);
      waiting.push([place, returned]);
      const point = this.pointOf(place);
      if (entry[procedure[point]!] !== point) return;
      const way = procedure[point]! * states + returned;
      entrances[way] ??= [];
      entrances[way].push(this.stateOf(place));
    };
    for (const point of exit)
      if (point >= 0) for (let state = 0; state < states; state++) add(point * states + state, state);
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      const [place, returned] = item;
      const earlier: number[] = [];
      this.leadingTo(place, (before) => earlier.push(before));
      for (const before of earlier) add(before, returned);
      const point = this.pointOf(place);
      if (entry[procedure[point]!] !== point) continue;
      // A procedure is known to return in one more way, so those who call it go on in one more way.
      for (const caller of this.callers[procedure[point]!]!)
        for (let at = next.from[caller]!; at < next.from[caller + 1]!; at++)
          for (const far of exits[next.to[at]! * states + returned] ?? [])
            add(caller * states + this.stateOf(place), far);
    }
    // Of ways that are as short, always the same one is found.
    for (const states of entrances) states?.sort((a, b) => a - b);
  }
}
