/** An event of a happening: what it is called, and where among the events of its point it stands. */
export interface Sign {
  readonly name: string;
  /** The number of its group, and its own in the group. */
  readonly group: number;
  readonly index: number;
}

/**
 * What happens at a point of a call by the names of the events alone. There are few happenings, however many points
 * there are, so what a monitor makes of one is worked out once (see transitions.ts).
 */
export interface Happening {
  /** Its number in its alphabet. */
  readonly id: number;
  /** In the order of the call; what stands in one sentence is one group. */
  readonly groups: readonly (readonly Sign[])[];
  /** Whether it is a turn that the agent says to the customer. */
  readonly isTurn: boolean;
}

/** The happenings that occur in scripts, each with a number. */
export class Alphabet {
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
  happening(groups: readonly (readonly { readonly name: string }[])[], isTurn: boolean): Happening {
    const key = `${isTurn}\0${groups.map((group) => group.map(({ name }) => name).join("\0")).join("\0\0")}`;
    let happening = this.known.get(key);
    if (happening === undefined) {
      const signs = groups.map((events, group) => events.map(({ name }, index) => ({ name, group, index })));
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

/** Each monitor keeps some bytes for each happening, so that their number is bounded. */
const MOST = 20_000;
let current = new Alphabet();
