import type { Happening, Happenings } from "./happening.ts";

/**
 * Watches a call for one obligation, as a finite automaton: what happens at a point leads from one state to the next,
 * settles the obligation (`kept`), or breaks it.
 */
export interface Monitor<Breach> {
  /** The states are 0 … states - 1. */
  readonly states: number;
  at(state: number, happening: Happening): Verdict<Breach>;
}

export type Verdict<Breach> = { readonly state: number } | { readonly breach: Breach } | "kept";

/** Where happenings lead, by their numbers. */
export interface Moves {
  readonly states: number;
  /** The state after a happening, or `KEPT`, or `BREACH`. */
  after(state: number, happening: number): number;
}

/** What `Moves` have in place of a state where there is none. */
export const KEPT = -1;
export const BREACH = -2;
const UNKNOWN = -3;

/**
 * What a monitor makes of happenings, as a table that is filled as it is asked. It can be kept from one
 * version of a script to the next: the same happening always leads to the same state.
 */
export class Transitions<Breach> implements Moves {
  readonly states: number;
  private readonly monitor: Monitor<Breach>;
  private readonly happenings: Happenings;
  private table = new Int16Array(0);

  constructor(monitor: Monitor<Breach>, happenings: Happenings) {
    this.states = monitor.states;
    this.monitor = monitor;
    this.happenings = happenings;
  }

  after(state: number, happening: number): number {
    const at = happening * this.states + state;
    const known = at < this.table.length ? this.table[at]! : UNKNOWN;
    return known === UNKNOWN ? this.find(state, happening) : known;
  }

  /** Whether one of these happenings breaks the obligation in some state. */
  canBreak(happenings: readonly number[]): boolean {
    for (const happening of happenings)
      for (let state = 0; state < this.states; state++) if (this.after(state, happening) === BREACH) return true;
    return false;
  }

  /** What in a happening breaks the obligation, if anything does. */
  breach(state: number, happening: number): Breach | undefined {
    if (this.after(state, happening) !== BREACH) return undefined;
    const verdict = this.monitor.at(state, this.happenings.at(happening));
    return verdict !== "kept" && "breach" in verdict ? verdict.breach : undefined;
  }

  private find(state: number, happening: number): number {
    const at = happening * this.states + state;
    if (at >= this.table.length) {
      const larger = new Int16Array(Math.max(2 * this.table.length, (happening + 1) * this.states)).fill(UNKNOWN);
      larger.set(this.table);
      this.table = larger;
    }
    const verdict = this.monitor.at(state, this.happenings.at(happening));
    this.table[at] = verdict === "kept" ? KEPT : "state" in verdict ? verdict.state : BREACH;
    return this.table[at]!;
  }
}
