import type { Clock, Day, Deadline, Duration, Period, TimeOfDay, TimeValue, Unit } from "./value.ts";

/** Units as they stand behind a figure, and whether 个 comes between. */
const UNITS: Readonly<Record<Unit, readonly [word: string, measured: boolean]>> = {
  second: ["秒", false],
  minute: ["分钟", false],
  hour: ["小时", false],
  day: ["天", false],
  week: ["周", false],
  month: ["月", true],
  year: ["年", false],
  "working-hour": ["工作小时", true],
  "working-day": ["工作日", true],
  ring: ["声", false],
};
const RELATIONS = { lasting: "", within: "内", after: "后" } as const;
const FROM_TODAY = ["今天", "明天", "后天", "大后天"] as const;
const PERIODS: Readonly<Record<Period, readonly [near: string, next: string]>> = {
  week: ["本周", "下周"],
  weekend: ["本周末", "下周末"],
  month: ["本月", "下月"],
  quarter: ["本季度", "下季度"],
  year: ["今年", "明年"],
};
const PARTS = { morning: "上午", noon: "中午", afternoon: "下午", evening: "晚上" } as const;

export function printChinese(value: TimeValue): string {
  return value.kind === "duration" ? printDuration(value) : printDeadline(value);
}

function printDuration(value: Duration): string {
  const { relation, approximate, anchor } = value;
  const length = `${approximate ? "约" : ""}${printLength(value)}${RELATIONS[relation]}`;
  if (anchor === undefined) return length;
  if (anchor.side === "before") return `${anchor.event}前${length}`;
  return `${anchor.event}后${length}${anchor.otherwise === undefined ? "" : `，或${anchor.otherwise}后`}`;
}

function printLength({ min, max, unit, relation }: Duration): string {
  const [word, measured] = UNITS[unit];
  const ring = unit === "ring" ? "铃响" : "";
  const unitWord = measured ? `个${word}` : word;
  if (max === Number.POSITIVE_INFINITY)
    return ring + (relation === "lasting" ? `${min}${unitWord}以上` : `${min}多${unitWord}`);
  if (min !== max) return `${ring}${min}到${max}${unitWord}`;
  // Half a day is a figure of speech for a long time.
  if (min === 0.5 && unit !== "day" && unit !== "ring" && unit !== "second") return `半${unitWord}`;
  if (min === 1.5 && unit === "hour") return "一个半小时";
  return `${ring}${min}${unitWord}`;
}

function printDeadline({ bound, day, time, anchor }: Deadline): string {
  const said = `${day === undefined ? "" : printDay(day)}${time === undefined ? "" : printTime(time)}`;
  const from = anchor === undefined ? "" : `${anchor.event}后`;
  if (bound === "at" || day?.kind === "on-the-spot") return from + said;
  if (bound === "before") return `${from}${said}前`;
  if (time !== undefined) return from + (time.kind === "part" && time.part !== "noon" ? `最迟${said}` : `${said}前`);
  return from + (day !== undefined && isStretch(day) ? `${said}内` : `最迟${said}`);
}

/** Whether one says 内 of it: 今天内, 本周内, but 最迟周五. */
function isStretch(day: Day): boolean {
  if (day.kind === "from-today") return day.days === 0;
  return day.kind === "same-day" || (day.kind === "period" && day.of !== "weekend" && day.edge === "whole");
}

function printDay(day: Day): string {
  switch (day.kind) {
    case "from-today":
      return FROM_TODAY[day.days];
    case "same-day":
      return "当天";
    case "next-day":
      return day.unit === "day" ? "次日" : "下一个工作日";
    case "t-plus":
      return `T+${day.days}${day.unit === undefined ? "" : day.unit === "day" ? "个自然日" : "个工作日"}`;
    case "weekday":
      return `${{ this: "本", next: "下", nearest: "" }[day.week]}周${"一二三四五六日"[day.weekday - 1]}`;
    case "date":
      return `${day.year === undefined ? "" : `${day.year}年`}${printMonth(day.month)}${day.day}${day.month ? "日" : "号"}`;
    case "period":
      return PERIODS[day.of][day.offset] + { whole: "", start: "初", end: endOf(day.of) }[day.edge];
    case "on-the-spot":
      return "当场";
  }
}

function printMonth(month: number | "this" | "next" | undefined): string {
  if (month === undefined) return "";
  return month === "this" ? "本月" : month === "next" ? "下月" : `${month}月`;
}

/** 周末 is the weekend, so the end of a week needs another word. */
function endOf(period: Period): string {
  return period === "week" || period === "weekend" ? "结束时" : "底";
}

function printTime(time: TimeOfDay): string {
  switch (time.kind) {
    case "clock":
      return printClock(time);
    case "window":
      return `${printClock(time.from)}到${printClock(time.to)}`;
    case "part":
      return PARTS[time.part];
    case "close":
      return "下班";
  }
}

function printClock({ hour, minute, twelveHour }: Clock): string {
  const half = twelveHour || hour === 0 || hour > 12 ? "" : hour === 12 ? "中午" : hour < 6 ? "凌晨" : "上午";
  return `${half}${minute === 0 ? `${hour}点` : `${hour}:${String(minute).padStart(2, "0")}`}`;
}
