import { convert, sum } from "./units.ts";
import type { Clock, Day, Deadline, Duration, TimeOfDay, TimeValue } from "./value.ts";

/** Refused: the two have no common measure, or the answer depends on what a script cannot know, such as today's date. */
export type Incomparable = "incomparable";

/**
 * Which of two times is later: negative when `a` is earlier, 0 when neither is. Durations compare by the longest that
 * they may take, then by the shortest; what they are counted from is the caller's affair, who knows which event came
 * first. Calendar days have 24 hours and weeks seven days; months, working days, working hours and rings compare only
 * among themselves (a year has twelve months). Deadlines compare when they are reckoned from the same day.
 */
export function compare(a: TimeValue, b: TimeValue): number | Incomparable {
  if (a.kind === "duration" && b.kind === "duration") return compareLengths(a, b);
  if (a.kind === "deadline" && b.kind === "deadline") return compareDeadlines(a, b);
  return "incomparable";
}

/**
 * One duration and another that begins where it ends: 挂机后10分钟内 and 通知后20分钟内 are 挂机后30分钟内. The sum is
 * counted from what the first is counted from, in the finer unit of the two.
 */
export function add(a: Duration, b: Duration): Duration | Incomparable {
  const length = sum(a, b);
  if (length === undefined) return "incomparable";
  const relation = b.relation === "within" ? "within" : a.relation;
  return { kind: "duration", relation, ...length, ...(a.anchor && { anchor: a.anchor }) };
}

/** The same stretch in minutes or hours where it is halves of them: 210分钟 is 3.5小时, 30分钟 is half an hour. */
export function inRoundUnits(value: Duration): Duration {
  for (const unit of ["hour", "minute"] as const) {
    const [min, max] = [convert(value.min, value.unit, unit), convert(value.max, value.unit, unit)];
    if (min === undefined || max === undefined) return value;
    if (max >= 0.5 && Number.isInteger(min * 2) && Number.isInteger(max * 2)) return { ...value, min, max, unit };
  }
  return value;
}

function compareLengths(a: Duration, b: Duration): number | Incomparable {
  const [least, most] = [convert(b.min, b.unit, a.unit), convert(b.max, b.unit, a.unit)];
  if (least === undefined || most === undefined) return "incomparable";
  return order(a.max, most) || order(a.min, least);
}

function compareDeadlines(a: Deadline, b: Deadline): number | Incomparable {
  const [first, second] = [reckon(a), reckon(b)];
  if (first.from !== second.from) return "incomparable";
  return order(first.day, second.day) || compareTimes(first.time, second.time);
}

/** A deadline as a day counted from something, and a time of that day; no time is its end. */
interface Reckoned {
  readonly from: string;
  readonly day: number;
  readonly time: TimeOfDay | undefined;
}

function reckon({ bound, day, time, anchor }: Deadline): Reckoned {
  const { from, count } = day === undefined ? { from: "the clock", count: 0 } : reckonDay(day);
  const event = JSON.stringify(anchor ?? null);
  // Before Friday is by the end of Thursday.
  const earlier = bound === "before" && time === undefined ? 1 : 0;
  return { from: `${from} ${event}`, day: count - earlier, time };
}

function reckonDay(day: Day): { from: string; count: number } {
  switch (day.kind) {
    case "from-today":
      return { from: "today", count: day.days };
    case "same-day":
      return { from: "the event, in days", count: 0 };
    case "next-day":
      return { from: day.unit === "day" ? "the event, in days" : "the event, in working days", count: 1 };
    case "t-plus":
      return { from: `T in ${day.unit ?? "days of some kind"}`, count: day.days };
    case "weekday":
      return day.week === "nearest"
        ? { from: `the nearest weekday ${day.weekday}`, count: 0 }
        : { from: "this week", count: day.weekday + (day.week === "next" ? 7 : 0) };
    case "date":
      return { from: `the month ${day.year ?? ""} ${day.month ?? ""}`, count: day.day };
    case "period":
      return { from: `this ${day.of}, ${day.edge}`, count: day.offset };
    case "on-the-spot":
      return { from: "the talk", count: 0 };
  }
}

const PARTS = ["morning", "noon", "afternoon", "evening"];

function compareTimes(a: TimeOfDay | undefined, b: TimeOfDay | undefined): number | Incomparable {
  if (a === undefined || b === undefined) return order(a === undefined ? 1 : 0, b === undefined ? 1 : 0);
  if (a.kind === "part" && b.kind === "part") return order(PARTS.indexOf(a.part), PARTS.indexOf(b.part));
  if (a.kind === "close" && b.kind === "close") return 0;
  if (JSON.stringify(a) === JSON.stringify(b)) return 0;
  const [first, second] = [lastMinute(a), lastMinute(b)];
  return first === undefined || second === undefined ? "incomparable" : order(first, second);
}

/** The last minute of a clock time or window; undefined where the half of the day was not said. */
function lastMinute(time: TimeOfDay): number | undefined {
  if (time.kind !== "clock" && time.kind !== "window") return undefined;
  const last: Clock = time.kind === "clock" ? time : time.to;
  return last.twelveHour ? undefined : last.hour * 60 + last.minute;
}

function order(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
