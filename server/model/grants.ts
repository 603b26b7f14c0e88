import type { Commitment, PromisedEvent } from "./commitments.ts";
import type { ScriptDocument } from "./document.ts";
import { chainsTo } from "./limit-chain.ts";
import type { LimitInForce } from "./limits.ts";
import type { Plan } from "./plans.ts";
import { eventNamed } from "./standard-events.ts";
import type { StandardEvent } from "./standards.ts";
import { inRoundUnits, surelyLonger, surelyWithin, type TimeValue } from "./time.ts";

/** What a limit leaves for a promise or a plan. */
export interface Grant {
  readonly limit: LimitInForce;
  /** Counted as the promise is: from the call, along the chain of limits up to it, or from the anchor that it names. */
  readonly value: TimeValue;
}

/** How a promise or a plan with a time stands to a limit that it can be compared with. */
export interface Judgement extends Grant {
  readonly verdict: "within" | "longer" | "unknown";
}

/** What the limits in force in a step grant for an event that is promised without a time. */
export function grantFor(limits: readonly LimitInForce[], event: PromisedEvent): Grant | undefined {
  return strictest(grantsFromCall(limits, (limit) => limit.event.promises.includes(event)));
}

/** How a dated promise stands to the limits of its step; undefined where none is about it, or it is open which one is. */
export function judgePromise(
  document: ScriptDocument,
  limits: readonly LimitInForce[],
  { event, time }: Commitment,
): Judgement | undefined {
  if (time === undefined) return undefined;
  return judge(document, limits, time.value, (limit) => limit.event.promises.includes(event), false);
}

/** How a plan stands to the limits of its step; undefined where no limit is about it. */
export function judgePlan(
  document: ScriptDocument,
  limits: readonly LimitInForce[],
  plan: Plan,
): Judgement | undefined {
  const { standardEvent, time } = plan;
  if (standardEvent === undefined) return undefined;
  return judge(document, limits, time.value, (limit) => limit.event.id === standardEvent.id, true);
}

/**
 * What a limit comes to when it is counted from the call: 通知后20分钟内, where 通知 is due 挂机后10分钟内, is half an hour.
 * Undefined where its chain begins at something else, such as the purchase, or at an event without a limit of its own.
 */
export function fromCall(limits: readonly LimitInForce[], limit: LimitInForce): TimeValue | undefined {
  if (limit.before) return undefined;
  if (limit.anchor === undefined) return limit.value;
  const total = fromAnchor(limits, limit, limit.anchor);
  return isOfCall(total.anchor.id) ? total.value : undefined;
}

/**
 * What a limit comes to when it is counted from where the chain of limits before it begins: 通知后20分钟内 is 挂机后30分钟内.
 * @param anchor the one of its two anchors from which it counts
 */
export function fromAnchor(
  limits: readonly LimitInForce[],
  limit: LimitInForce,
  anchor: StandardEvent,
): { readonly anchor: StandardEvent; readonly value: TimeValue } {
  const longest = chainsTo(limits, limit.event.id).findLast(
    ({ from, links }) =>
      from !== undefined &&
      links.at(-1) === limit &&
      (links.length === 1 ? from : links.at(-2)!.event).id === anchor.id,
  );
  if (longest?.from === undefined || longest.links.length === 1) return { anchor, value: limit.value };
  return { anchor: longest.from, value: inRoundUnits(longest.total) };
}

/** Whether an event is part of every call, so that what counts from it counts from the call. */
export function isOfCall(eventId: string): boolean {
  return OF_CALL.has(eventId);
}

const OF_CALL: ReadonlySet<string> = new Set(["call", "hang-up", "connection", "answer", "ring"]);

/**
 * Limits of one event all hold, so the strictest of them counts. Where the words may mean several events, such as this
 * call back or the next, a promise is too long only if it is for each of them.
 * @param direct whether a limit that counts from something in the script may be compared as it stands
 */
function judge(
  document: ScriptDocument,
  limits: readonly LimitInForce[],
  value: TimeValue,
  isAbout: (limit: LimitInForce) => boolean,
  direct: boolean,
): Judgement | undefined {
  const grants = grantsLike(document, limits, value, isAbout, direct);
  const { anchor: _, ...said } = value;
  const events = [...new Set(limits.filter(isAbout).map(({ event }) => event.id))];
  const judgements = events.map((id): Judgement | undefined => {
    const grant = strictest(grants.filter(({ limit }) => limit.event.id === id));
    if (grant === undefined) return undefined;
    const isLonger = surelyLonger(said, grant.value);
    return { ...grant, verdict: isLonger ? "longer" : surelyWithin(said, grant.value) ? "within" : "unknown" };
  });
  const known = judgements.filter((judgement) => judgement !== undefined);
  const mild = known.find(({ verdict }) => verdict !== "longer");
  return mild ?? (known.length === judgements.length ? known[0] : undefined);
}

function grantsLike(
  document: ScriptDocument,
  limits: readonly LimitInForce[],
  { anchor }: TimeValue,
  isAbout: (limit: LimitInForce) => boolean,
  direct: boolean,
): Grant[] {
  const from = anchor && (eventNamed(document, anchor.event)?.id ?? anchor.event);
  if (from !== undefined && !isOfCall(from))
    return limits
      .filter(
        (limit) =>
          isAbout(limit) && limit.anchor?.id === from && (limit.before ?? false) === (anchor?.side === "before"),
      )
      .map((limit) => ({ limit, value: limit.value }));
  const grants = grantsFromCall(limits, isAbout);
  if (!direct) return grants;
  const known = new Set(grants.map(({ limit }) => limit));
  return [
    ...grants,
    ...limits
      .filter((limit) => isAbout(limit) && !limit.before && !known.has(limit))
      .map((limit) => ({ limit, value: limit.value })),
  ];
}

function grantsFromCall(limits: readonly LimitInForce[], isAbout: (limit: LimitInForce) => boolean): Grant[] {
  return limits.filter(isAbout).flatMap((limit) => {
    const value = fromCall(limits, limit);
    return value === undefined ? [] : [{ limit, value }];
  });
}

/** The grant that leaves least time; of two that cannot be compared the first. */
function strictest(grants: readonly Grant[]): Grant | undefined {
  return grants.reduce<Grant | undefined>(
    (least, grant) => (least === undefined || surelyLonger(least.value, grant.value) ? grant : least),
    undefined,
  );
}
