import { expect } from "vitest";
import type {
  Anchor,
  Clock,
  Day,
  Deadline,
  Duration,
  PartOfDay,
  TimeOfDay,
  TimeValue,
  Unit,
  Weekday,
} from "../../server/model/time/value.ts";
import { timesIn } from "../../server/model/time.ts";
import { unmark } from "./marks.ts";

/** A figure, or the least and the most. */
type Figures = number | readonly [min: number, max: number];

function duration(relation: Duration["relation"], figures: Figures, unit: Unit): Duration {
  const [min, max] = typeof figures === "number" ? [figures, figures] : figures;
  return { kind: "duration", relation, min, max, unit, approximate: false };
}

export const lasts = (figures: Figures, unit: Unit) => duration("lasting", figures, unit);
export const within = (figures: Figures, unit: Unit) => duration("within", figures, unit);
export const after = (figures: Figures, unit: Unit) => duration("after", figures, unit);
export const roughly = (value: Duration): Duration => ({ ...value, approximate: true });
export const orMore = (min: number): Figures => [min, Number.POSITIVE_INFINITY];

export function counted(value: Duration, event: string, otherwise?: string): Duration {
  return { ...value, anchor: { side: "after", event, ...(otherwise !== undefined && { otherwise }) } };
}
export const ahead = (value: Duration, event: string): Duration => ({ ...value, anchor: { side: "before", event } });

function deadline(bound: Deadline["bound"], parts: readonly (Day | TimeOfDay | Anchor)[]): Deadline {
  const value: Record<string, unknown> = { kind: "deadline", bound };
  for (const part of parts) {
    const slot = "side" in part ? "anchor" : TIMES.includes(part.kind) ? "time" : "day";
    value[slot] = part;
  }
  return value as unknown as Deadline;
}
const TIMES: readonly string[] = ["clock", "window", "part", "close"];

export const at = (...parts: (Day | TimeOfDay | Anchor)[]) => deadline("at", parts);
export const by = (...parts: (Day | TimeOfDay | Anchor)[]) => deadline("by", parts);
export const before = (...parts: (Day | TimeOfDay | Anchor)[]) => deadline("before", parts);

export const today: Day = { kind: "from-today", days: 0 };
export const tomorrow: Day = { kind: "from-today", days: 1 };
export const inTwoDays: Day = { kind: "from-today", days: 2 };
export const inThreeDays: Day = { kind: "from-today", days: 3 };
export const sameDay: Day = { kind: "same-day" };
export const nextDay: Day = { kind: "next-day", unit: "day" };
export const nextWorkingDay: Day = { kind: "next-day", unit: "working-day" };
export const onTheSpot: Day = { kind: "on-the-spot" };
export const of = (event: string): Anchor => ({ side: "after", event });
export const tPlus = (days: number, unit?: "day" | "working-day"): Day => ({
  kind: "t-plus",
  days,
  ...(unit && { unit }),
});
export const weekday = (weekday: Weekday, week: "this" | "next" | "nearest" = "nearest"): Day => ({
  kind: "weekday",
  weekday,
  week,
});
export const period = (
  of: "week" | "weekend" | "month" | "quarter" | "year",
  offset: 0 | 1,
  edge: "whole" | "start" | "end" = "whole",
): Day => ({ kind: "period", of, offset, edge });
export const date = (day: number, month?: number | "this" | "next", year?: number): Day => ({
  kind: "date",
  ...(year !== undefined && { year }),
  ...(month !== undefined && { month }),
  day,
});
export const clock = (hour: number, minute = 0): Clock => ({ kind: "clock", hour, minute, twelveHour: false });
/** A clock time without its half of the day. */
export const oclock = (hour: number, minute = 0): Clock => ({ kind: "clock", hour, minute, twelveHour: true });
export const between = (from: Clock, to: Clock): TimeOfDay => ({ kind: "window", from, to });
export const part = (part: PartOfDay): TimeOfDay => ({ kind: "part", part });
export const close: TimeOfDay = { kind: "close" };

/** Checks that exactly the stretches between ⟦ and ⟧ are times, with these values. */
export function expectTimes(marked: string, ...values: readonly TimeValue[]): void {
  const { text, spans } = unmark(marked);
  const found = timesIn(text);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(spans.map((s) => text.slice(s.start, s.end)));
  expect(found.map(({ start, end }) => ({ start, end }))).toEqual(spans);
  expect(found.map(({ value }) => value)).toEqual(values);
}
