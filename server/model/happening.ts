import type { Commitment } from "./commitments.ts";
import type { Plan } from "./plans.ts";

/** An event of a happening: what it is called, and where among the events of its point it stands. */
export interface Sign {
  readonly name: string;
  /** The number of its group, and its own in the group. */
  readonly group: number;
  readonly index: number;
  /** Of a promise, whether it says when. */
  readonly time?: "given" | "vague" | "none";
  /** What is promised or planned; known only where each node has a happening of its own. */
  readonly commitment?: Commitment;
  readonly plan?: Plan;
}

/**
 * What happens at a point of a call by the names of the events alone. There are few happenings, however many points
 * there are, so what a monitor makes of one is worked out once (see monitor.ts).
 */
export interface Happening {
  /** Its number in its alphabet. */
  readonly id: number;
  /** In the order of the call; what stands in one sentence is one group. */
  readonly groups: readonly (readonly Sign[])[];
  /** Whether it is a turn that the agent says to the customer. */
  readonly isTurn: boolean;
  /**
   * How many seconds the agent speaks between the beginning of the group before and that of this one, or the end of the
   * turn behind the last one; known only where each node has a happening of its own.
   * @param behind the group that is at an end before the words count; where none is given they count from the beginning
   */
  secondsBefore?(group: number, behind?: number): number;
}

/** Happenings by their numbers. */
export interface Happenings {
  at(id: number): Happening;
}

/** The happenings that occur in scripts, each with a number. */
export class Alphabet implements Happenings {
  private readonly known = new Map<string, Happening>();
  private readonly all: Happening[] = [];
  /** The happening of points at which nothing happens. */
  readonly nothing = this.happening([], false);

  /** The alphabet for the scripts that are read now: a new one when the last one holds more than scripts can still use. */
  static current(): Alphabet {
    if (current.all.length > MOST) current = new Alphabet();
    return current;
  }

  /** The happening of events of these names. */
  happening(groups: readonly (readonly NamedEvent[])[], isTurn: boolean): Happening {
    const keyOf = (event: NamedEvent) => `${event.name} ${event.time ?? ""}`;
    const key = `${isTurn}\0${groups.map((group) => group.map(keyOf).join("\0")).join("\0\0")}`;
    let happening = this.known.get(key);
    if (happening === undefined) {
      const signs = groups.map((events, group) =>
        events.map(({ name, time }, index): Sign => ({ name, group, index, ...(time && { time }) })),
      );
      happening = { id: this.all.length, groups: signs, isTurn };
      this.known.set(key, happening);
      this.all.push(happening);
    }
    return happening;
  }

  /** The happening of a number. */
  at(id: number): Happening {
    return this.all[id]!;
  }
}

/** An event as far as happenings know it. */
type NamedEvent = Pick<Sign, "name" | "time">;

/** Whether a promise says when. */
export function timeOf({ time, vague }: Commitment): NonNullable<Sign["time"]> {
  return time !== undefined ? "given" : vague !== undefined ? "vague" : "none";
}

/** Each monitor keeps some bytes for each happening, so that their number is bounded. */
const MOST = 20_000;
let current = new Alphabet();
