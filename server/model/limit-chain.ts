import { compareLimits, hasEnd, type LimitInForce } from "./limits.ts";
import type { StandardEvent } from "./standards.ts";
import { add, type Duration } from "./time.ts";

/** Limits that follow one another, each counted from the event of the one before: 通知 10分钟内, 回复 通知后20分钟内. */
export interface LimitChain {
  /** What the first link is counted from; undefined: from the call itself. */
  readonly from: StandardEvent | undefined;
  /** In the order of time; the last one is about the event that was asked for. */
  readonly links: readonly [LimitInForce, ...LimitInForce[]];
  /** The longest that all of them may take. */
  readonly total: Duration;
}

/**
 * All chains of limits that lead to an event, the shortest first: its own limits, then with those of their anchors before
 * them, and so on. A limit with a second anchor begins a chain from either. A chain ends where nothing limits the
 * anchor, where units do not mix, and where it would come back to an event; limits that lead up to an event
 * (上门前30分钟), deadlines of the clock and limits without an end are no links.
 */
export function chainsTo(limits: readonly LimitInForce[], event: string): readonly LimitChain[] {
  return chainsIn(linksByEvent(limits), event);
}

/**
 * The chains that take longer than a limit for the whole of them allows: 通知 10分钟 and then 回复 20分钟, but 约定回复 25分钟.
 * A limit for the whole is one of an event that covers another (see `StandardEvent.overall`), or one of the same event
 * that is counted from where the chain begins.
 */
export function brokenChains(
  limits: readonly LimitInForce[],
): { readonly overall: LimitInForce; readonly chain: LimitChain }[] {
  const links = linksByEvent(limits);
  return limits.flatMap((overall) =>
    chainsIn(links, overall.event.overall ?? overall.event.id).flatMap((chain) => {
      if (chain.links.includes(overall) || !countsFromSame(chain.from, overall.anchor) || overall.before) return [];
      const order = compareLimits(chain.total, overall.value);
      return order !== "incomparable" && order > 0 ? [{ overall, chain }] : [];
    }),
  );
}

/**
 * Whether two limits are counted from the same point. The call, its end, and the place in it where a limit is said are
 * one: what has to be done after a call is counted from it, whichever of them the author names.
 */
export function countsFromSame(a: StandardEvent | undefined, b: StandardEvent | undefined): boolean {
  return a?.id === b?.id || (isCall(a) && isCall(b));
}

function isCall(event: StandardEvent | undefined): boolean {
  return event === undefined || event.id === "hang-up" || event.id === "call";
}

/** No real standard has as many ways to one event; a made-up one shall not cost the time to list them all. */
const MOST_CHAINS = 200;

type Link = LimitInForce & { readonly value: Duration };

type Links = ReadonlyMap<string | undefined, readonly Link[]>;

/** The limits that can be links, by the id of their event. */
function linksByEvent(limits: readonly LimitInForce[]): Links {
  const links = new Map<string, Link[]>();
  for (const limit of limits) {
    if (!isLink(limit)) continue;
    const same = links.get(limit.event.id);
    if (same === undefined) links.set(limit.event.id, [limit]);
    else same.push(limit);
  }
  return links;
}

function isLink(limit: LimitInForce): limit is Link {
  return limit.value.kind === "duration" && limit.before !== true && hasEnd(limit.value);
}

function chainsIn(links: Links, event: string): readonly LimitChain[] {
  const found: LimitChain[] = [];
  let ends = (links.get(event) ?? []).flatMap((link) => chainsFrom(link, [link], link.value));
  // Each round makes every chain longer by a link; none passes an event twice, so that the rounds are as many as events.
  while (ends.length > 0 && found.length < MOST_CHAINS) {
    found.push(...ends);
    ends = ends.flatMap((chain) => longer(links, chain)).slice(0, MOST_CHAINS);
  }
  return found.slice(0, MOST_CHAINS);
}

function chainsFrom(
  { anchor, otherwise }: LimitInForce,
  links: LimitChain["links"],
  total: Duration,
): readonly LimitChain[] {
  return [anchor, ...(otherwise === undefined ? [] : [otherwise])].map((from) => ({ from, links, total }));
}

/** A chain with each of the limits that say when its first link begins. */
function longer(all: Links, { from, links, total }: LimitChain): readonly LimitChain[] {
  const passed = new Set(links.map(({ event }) => event.id));
  return (all.get(from?.id) ?? []).flatMap((link) => {
    const sum = passed.has(link.event.id) ? "incomparable" : add(link.value, total);
    return sum === "incomparable" ? [] : chainsFrom(link, [link, ...links], sum);
  });
}
