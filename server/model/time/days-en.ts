import { type Cursor, Words } from "./cursor.ts";
import type { Day, Period, Weekday } from "./value.ts";

const END = "(?![a-z0-9-])";
const NAMED = new Words<Day>([
  [{ kind: "from-today", days: 3 }, /(?:3|three) days from today(?![a-z0-9-])/],
  [{ kind: "from-today", days: 2 }, /the day after tomorrow(?![a-z0-9-])/],
  [{ kind: "from-today", days: 1 }, /tomorrow(?![a-z0-9-])/],
  [{ kind: "from-today", days: 0 }, /today(?![a-z0-9-])/],
  [{ kind: "same-day" }, /(?:the )?same (?:(?:business|working) )?day(?![a-z0-9-])/],
  [{ kind: "next-day", unit: "working-day" }, /(?:the )?(?:next|following) (?:business|working) day(?![a-z0-9-])/],
  [{ kind: "next-day", unit: "day" }, /the (?:next|following) day(?![a-z0-9-])/],
  [{ kind: "on-the-spot" }, /(?:on the spot|there and then|(?:during|on|in) (?:this|the|our|your) call)(?![a-z0-9-])/],
]);

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const WEEKDAY = new RegExp(
  `(this coming |this |next |coming |the coming )?(${WEEKDAYS.join("|")})(?! (?:morning|afternoon|evening|night)s)${END}`,
  "y",
);
const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH = `(${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join("|")}|sept)\\.?`;
const DAY_OF_MONTH = "(\\d{1,2})(?:st|nd|rd|th)?";
const YEAR = `(?:,? (20\\d\\d))?${END}`;
const DAY_FIRST = new RegExp(`(?:the )?${DAY_OF_MONTH} (?:of )?${MONTH}${YEAR}`, "y");
const MONTH_FIRST = new RegExp(`${MONTH} (?:the )?${DAY_OF_MONTH}${YEAR}(?!:)`, "y");
/** The day alone needs its ordinal, and may be followed only by what no counted thing is called: the 15th floor. */
const ORDINAL =
  /the (\d{1,2})(?:st|nd|rd|th)(?: of (this|next) month)?(?=$|[.,;!?"]| (?:at|by|before|and|or|if|so|when|we|you|i|to|for|with|because|in)(?![a-z]))/y;
const T_PLUS = /t ?\+ ?(\d{1,2})(?: (?:(business|working)|(calendar)) days?)?(?![a-z0-9]|\.\d)/y;

const PERIOD = /(this|next|the following|the coming|the(?= weekend)) (weekend|week|month|quarter|year)(?![a-z0-9-])/y;
const BARE_PERIOD = /(weekend|week|month|quarter|year)(?![a-z0-9-])/y;
const EDGES = /(?:(?:the )?(end)|(?:the )?(?:start|beginning)) of (?:the )?|early /y;

/** Reads a day or a period of the calendar: today, next Friday, 15 March, the end of the month, T+1. */
export function readDay(cursor: Cursor): Day | undefined {
  const named = NAMED.take(cursor);
  if (named !== undefined) return named;
  const weekday = cursor.take(WEEKDAY);
  if (weekday !== undefined) {
    // On Tuesday, 4 May: the date says more.
    const exact = cursor.attempt(() => (cursor.take(/,? (?:the )?/y) ? readDate(cursor) : undefined));
    if (exact !== undefined) return exact;
    const week = weekday[1]?.startsWith("next") ? "next" : weekday[1]?.startsWith("this") ? "this" : "nearest";
    return { kind: "weekday", weekday: (WEEKDAYS.indexOf(weekday[2]!) + 1) as Weekday, week };
  }
  const tPlus = cursor.take(T_PLUS);
  if (tPlus !== undefined) {
    const [, days, working, calendar] = tPlus;
    const unit = working ? "working-day" : calendar ? "day" : undefined;
    return { kind: "t-plus", days: Number(days), ...(unit && { unit }) };
  }
  return readDate(cursor) ?? cursor.attempt(readPeriod);
}

function readDate(cursor: Cursor): Day | undefined {
  const dayFirst = cursor.take(DAY_FIRST);
  if (dayFirst !== undefined) return dateOf(dayFirst[1]!, dayFirst[2]!, dayFirst[3]);
  const monthFirst = cursor.take(MONTH_FIRST);
  if (monthFirst !== undefined) return dateOf(monthFirst[2]!, monthFirst[1]!, monthFirst[3]);
  const ordinal = cursor.take(ORDINAL);
  if (ordinal === undefined || Number(ordinal[1]) < 1 || Number(ordinal[1]) > 31) return undefined;
  const month = ordinal[2] as "this" | "next" | undefined;
  return { kind: "date", ...(month && { month }), day: Number(ordinal[1]) };
}

function dateOf(day: string, month: string, year: string | undefined): Day | undefined {
  if (Number(day) < 1 || Number(day) > 31) return undefined;
  const number = MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3))) + 1;
  return { kind: "date", ...(year && { year: Number(year) }), month: number, day: Number(day) };
}

function readPeriod(cursor: Cursor): Day | undefined {
  const edge = cursor.take(EDGES);
  const match = edge === undefined ? undefined : cursor.take(BARE_PERIOD);
  const of = match?.[1] as Period | undefined;
  const at = edge === undefined ? "whole" : edge[1] === undefined ? "start" : "end";
  if (of !== undefined) return edge![0] === "early " ? undefined : { kind: "period", of, offset: 0, edge: at };
  const named = cursor.take(PERIOD);
  if (named === undefined) return undefined;
  const offset = /next|following|coming/.test(named[1]!) ? 1 : 0;
  return { kind: "period", of: named[2] as Period, offset, edge: at };
}
