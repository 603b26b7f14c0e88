import { type Cursor, Words } from "./cursor.ts";
import { readFigure } from "./numerals-zh.ts";
import type { Day, Period, Weekday } from "./value.ts";

const NAMED_DAYS: readonly (readonly [day: Day, word: RegExp])[] = [
  [{ kind: "from-today", days: 3 }, /大后天/],
  [{ kind: "from-today", days: 2 }, /(?<![然先之以背最明])后天/],
  // 今 and 明 alone go only with 早 and 晚: 明早, 今晚.
  [{ kind: "from-today", days: 1 }, /(?<![声说证表文聪透])明(?:天(?!气)|日|儿个?|(?=[早晚](?![期点已])))/],
  [{ kind: "from-today", days: 0 }, /今(?:天|日|儿个?|(?=[早晚](?![期点已])))/],
  [{ kind: "same-day" }, /当(?:天|日(?!志)|(?=晚))|同一天/],
  [{ kind: "next-day", unit: "working-day" }, /下一?个?工作日|次一?工作日/],
  [{ kind: "next-day", unit: "day" }, /(?<![名每多首班场批])次日|[隔翌][天日]/],
  [{ kind: "on-the-spot" }, /当场(?![景合次])/],
];
const NAMED = new Words(NAMED_DAYS);
/** A field may say in short what would be something else in running text. */
const NAMED_IN_FIELD = new Words<Day>([
  ...NAMED_DAYS,
  [{ kind: "on-the-spot" }, /当时|在?通话中|通话内/],
  [{ kind: "next-day", unit: "day" }, /第二天/],
]);

const WEEKDAY = /(本|这个?|下个?)?(?:周|星期|礼拜)([一二三四五六日天1-7])(?![期年气文])/y;
/** A date may be told with its weekday: 3月15日(周五). */
const ITS_WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天]|\((?:周|星期|礼拜)[一二三四五六日天]\)/y;
const WEEKDAYS = "一二三四五六日";
const T_PLUS = /t ?\+ ?(\d{1,2})(?![\d.])(个?工作日|个?自然日|[天日])?/y;
const YEAR = /(20\d\d)年/y;
const NEAR_MONTH = /(本|这个|当|下个?|次)月(?=[\d一二三十])/y;
const MONTH_MARK = /月(?=[\d一二三十])/y;
const DATE_HEAD = /[\d一二三四五六七八九十]/y;
const DAY_MARK = /[日号](?![线楼店码机员桌房台柜门])/y;
/** A year or month with more behind it is part of a date that is not read here: 明年3月. */
const ENDS = /(?![\d一二三四五六七八九十])/y;
const PERIODS = new Words<readonly [of: Period, offset: 0 | 1]>([
  [["weekend", 0], /[本这]个?周末/],
  [["weekend", 1], /下个?周末/],
  [["week", 0], /[本这]个?(?:周|星期|礼拜)/],
  [["week", 1], /下个?(?:周|星期|礼拜)/],
  [["quarter", 0], /[本这]个?季度/],
  [["quarter", 1], /下个?季度/],
  [["month", 0], /(?:本|这个|当)月/],
  [["month", 1], /(?:下个?|次)月/],
  [["year", 0], /[今本]年/],
  [["year", 1], /明年/],
]);
/** The end of a period whose name is left out: 月底 is this month's. */
const BARE_EDGES = new Words<readonly [of: Period, edge: "whole" | "end"]>([
  [["weekend", "whole"], /周末/],
  [["month", "end"], /月[底末]/],
  [["quarter", "end"], /季度?末/],
  [["year", "end"], /年[底末]/],
]);
const EDGES = new Words<"start" | "end">([
  ["start", /初/],
  ["end", /[底末]|结束时/],
]);

/** Reads a day or a period of the calendar: 今天, 本周五, 3月15日, 下月底, T+1. */
export function readDay(cursor: Cursor, inField: boolean): Day | undefined {
  if (cursor.sees(DATE_HEAD)) return cursor.attempt(readDate);
  const named = (inField ? NAMED_IN_FIELD : NAMED).take(cursor);
  if (named !== undefined) return named;
  const weekday = cursor.take(WEEKDAY);
  if (weekday !== undefined) return weekdayOf(weekday);
  const tPlus = cursor.take(T_PLUS);
  if (tPlus !== undefined) {
    const [, days, unit] = tPlus;
    const counted = unit === undefined ? {} : ({ unit: unit.endsWith("工作日") ? "working-day" : "day" } as const);
    return { kind: "t-plus", days: Number(days), ...counted };
  }
  return cursor.attempt(readDate) ?? cursor.attempt(readPeriod);
}

function weekdayOf([, week, day]: RegExpExecArray): Day {
  const weekday = (day === "天" ? 7 : WEEKDAYS.indexOf(day!) + 1 || Number(day)) as Weekday;
  return { kind: "weekday", weekday, week: week === undefined ? "nearest" : week.startsWith("下") ? "next" : "this" };
}

/** 2027年3月15日, 3月15号, 下月15日, 15日. */
function readDate(cursor: Cursor): Day | undefined {
  const near = cursor.take(NEAR_MONTH);
  if (near !== undefined) {
    const day = readDayOfMonth(cursor);
    return day === undefined ? undefined : { kind: "date", month: /[下次]/.test(near[1]!) ? "next" : "this", day };
  }
  const year = cursor.take(YEAR);
  const month = cursor.attempt(() => {
    const figure = readFigure(cursor);
    return figure !== undefined && cursor.take(MONTH_MARK) ? figure : undefined;
  });
  const day = readDayOfMonth(cursor);
  if (day === undefined) return undefined;
  if (month === undefined) return year === undefined ? { kind: "date", day } : undefined;
  if (month < 1 || month > 12 || !Number.isInteger(month)) return undefined;
  cursor.take(ITS_WEEKDAY);
  return { kind: "date", ...(year && { year: Number(year[1]) }), month, day };
}

function readDayOfMonth(cursor: Cursor): number | undefined {
  const day = readFigure(cursor);
  if (day === undefined || day < 1 || day > 31 || !Number.isInteger(day)) return undefined;
  return cursor.take(DAY_MARK) ? day : undefined;
}

function readPeriod(cursor: Cursor): Day | undefined {
  const bare = BARE_EDGES.take(cursor);
  if (bare !== undefined) return { kind: "period", of: bare[0], offset: 0, edge: bare[1] };
  const named = PERIODS.take(cursor);
  if (named === undefined || !cursor.sees(ENDS)) return undefined;
  return { kind: "period", of: named[0], offset: named[1], edge: EDGES.take(cursor) ?? "whole" };
}
