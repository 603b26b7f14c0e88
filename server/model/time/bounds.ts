import { compare } from "./arithmetic.ts";
import { convert } from "./units.ts";
import type { Clock, Day, Deadline, Duration, PartOfDay, TimeOfDay, TimeValue, Unit } from "./value.ts";

/**
 * Whether a promise surely leaves more time than a limit, both counted from the same moment. What depends on the day or
 * the hour of the call is certain only where it holds at every hour: 明天 is later than 半小时内, whenever that is said.
 */
export function surelyLonger(promise: TimeValue, limit: TimeValue): boolean {
  if (!isOpen(promise) && !isOpen(limit)) {
    const order = compare(latest(promise), latest(limit));
    if (order !== "incomparable") return order > 0;
  }
  const [said, granted] = [boundsOf(promise), boundsOf(limit)];
  return said !== undefined && granted !== undefined && said.leastEnd > granted.mostEnd;
}

/** Whether a promise surely leaves no more time than a limit, both counted from the same moment. */
export function surelyWithin(promise: TimeValue, limit: TimeValue): boolean {
  if (!isOpen(promise) && !isOpen(limit)) {
    const order = compare(latest(promise), latest(limit));
    if (order !== "incomparable") return order <= 0;
  }
  const [said, granted] = [boundsOf(promise), boundsOf(limit)];
  return said !== undefined && granted !== undefined && said.mostEnd <= granted.leastEnd;
}

/** Whether two times, both counted from the same moment, surely have no moment in common. */
export function disjoint(a: TimeValue, b: TimeValue): boolean {
  if (a.kind === "deadline" && b.kind === "deadline") {
    const known = disjointDeadlines(a, b) || disjointDeadlines(b, a);
    if (known) return true;
  }
  const [first, second] = [boundsOf(a), boundsOf(b)];
  if (first === undefined || second === undefined) return false;
  return first.leastStart > second.mostEnd || second.leastStart > first.mostEnd;
}

