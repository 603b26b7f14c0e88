import type { Facts } from "../model/document.ts";
import type { Sign } from "../model/happening.ts";

/** Whether an event is meant, in a script of these facts. */
export type EventTest = (event: Pick<Sign, "name" | "time">, facts: Facts) => boolean;

/** One or several things that are to happen, in this order. */
export type Chain = EventTest | readonly EventTest[];

/**
 * What has to happen in a call, and when: the property-specification patterns of Dwyer, Avrunin and Corbett (1999).
 * Turns are counted in turns that the agent says to the customer.
 */
export type Obligation = Response | Precedence | Existence | Absence;

/**
 * On every path from `when`, all of `response` happens, in order, before `before` does. What is said in one sentence
 * with `when` counts: "he is out until three" says of an absence when it ends.
 */
export interface Response {
  readonly pattern: "response";
  readonly when: EventTest;
  /** As `when`, but only on paths on which `response` has not happened yet: a grievance needs one apology, anger each its own. */
  readonly whenNotYet?: EventTest;
  /** Not asked where every call that comes to `when` has been through one of these. */
  readonly unlessAfter?: EventTest;
  /** Asked only where some call that comes to `when` has been through one of these. */
  readonly onlyAfter?: EventTest;
  readonly response: Chain;
  /** What it must not come after; the end of the call where nothing is given. */
  readonly before?: EventTest;
  /** In how many turns, or seconds of what the agent says, it must have begun. */
  readonly within?: number | Seconds;
  /** Asks it of the first `when`, or `whenNotYet`, of each path only. */
  readonly firstOnly?: boolean;
}

/** Time on the telephone, at the speaking rate (see spoken-length.ts). */
export interface Seconds {
  readonly seconds: number;
}

/** Whether an obligation counts the seconds for which the agent speaks. */
export function countsSeconds(obligation: Obligation): boolean {
  return obligation.pattern === "response" && typeof obligation.within === "object";
}

/** `of` happens only after all of `first` has, in order. */
export interface Precedence {
  readonly pattern: "precedence";
  readonly of: EventTest;
  readonly first: Chain;
  /** Asks it of every `of` anew: what came before the last one does not count for the next. */
  readonly each?: boolean;
  readonly in?: Scope;
}

/** `of` happens somewhere in the scope. */
export interface Existence {
  readonly pattern: "existence";
  readonly of: EventTest;
  readonly in?: Scope;
}

/** `of` happens nowhere in the scope. */
export interface Absence {
  readonly pattern: "absence";
  readonly of: EventTest;
  readonly in?: Scope;
}

/** The part of the call in which a pattern is asked for; the whole call where none is given. */
export type Scope =
  | {
      readonly after: EventTest;
      readonly until?: EventTest;
      /** After which one; the first where none is given. */
      readonly nth?: number;
    }
  | { readonly before: EventTest }
  | { readonly firstTurns: number }
  | { readonly lastTurns: number };

/** What the agent does towards the customer. */
export const act = (...names: readonly string[]): EventTest => named("act:", names);
/** What the customer says or does. */
export const customer = (...names: readonly string[]): EventTest => named("customer:", names);
export const label = (...names: readonly string[]): EventTest => named("label:", names);
export const action = (...names: readonly string[]): EventTest => named("action:", names);
export const event = (...names: readonly string[]): EventTest => named("", names);
/** A branch about the call itself: nobody answers it, a child does, the customer hangs up. */
export const branch = (...names: readonly string[]): EventTest => named("branch:", names);
/** The agent begins to speak to the customer. */
export const agentTurn: EventTest = event("agent:turn");
/** The customer has spoken. */
export const customerTurn: EventTest = event("customer:turn");
/** The customer has answered, in words or by a choice that is taken. */
export const answered: EventTest = event("customer:turn", "choice");
/** The call is over, in whatever way. */
export const end: EventTest = event("end");
/** Nothing at all: for what has no other limit than the number of turns. */
export const never: EventTest = () => false;
export const anyOf =
  (...tests: readonly EventTest[]): EventTest =>
  (candidate, facts) =>
    tests.some((test) => test(candidate, facts));
/** The event, in scripts of these scenarios only. */
export const inScenario =
  (scenarios: readonly NonNullable<Facts["scenario"]>[], test: EventTest): EventTest =>
  (candidate, facts) =>
    facts.scenario !== undefined && scenarios.includes(facts.scenario) && test(candidate, facts);

/** The event, in scripts of other scenarios than these. */
export const outsideScenario =
  (scenarios: readonly NonNullable<Facts["scenario"]>[], test: EventTest): EventTest =>
  (candidate, facts) =>
    !(facts.scenario !== undefined && scenarios.includes(facts.scenario)) && test(candidate, facts);

/** The agent promises one of these events; any where none are given, and in whatever way it says when. */
export function promise(events?: readonly string[], time?: Sign["time"]): EventTest {
  const wanted = events && new Set(events.map((event) => `promise:${event}`));
  return ({ name, time: own }) =>
    own !== undefined && (time === undefined || own === time) && (wanted === undefined || wanted.has(name));
}

function named(prefix: string, names: readonly string[]): EventTest {
  const wanted = new Set(names.map((name) => prefix + name));
  return ({ name }) => wanted.has(name);
}
