import fc from "fast-check";
import { deadline, type TimeValue } from "../../server/model/time/value.ts";

const UNITS = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "year",
  "working-hour",
  "working-day",
  "ring",
] as const;
export const EVENTS = {
  zh: ["通知", "收到您的退货", "饮料上好", "挂机"],
  en: ["the call", "purchase", "we receive the parcel", "notify"],
};

const figure = fc.oneof(
  fc.integer({ min: 1, max: 900 }),
  fc.integer({ min: 1, max: 80 }).map((n) => n / 2),
);
const length = fc
  .record({ min: figure, more: fc.oneof(fc.constant(0), figure, fc.constant(Number.POSITIVE_INFINITY)) })
  .map(({ min, more }) => ({ min, max: min + more }));

/** Any duration that can be said. */
export function anyDuration(events: readonly string[]): fc.Arbitrary<TimeValue> {
  const event = fc.constantFrom(...events);
  const after = fc.record(
    { side: fc.constant("after" as const), event, otherwise: event },
    { requiredKeys: ["side", "event"] },
  );
  const before = fc.record({ side: fc.constant("before" as const), event });
  return fc
    .record({
      length,
      unit: fc.constantFrom(...UNITS),
      approximate: fc.boolean(),
      counted: fc.oneof(
        fc.record({ relation: fc.constantFrom("lasting" as const, "within" as const, "after" as const) }),
        fc.record({ relation: fc.constantFrom("lasting" as const, "within" as const), anchor: after }),
        fc.record({ relation: fc.constant("lasting" as const), anchor: before }),
      ),
    })
    .map(({ length, unit, approximate, counted }) => ({ kind: "duration", ...length, unit, approximate, ...counted }));
}

const anyClock = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 5, 30, 59), unsaid: fc.boolean() })
  .map(({ hour, minute, unsaid }) => ({
    kind: "clock" as const,
    hour,
    minute,
    twelveHour: unsaid && hour >= 1 && hour <= 12,
  }));
const timedDay = fc.oneof(
  fc.record({
    kind: fc.constant("from-today" as const),
    days: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  }),
  fc.record({ kind: fc.constant("same-day" as const) }),
  fc.record({ kind: fc.constant("next-day" as const), unit: fc.constantFrom("day" as const, "working-day" as const) }),
  fc.record({
    kind: fc.constant("weekday" as const),
    weekday: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const, 7 as const),
    week: fc.constantFrom("this" as const, "next" as const, "nearest" as const),
  }),
  fc.record({ kind: fc.constant("date" as const), day: fc.integer({ min: 1, max: 28 }) }),
  fc.record({
    kind: fc.constant("date" as const),
    month: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constantFrom("this" as const, "next" as const)),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  fc.record({
    kind: fc.constant("date" as const),
    year: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
);
const untimedDay = fc.oneof(
  fc.record(
    {
      kind: fc.constant("t-plus" as const),
      days: fc.integer({ min: 0, max: 30 }),
      unit: fc.constantFrom("day" as const, "working-day" as const),
    },
    { requiredKeys: ["kind", "days"] },
  ),
  fc.record({
    kind: fc.constant("period" as const),
    of: fc.constantFrom("week" as const, "weekend" as const, "month" as const, "quarter" as const, "year" as const),
    offset: fc.constantFrom(0 as const, 1 as const),
    edge: fc.constantFrom("whole" as const, "start" as const, "end" as const),
  }),
  fc.record({ kind: fc.constant("on-the-spot" as const) }),
);
const anyTime = fc.oneof(
  anyClock,
  fc
    .record({ kind: fc.constant("window" as const), from: anyClock, to: anyClock })
    .filter(({ from, to }) => from.twelveHour === to.twelveHour && from.hour < to.hour),
  fc.record({
    kind: fc.constant("part" as const),
    part: fc.constantFrom("morning" as const, "noon" as const, "afternoon" as const, "evening" as const),
  }),
  fc.constant({ kind: "close" as const }),
);
const bound = fc.constantFrom("at" as const, "by" as const, "before" as const);
/** Any deadline that can be said. */
export const anyDeadline = (events: readonly string[]) =>
  fc
    .oneof(
      fc.record(
        {
          bound,
          day: fc.constantFrom(
            { kind: "same-day" as const },
            { kind: "next-day" as const, unit: "day" as const },
            { kind: "next-day" as const, unit: "working-day" as const },
          ),
          time: anyTime,
          anchor: fc.record({ side: fc.constant("after" as const), event: fc.constantFrom(...events) }),
        },
        { requiredKeys: ["bound", "day", "anchor"] },
      ),
      fc.record({ bound, day: timedDay, time: anyTime }),
      fc.record({ bound, day: fc.oneof(timedDay, untimedDay) }),
      fc.record({ bound: fc.constantFrom("at" as const, "by" as const), time: anyClock }),
    )
    .map(({ bound, ...said }) => deadline(bound, said))
    // Before today is over and done with, and a window has no end that could be a limit.
    .filter(({ bound, day, time }) => {
      const isToday = day?.kind === "same-day" || (day?.kind === "from-today" && day.days === 0);
      return (bound !== "before" || time !== undefined || !isToday) && (time?.kind !== "window" || bound === "at");
    });
