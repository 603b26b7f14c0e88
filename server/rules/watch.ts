import type { Happening, Sign } from "../model/happening.ts";
import type { Monitor, Verdict } from "../model/monitor.ts";

/** What breaks an obligation: something that happens, or that the agent has spoken too long or too often without it. */
export type Breach = Sign | typeof TURN;
export const TURN = "turn";

/** What a monitor minds. A move without a verdict leaves the state as it is. */
export interface Moves {
  /** A group of events. */
  readonly happen: (state: number, events: readonly Sign[]) => Verdict<Breach> | undefined;
  /** The end of one of the agent's turns to the customer. */
  readonly turn?: ((state: number) => Verdict<Breach>) | undefined;
  /** Words of such a turn, up to the next group of events in it. */
  readonly speak?: ((state: number, seconds: number) => Verdict<Breach>) | undefined;
}

/** A monitor of an obligation, over the groups of events at a point. */
export class Watch implements Monitor<Breach> {
  readonly states: number;
  private readonly moves: Moves;

  constructor(states: number, moves: Moves | Moves["happen"]) {
    this.states = states;
    this.moves = typeof moves === "function" ? { happen: moves } : moves;
  }

  /**
   * What comes of the rest of a point behind the group in which the obligation arises. In that group, one sentence, it
   * can be kept but not broken.
   */
  behind(group: number, happening: Happening): Verdict<Breach> {
    const verdict = this.moves.happen(0, happening.groups[group]!);
    if (verdict === "kept") return verdict;
    return this.follow(verdict !== undefined && "state" in verdict ? verdict.state : 0, happening, group);
  }

  at(state: number, happening: Happening): Verdict<Breach> {
    return this.follow(state, happening);
  }

  /** @param behind the group behind which it counts; a turn of which only a part counts is not counted as one */
  private follow(state: number, happening: Happening, behind?: number): Verdict<Breach> {
    const { happen, turn, speak } = this.moves;
    const { groups, isTurn } = happening;
    let now = state;
    for (let group = behind === undefined ? 0 : behind + 1; group <= groups.length; group++) {
      const spoken = speak !== undefined && isTurn ? speak(now, happening.secondsBefore!(group, behind)) : undefined;
      if (isSettled(spoken)) return spoken;
      now = spoken?.state ?? now;
      const verdict = group < groups.length ? happen(now, groups[group]!) : undefined;
      if (isSettled(verdict)) return verdict;
      now = verdict?.state ?? now;
    }
    if (behind !== undefined || !isTurn || turn === undefined) return { state: now };
    return turn(now);
  }
}

function isSettled(verdict: Verdict<Breach> | undefined): verdict is Exclude<Verdict<Breach>, { state: number }> {
  return verdict === "kept" || (verdict !== undefined && "breach" in verdict);
}
