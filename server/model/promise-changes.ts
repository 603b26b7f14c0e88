import type { Commitment } from "./commitments.ts";
import type { TimeValue } from "./time/value.ts";
import { compare } from "./time.ts";

/** A promise that one side makes and the other does not, or makes otherwise. At least one of the two is there. */
export interface PromiseChange<T extends Commitment = Commitment> {
  readonly before?: T;
  readonly after?: T;
}

/**
 * What became of promises: what both make alike is left out, then those of one event belong together in their order, and
 * what is left was lost or is new.
 */
export function promiseChanges<T extends Commitment>(before: readonly T[], after: readonly T[]): PromiseChange<T>[] {
  const rest = [...after];
  const take = (is: (candidate: T) => boolean): T | undefined => {
    const at = rest.findIndex(is);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const changed = before.filter((promise) => take((candidate) => isSamePromise(promise, candidate)) === undefined);
  const changes = changed.map((promise): PromiseChange<T> => {
    const partner = take(({ event }) => event === promise.event);
    return partner === undefined ? { before: promise } : { before: promise, after: partner };
  });
  return [...changes, ...rest.map((promise) => ({ after: promise }))];
}

/**
 * Whether two promises bind alike: the same event, as firmly, by the same time, however it is said. Soon is no time, so it
 * binds like none.
 */
export function isSamePromise(a: Commitment, b: Commitment): boolean {
  if (a.event !== b.event || a.strength !== b.strength) return false;
  return a.time === undefined || b.time === undefined ? a.time === b.time : isSameTime(a.time.value, b.time.value);
}

/** Half an hour is 30 minutes; within 30 minutes is not after 30 minutes, nor within 30 minutes of something else. */
function isSameTime(a: TimeValue, b: TimeValue): boolean {
  const relation = (time: TimeValue) =>
    time.kind === "duration" ? [time.relation, time.anchor ?? null] : [time.anchor ?? null];
  if (JSON.stringify(relation(a)) !== JSON.stringify(relation(b))) return false;
  const order = compare(a, b);
  return order === "incomparable" ? JSON.stringify(a) === JSON.stringify(b) : order === 0;
}
