import type { Commitment } from "../model/commitments.ts";
import type { ScriptDocument } from "../model/document.ts";
import { eventsOf, type FlowEvent, unplacedEventsOf } from "../model/events.ts";
import type { FlowGraph } from "../model/flow.ts";
import type { Sign } from "../model/happening.ts";
import type { Verdict } from "../model/monitor.ts";
import { arraysOf } from "../model/point-arrays.ts";
import { type Point, supergraphOf } from "../model/supergraph.ts";
import { disjoint, surelyLonger, type TimeExpression, type TimeValue } from "../model/time.ts";
import type { CounterExample } from "./obligation.ts";
import { type Breach, Watch } from "./watch.ts";

/** A time that was promised, and the script in which it stands. */
interface Promised {
  readonly document: ScriptDocument;
  readonly time: TimeExpression;
}

/** The things that are promised by a time in a call, in its shared files too: one for each event and party. */
export function thingsPromised(graph: FlowGraph): PromisedThing[] {
  const things = new Map<string, PromisedThing>();
  const plans: { readonly event: string; readonly value: TimeValue }[] = [];
  const supergraph = supergraphOf(graph);
  const { alphabet, happening } = arraysOf(supergraph);
  const isAboutTime = ({ name, time }: Sign) => time !== undefined || name.startsWith("plan:");
  for (const point of supergraph.points)
    if (alphabet.at(happening[point.id]!).groups.some((signs) => signs.some(isAboutTime)))
      for (const { commitment, plan } of unplacedEventsOf(point.graph, point.node!)) {
        if (plan !== undefined) plans.push({ event: plan.event, value: plan.time.value });
        if (commitment?.time === undefined) continue;
        const { event, by = { text: "" } } = commitment;
        const key = `${event} ${by.text}`;
        const thing = things.get(key) ?? new PromisedThing(event, by.text);
        things.set(key, thing);
        thing.add(point, commitment.time.value);
      }
  for (const thing of things.values()) for (const { event, value } of plans) thing.addPlan(event, value);
  return [...things.values()];
}

/** The different times that one thing is given in a call are few; what is beyond is not compared. */
const MOST_TIMES = 12;

/** One event that one party promises, with the times that are given for it. */
class PromisedThing {
  private readonly event: string;
  /** Folded words for whoever does it; empty for the speaker. */
  private readonly by: string;
  /** Where it is promised. */
  private readonly points: Point[] = [];
  private readonly times = new Map<string, TimeValue>();
  private readonly plans = new Map<string, TimeValue>();

  constructor(event: string, by: string) {
    this.event = event;
    this.by = by;
  }

  add(point: Point, time: TimeValue): void {
    this.points.push(point);
    if (this.times.size < MOST_TIMES) this.times.set(JSON.stringify(time), time);
  }

  addPlan(event: string, value: TimeValue): void {
    // A plan does not say who carries it out, so it is held against what the speaker promises.
    if (event === this.event && this.by === "" && this.plans.size < MOST_TIMES)
      this.plans.set(JSON.stringify(value), value);
  }

  /** Whether any two of its times clash, on one path or not: most things have one time, and need no search. */
  canClash(): boolean {
    const times = [...this.times.values()];
    return times.some(
      (time, index) =>
        times.slice(index + 1).some((other) => comparable(time, other) && disjoint(time, other)) ||
        [...this.plans.values()].some((plan) => comparable(plan, time) && surelyLonger(plan, time)),
    );
  }

  /**
   * Watches a call for a promise or plan that clashes with the promise before it. A state is the time that was promised
   * last: 0 is none, 1 … n are those of earlier turns, n + 1 … 2n those of the turn under way, in which nobody
   * contradicts himself.
   */
  watch(): Watch {
    const times = [...this.times.values()];
    const n = times.length;
    return new Watch(2 * n + 1, (before, events) => {
      let state = before;
      // An action without a time does it here and now, so that what was promised is done.
      const isPlanned = events.some(({ plan }) => plan?.event === this.event);
      for (const event of events) {
        if (event.name === "agent:turn" && state > n) state -= n;
        if (event.name === `action:${this.event}` && !isPlanned) state = 0;
        const last = state === 0 ? undefined : times[(state - 1) % n]!;
        if (last !== undefined && this.breaks(event, last, state > n)) return { breach: event };
        const next = this.numberOf(event);
        if (next !== undefined) state = n + next + 1;
      }
      return { state } satisfies Verdict<Breach>;
    });
  }

  /** What was promised before a clash: the last such promise on its way; one inside a detour that was passed over is any. */
  promisedBefore({ path, barrier }: CounterExample): Promised {
    const clashes = (time: TimeValue) => this.clash(barrier.event, time);
    for (const point of path.slice(0, -1).reverse()) {
      const last = this.promisedAt(point).findLast(({ time }) => clashes(time.value));
      if (last !== undefined) return last;
    }
    const promised = this.points.flatMap((point) => this.promisedAt(point));
    return promised.find(({ time }) => clashes(time.value)) ?? promised[0]!;
  }

  private promisedAt({ graph, node }: Point): Promised[] {
    return eventsOf(graph, node!)
      .flat()
      .flatMap(({ commitment }) =>
        commitment?.time !== undefined && this.isMeant(commitment)
          ? [{ document: graph.document, time: commitment.time }]
          : [],
      );
  }

  private breaks(event: Pick<FlowEvent, "commitment" | "plan">, last: TimeValue, isSameTurn: boolean): boolean {
    return (event.plan !== undefined || !isSameTurn) && this.clash(event, last);
  }

  private clash({ commitment, plan }: Pick<FlowEvent, "commitment" | "plan">, last: TimeValue): boolean {
    const time = (commitment ?? plan)?.time?.value;
    if (time === undefined || !comparable(time, last)) return false;
    if (plan !== undefined) return plan.event === this.event && this.by === "" && surelyLonger(time, last);
    return this.isMeant(commitment!) && disjoint(last, time);
  }

  private numberOf({ commitment }: Sign): number | undefined {
    if (commitment?.time === undefined || !this.isMeant(commitment)) return undefined;
    const index = [...this.times.keys()].indexOf(JSON.stringify(commitment.time.value));
    return index < 0 ? undefined : index;
  }

  private isMeant({ event, by }: Commitment): boolean {
    return event === this.event && (by?.text ?? "") === this.by;
  }
}

/** Only times that count from the same event say anything about each other. */
function comparable(a: TimeValue, b: TimeValue): boolean {
  return a.anchor?.event === b.anchor?.event && a.anchor?.side === b.anchor?.side;
}
