import type { Facts } from "../model/document.ts";
import type { Happening, Happenings, Sign } from "../model/happening.ts";
import { Transitions } from "../model/monitor.ts";
import { anyOf, type EventTest, never, type Obligation } from "./pattern.ts";
import { watchOf } from "./pattern-watch.ts";
import { type Breach, Watch } from "./watch.ts";

/**
 * An obligation made ready to be proved: its monitors as tables over an alphabet. One machine serves all scripts of the
 * same facts, and all their versions.
 */
export class Machine {
  /** Whether it is asked behind triggers; else, from the beginning of the call. */
  readonly isResponse: boolean;
  readonly watch: Watch;
  readonly transitions: Transitions<Breach>;
  /** Each finds the points to which a call comes before something has happened for which the trigger is not asked. */
  readonly notBehind: readonly Transitions<Breach>[];
  /** Is in state 1 where what the trigger is asked after has happened. */
  readonly behind: Transitions<Breach> | undefined;
  /** Finds the points to which a call comes before the first of the response has happened. */
  readonly notYet: Transitions<Breach> | undefined;
  private readonly alphabet: Happenings;
  private readonly triggers: Finder;
  private readonly triggersNotYet: Finder;

  /** @param of an obligation, or what watches calls from their beginning for one that no pattern says */
  constructor(of: Obligation | Watch, facts: Facts, alphabet: Happenings) {
    const table = (watch: Watch) => new Transitions(watch, alphabet);
    const until = (test: EventTest) => table(untilWatch(test, facts));
    this.alphabet = alphabet;
    this.watch = of instanceof Watch ? of : watchOf(of, facts);
    this.transitions = table(this.watch);
    this.isResponse = !(of instanceof Watch) && of.pattern === "response";
    if (of instanceof Watch || of.pattern !== "response") {
      this.notBehind = [];
      this.triggers = new Finder(never, never, facts);
      this.triggersNotYet = this.triggers;
      return;
    }
    const { when, whenNotYet = never, unlessAfter, onlyAfter, response, firstOnly } = of;
    const first = typeof response === "function" ? response : response[0]!;
    this.notBehind = [...(firstOnly ? [anyOf(when, whenNotYet)] : []), ...(unlessAfter ? [unlessAfter] : [])].map(
      until,
    );
    this.behind = onlyAfter && table(sinceWatch(onlyAfter, facts));
    this.notYet = whenNotYet === never ? undefined : until(first);
    this.triggers = new Finder(when, never, facts);
    this.triggersNotYet = new Finder(whenNotYet, first, facts);
  }

  /** Whether something in a happening calls for the response, on some paths at least. */
  isTrigger(happening: number): boolean {
    return this.trigger(happening) !== undefined || this.triggerNotYet(happening) !== undefined;
  }

  /** What in a happening calls for the response. */
  trigger(happening: number): Sign | undefined {
    return this.triggers.find(this.alphabet.at(happening));
  }

  /** What in a happening calls for the response if that has not begun so far. */
  triggerNotYet(happening: number): Sign | undefined {
    return this.triggersNotYet.find(this.alphabet.at(happening));
  }
}

/** The machine of an obligation in scripts of these facts. */
export function machineOf(obligation: Obligation, facts: Facts, alphabet: Happenings): Machine {
  let known = machines.get(obligation);
  if (known === undefined || known.alphabet !== alphabet || known.byFacts.size > MOST) {
    known = { alphabet, byFacts: new Map() };
    machines.set(obligation, known);
  }
  const key = keyOf(facts);
  let machine = known.byFacts.get(key);
  if (machine === undefined) {
    machine = new Machine(obligation, facts, alphabet);
    known.byFacts.set(key, machine);
  }
  return machine;
}

/** Scripts differ in their facts in some dozens of ways; what an author types into a field meanwhile need not be kept. */
const MOST = 100;
const machines = new WeakMap<Obligation, { readonly alphabet: Happenings; readonly byFacts: Map<string, Machine> }>();

const keys = new WeakMap<Facts, string>();

function keyOf(facts: Facts): string {
  const key = keys.get(facts) ?? JSON.stringify(facts);
  keys.set(facts, key);
  return key;
}

/** Finds the first event of a happening that is meant, unless another one comes in a group before it. */
class Finder {
  private readonly test: EventTest;
  private readonly unless: EventTest;
  private readonly facts: Facts;
  private readonly found: (Sign | null | undefined)[] = [];

  constructor(test: EventTest, unless: EventTest, facts: Facts) {
    this.test = test;
    this.unless = unless;
    this.facts = facts;
  }

  find(happening: Happening): Sign | undefined {
    let found = this.found[happening.id];
    if (found === undefined) {
      found = this.findIn(happening) ?? null;
      this.found[happening.id] = found;
    }
    return found ?? undefined;
  }

  private findIn({ groups }: Happening): Sign | undefined {
    for (const events of groups) {
      const sign = events.find((candidate) => this.test(candidate, this.facts));
      if (sign !== undefined) return sign;
      if (events.some((candidate) => this.unless(candidate, this.facts))) return undefined;
    }
    return undefined;
  }
}

function untilWatch(test: EventTest, facts: Facts): Watch {
  return new Watch(1, (_, events) => (events.some((event) => test(event, facts)) ? "kept" : undefined));
}

function sinceWatch(test: EventTest, facts: Facts): Watch {
  return new Watch(2, (_, events) => (events.some((event) => test(event, facts)) ? { state: 1 } : undefined));
}
