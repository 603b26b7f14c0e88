import type { Facts } from "../model/document.ts";
import type { Sign } from "../model/happening.ts";
import type { Verdict } from "../model/monitor.ts";
import type { Absence, Chain, EventTest, Existence, Obligation, Precedence, Response, Scope } from "./pattern.ts";
import { type Breach, type Moves, TURN, Watch } from "./watch.ts";

/** The monitor of an obligation in a script of these facts; state 0 is that of the beginning, or of the trigger. */
export function watchOf(obligation: Obligation, facts: Facts): Watch {
  switch (obligation.pattern) {
    case "response":
      return responseWatch(obligation, facts);
    case "precedence":
      return precedenceWatch(obligation, facts);
    case "existence":
      return existenceWatch(obligation, facts);
    case "absence":
      return absenceWatch(obligation, facts);
  }
}

const END: EventTest = ({ name }) => name === "end";

function finder(facts: Facts): (events: readonly Sign[], test: EventTest) => Sign | undefined {
  return (events, test) => events.find((event) => test(event, facts));
}

/**
 * A state is how much of the chain has happened, and how many turns, or quarters of a second, have passed:
 * `done * limit + passed`.
 */
function responseWatch({ response, before, within }: Response, facts: Facts): Watch {
  const find = finder(facts);
  const chain = listOf(response);
  const barrier = before ?? END;
  const limit = within === undefined ? 1 : typeof within === "number" ? within : within.seconds * 4 + 1;
  const pass = (state: number, passed: number): Verdict<Breach> =>
    (state % limit) + passed >= limit ? { breach: TURN } : { state: state + passed };
  return new Watch(chain.length * limit, {
    happen: (state, events) => {
      const before = Math.floor(state / limit);
      // What keeps the obligation comes first in a group: it is one sentence.
      const done = follow(chain, before, events, facts);
      if (done > before) return done === chain.length ? "kept" : { state: state + (done - before) * limit };
      const breach = find(events, barrier);
      return breach && { breach };
    },
    turn: typeof within === "number" ? (state) => pass(state, 1) : undefined,
    speak: typeof within === "object" ? (state, seconds) => pass(state, Math.round(seconds * 4)) : undefined,
  });
}

/** A state is how much of the chain has happened, above the states of the scope before it begins. */
function precedenceWatch({ of, first, each, in: scope }: Precedence, facts: Facts): Watch {
  const find = finder(facts);
  const chain = listOf(first);
  return scoped(scope, facts, chain.length + (each ? 1 : 0), (before, events) => {
    const done = follow(chain, before, events, facts);
    if (done > before) return done < chain.length || each ? { state: done } : "kept";
    const breach = find(events, of);
    if (breach === undefined) return undefined;
    return done === chain.length ? { state: 0 } : { breach };
  });
}

function existenceWatch({ of, in: scope }: Existence, facts: Facts): Watch {
  const find = finder(facts);
  if (scope !== undefined && "firstTurns" in scope)
    return responseWatch({ pattern: "response", when: END, response: of, within: scope.firstTurns }, facts);
  if (scope !== undefined && "before" in scope)
    return precedenceWatch({ pattern: "precedence", of: scope.before, first: of }, facts);
  if (scope !== undefined && "lastTurns" in scope) {
    // A state is how many turns ago it happened last, up to too many.
    const tooMany = scope.lastTurns;
    return new Watch(tooMany + 1, {
      happen: (state, events) => {
        if (find(events, of) !== undefined) return { state: 1 };
        const breach = state === 0 ? find(events, END) : undefined;
        return breach && { breach };
      },
      turn: (state) => ({ state: state === 0 || state === tooMany ? 0 : state + 1 }),
    });
  }
  const until = scope?.until;
  return scoped(scope, facts, 1, (_, events) => {
    if (find(events, of) !== undefined) return "kept";
    const breach = (until && find(events, until)) ?? find(events, END);
    return breach && { breach };
  });
}

function absenceWatch({ of, in: scope }: Absence, facts: Facts): Watch {
  const find = finder(facts);
  if (scope !== undefined && "before" in scope)
    // It happened (1), and then what it must not come before.
    return new Watch(2, (state, events) => {
      const breach = state === 1 ? find(events, scope.before) : undefined;
      if (breach !== undefined) return { breach };
      return find(events, of) === undefined ? undefined : { state: 1 };
    });
  if (scope !== undefined && "lastTurns" in scope) {
    const turns = scope.lastTurns;
    // A state is how many turns ago it happened last; 0 stands for never, or for so long ago that it does not matter.
    return new Watch(turns + 1, {
      happen: (state, events) => {
        if (find(events, of) !== undefined) return { state: 1 };
        const breach = state === 0 ? undefined : find(events, END);
        return breach && { breach };
      },
      turn: (state) => ({ state: state === 0 || state === turns ? 0 : state + 1 }),
    });
  }
  if (scope !== undefined && "firstTurns" in scope)
    return new Watch(scope.firstTurns, {
      happen: (_, events) => {
        const breach = find(events, of);
        return breach && { breach };
      },
      turn: (state) => (state + 1 === scope.firstTurns ? "kept" : { state: state + 1 }),
    });
  return scoped(scope, facts, 1, (_, events) => {
    const breach = find(events, of);
    return breach && { breach };
  });
}

/**
 * Lets moves count only within a scope that begins after an event and may end at another, after which it can begin
 * again. The scope's own states, in which its beginning is awaited, come first; the moves' states stand above them.
 */
function scoped(scope: Scope | undefined, facts: Facts, states: number, move: Moves["happen"]): Watch {
  if (scope === undefined || !("after" in scope)) return new Watch(states, move);
  const find = finder(facts);
  const waiting = scope.nth ?? 1;
  return new Watch(waiting + states, (state, events) => {
    if (state < waiting) return find(events, scope.after) === undefined ? undefined : { state: state + 1 };
    const verdict = move(state - waiting, events);
    if (verdict === "kept") return scope.until === undefined ? "kept" : { state: 0 };
    if (verdict !== undefined) return "state" in verdict ? { state: verdict.state + waiting } : verdict;
    if (scope.until === undefined || find(events, scope.until) === undefined) return undefined;
    // From one turn of the customer to the next: what ends the scope begins it again.
    return { state: waiting === 1 && find(events, scope.after) !== undefined ? 1 : 0 };
  });
}

/** How much of a chain has happened after a group of events, of which each counts for one link, in their order. */
function follow(chain: readonly EventTest[], before: number, events: readonly Sign[], facts: Facts): number {
  let done = before;
  for (const event of events) if (done < chain.length && chain[done]!(event, facts)) done++;
  return done;
}

function listOf(chain: Chain): readonly EventTest[] {
  return typeof chain === "function" ? [chain] : chain;
}
