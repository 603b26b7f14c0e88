import type { Anchor, Clock, Day, Deadline, Duration, PartOfDay, TimeOfDay, TimeValue, Unit } from "./value.ts";

const UNITS: Readonly<Record<Unit, string>> = {
  second: "second",
  minute: "minute",
  hour: "hour",
  day: "day",
  week: "week",
  month: "month",
  year: "year",
  "working-hour": "working hour",
  "working-day": "working day",
  ring: "ring",
};
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = "January February March April May June July August September October November December".split(" ");
const FROM_TODAY = ["today", "tomorrow", "the day after tomorrow", "3 days from today"] as const;

/** An event told as a clause goes only with after: within 3 days after we receive it. */
const CLAUSE = /^(?:we|you|i|they|he|she|it)(?![a-z])/i;

export function printEnglish(value: TimeValue): string {
  return value.kind === "duration" ? printDuration(value) : printDeadline(value);
}

function printDuration(value: Duration): string {
  const { relation, max, approximate, anchor } = value;
  const open = max === Number.POSITIVE_INFINITY;
  const limit = relation === "within" ? "within " : relation === "after" ? "in " : "";
  const length = `${limit}${approximate ? "about " : ""}${printLength(value)}${open ? " or more" : ""}`;
  return anchor === undefined ? length : `${length}${printAnchor(anchor, relation)}`;
}

function printLength({ min, max, unit }: Duration): string {
  const word = UNITS[unit];
  const article = unit === "hour" ? "an" : "a";
  if (max !== min && Number.isFinite(max)) return `${min}–${max} ${word}s`;
  if (min === 0.5 && !unit.startsWith("working")) return `half ${article} ${word}`;
  if (min === 1.5 && unit === "hour") return "an hour and a half";
  return `${min} ${word}${min === 1 ? "" : "s"}`;
}

function printAnchor(anchor: Anchor, relation: Duration["relation"]): string {
  if (anchor.side === "before") return ` before ${anchor.event}`;
  const preposition = relation === "within" && !CLAUSE.test(anchor.event) ? "of" : "after";
  const otherwise = anchor.otherwise === undefined ? "" : `, or ${preposition} ${anchor.otherwise}`;
  return ` ${preposition} ${anchor.event}${otherwise}`;
}

function printDeadline({ bound, day, time, anchor }: Deadline): string {
  const named = day === undefined ? undefined : anchor === undefined ? printDay(day) : printDayOf(day, anchor);
  if (day?.kind === "on-the-spot") return "on the spot";
  if (time === undefined) return untimed(bound, day!, named!);
  const on = day !== undefined && takesOn(day) ? ` on ${named}` : named === undefined ? "" : ` ${named}`;
  if (time.kind === "window") return `between ${printClock(time.from)} and ${printClock(time.to)}${on}`;
  if (time.kind === "part" && time.part !== "noon") return partOf(bound, time.part, day, named);
  return `${bound} ${printTime(time)}${on}`;
}

function untimed(bound: Deadline["bound"], day: Day, named: string): string {
  if (bound === "before") return `before ${named}`;
  if (bound === "at") {
    if (day.kind === "period" && day.edge !== "whole") return `at ${named}`;
    return takesOn(day) ? `on ${named}` : named;
  }
  const lasts = day.kind === "same-day" || (day.kind === "from-today" && day.days === 0);
  const ends = day.kind === "period" && day.edge === "whole" && day.of !== "weekend";
  return `by ${lasts || ends ? "the end of " : ""}${named}`;
}

function partOf(bound: Deadline["bound"], part: PartOfDay, day: Day | undefined, named: string | undefined): string {
  const lead = bound === "at" ? "" : `${bound} `;
  if (day?.kind === "from-today" && day.days === 0) return `${lead}this ${part}`;
  if (day?.kind === "from-today" && day.days === 1) return `${lead}${named} ${part}`;
  if (day?.kind === "weekday") return `${lead || (takesOn(day) ? "on " : "")}${named} ${part}`;
  return `${lead}the ${part} of ${named}`;
}

function takesOn(day: Day): boolean {
  if (day.kind === "weekday") return day.week === "nearest";
  return day.kind === "date" || day.kind === "same-day" || day.kind === "next-day";
}

function printDay(day: Day): string {
  switch (day.kind) {
    case "from-today":
      return FROM_TODAY[day.days];
    case "same-day":
      return "the same day";
    case "next-day":
      return day.unit === "day" ? "the next day" : "the next working day";
    case "t-plus":
      return `T+${day.days}${day.unit === undefined ? "" : day.unit === "day" ? " calendar days" : " working days"}`;
    case "weekday":
      return `${{ this: "this ", next: "next ", nearest: "" }[day.week]}${WEEKDAYS[day.weekday - 1]}`;
    case "date":
      return printDate(day);
    case "period": {
      const period = `${day.offset === 0 ? "this" : "next"} ${day.of}`;
      return day.edge === "whole" ? period : `the ${day.edge} of ${period}`;
    }
    case "on-the-spot":
      return "on the spot";
  }
}

function printDayOf(day: Day, { event }: Anchor): string {
  if (day.kind !== "next-day") return `the day of ${event}`;
  return `the ${day.unit === "day" ? "day" : "working day"} after ${event}`;
}

function printDate({ day, month, year }: Extract<Day, { kind: "date" }>): string {
  if (typeof month === "number") return `${day} ${MONTHS[month - 1]}${year === undefined ? "" : ` ${year}`}`;
  return `the ${day}${ordinal(day)}${month === undefined ? "" : ` of ${month} month`}`;
}

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}

function printTime(time: TimeOfDay): string {
  if (time.kind === "close") return "close of business";
  return time.kind === "clock" ? printClock(time) : "noon";
}

function printClock({ hour, minute, twelveHour }: Clock): string {
  if (hour === 24) return "midnight";
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  const shown = hour % 12 || 12;
  if (twelveHour) return minutes === "" ? `${shown} o'clock` : `${shown}${minutes}`;
  return `${shown}${minutes} ${hour < 12 ? "am" : "pm"}`;
}