/** What is certain of a stretch of time, whatever the day and the hour: in seconds from the moment that it counts from. */
interface Bounds {
  /** It does not begin before this. */
  readonly leastStart: number;
  /** It does not end before this, and not after that. */
  readonly leastEnd: number;
  readonly mostEnd: number;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const FOREVER = Number.POSITIVE_INFINITY;

function boundsOf(value: TimeValue): Bounds | undefined {
  return value.kind === "duration" ? durationBounds(value) : deadlineBounds(value);
}

function durationBounds({ min, max, unit, relation }: Duration): Bounds | undefined {
  const [shortest, longest] = [seconds(min, unit), seconds(max, unit)];
  if (shortest === undefined || longest === undefined) return undefined;
  if (relation === "after") return { leastStart: shortest.least, leastEnd: shortest.least, mostEnd: FOREVER };
  // 三到五天 is not before the third day; 三天 and 三天内 may be at once.
  const leastStart = min === max || relation === "within" ? 0 : shortest.least;
  return { leastStart, leastEnd: max === FOREVER ? shortest.least : longest.least, mostEnd: longest.most };
}

/** How many seconds an amount of a unit has at least and at most. Working days may have any number of holidays between. */
function seconds(amount: number, unit: Unit): { least: number; most: number } | undefined {
  const exact = convert(amount, unit, "second");
  if (exact !== undefined) return { least: exact, most: exact };
  const months = convert(amount, unit, "month");
  if (months !== undefined) return { least: months * 28 * DAY, most: months * 31 * DAY };
  // The first working day may be the rest of today.
  if (unit === "working-day") return { least: Math.max(0, amount - 1) * DAY, most: FOREVER };
  if (unit === "working-hour") return { least: amount * HOUR, most: FOREVER };
  return undefined;
}

function deadlineBounds({ bound, day, time, anchor }: Deadline): Bounds | undefined {
  const days = day === undefined ? { least: 0, most: 1 } : daysUntil(day, anchor !== undefined);
  if (days === undefined) return undefined;
  const { least, most } = days;
  const earlier = bound === "before" && time === undefined ? 1 : 0;
  const [from, to] = time === undefined ? [0, DAY] : stretchOfDay(time);
  const leastStart = bound === "at" ? Math.max(0, (least - 1) * DAY + from) : 0;
  // The call may be a minute before midnight, or a minute behind it.
  const leastEnd = least === 0 ? 0 : Math.max(0, (least - 1 - earlier) * DAY + (time === undefined ? DAY : from));
  return { leastStart, leastEnd, mostEnd: (most - earlier) * DAY + to };
}

/** In how many days a day comes at the least and at the most; undefined for what counts from an unknown event. */
function daysUntil(day: Day, isAnchored: boolean): { least: number; most: number } | undefined {
  switch (day.kind) {
    case "from-today":
      return { least: day.days, most: day.days };
    case "same-day":
      return isAnchored ? { least: 0, most: 0 } : undefined;
    case "next-day":
      return { least: 1, most: day.unit === "day" ? 1 : FOREVER };
    case "t-plus":
      return { least: day.days, most: day.unit === "day" ? day.days : FOREVER };
    case "weekday":
      return { least: day.week === "next" ? day.weekday : 0, most: day.week === "next" ? 14 : 7 };
    case "period":
      return day.offset === 1 && day.edge !== "start"
        ? { least: { week: 7, weekend: 6, month: 28, quarter: 90, year: 365 }[day.of], most: FOREVER }
        : { least: 0, most: FOREVER };
    case "date":
      return { least: 0, most: FOREVER };
    case "on-the-spot":
      return undefined;
  }
}

/** When a time of the day begins at the earliest and ends at the latest, in seconds from midnight. */
function stretchOfDay(time: TimeOfDay): [from: number, to: number] {
  switch (time.kind) {
    case "clock":
      return [earliest(time), seconds24(time)];
    case "window":
      return [earliest(time.from), seconds24(time.to)];
    case "part":
      return PARTS[time.part];
    case "close":
      return [12 * HOUR, DAY];
  }
}

const PARTS: Readonly<Record<PartOfDay, [from: number, to: number]>> = {
  morning: [5 * HOUR, 12 * HOUR - 1],
  noon: [11 * HOUR, 14 * HOUR],
  afternoon: [12 * HOUR, 19 * HOUR],
  evening: [17 * HOUR, DAY],
};

function earliest({ hour, minute }: Clock): number {
  return hour * HOUR + minute * 60;
}

/** 5点 may be 17:00 where the half of the day was not said. */
function seconds24({ hour, minute, twelveHour }: Clock): number {
  return (twelveHour && hour < 12 ? hour + 12 : hour) * HOUR + minute * 60;
}

/** Whether `a` is at a time that comes after the last moment of `b`, or before it can begin, both on days that compare. */
function disjointDeadlines(a: Deadline, b: Deadline): boolean {
  if (a.bound !== "at") return false;
  const { time: _, ...onDay } = a;
  const { time: __, ...onOther } = b;
  const days =
    a.day === undefined || b.day === undefined ? "incomparable" : compare(onDay, { ...onOther, bound: "at" });
  if (days === "incomparable") return false;
  if (days !== 0) return b.bound === "at" || days > 0;
  if (a.time === undefined || b.time === undefined) return b.bound === "before";
  const [from] = stretchOfDay(a.time);
  const [otherFrom, otherTo] = stretchOfDay(b.time);
  if (from > otherTo) return true;
  return b.bound === "at" && otherFrom > stretchOfDay(a.time)[1];
}

/** The longest that a time may take, without what it is counted from. */
function latest(value: TimeValue): TimeValue {
  const { anchor: _, ...free } = value;
  return free.kind === "duration"
    ? { ...free, min: free.max }
    : { ...free, bound: free.bound === "at" ? "by" : free.bound };
}

function isOpen(value: TimeValue): boolean {
  return value.kind === "duration" && value.max === FOREVER;
}
