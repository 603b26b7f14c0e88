import { anchorOfDay } from "./anchors-zh.ts";
import { readTimeOfDay } from "./clock-zh.ts";
import { behind, Cursor, LookBack, type Place, type Reading } from "./cursor.ts";
import { readDay } from "./days-zh.ts";
import { isRestOfNumber } from "./lookalikes-zh.ts";
import { BEFORE, INSIDE, LATER } from "./suffixes-zh.ts";
import { type Day, deadline, type TimeOfDay } from "./value.ts";

const AT_LATEST = behind(/(?:最迟|最晚|不晚于|不迟于|截止到?|截至)(?:[在于到])?/);

/** Times gone by, habits, and days that no value is for: 昨天, 上周五, 每天, 下下周. */
const NOT_TO_COME = behind(
  /(?:每个?[天日周月年]?|逢|[上下第]|昨[天日晚]?|(?<![提之以])前天|前[一1]天|去年|年|[从自])的?/,
);
/** Counts, not hours: 这两点, 以上三点. */
const COUNT = behind(/[这那以有几些]/);
/** What makes a day the beginning of a stretch or a property: 明天起, 周五的快递, 晚上好. */
const NOT_A_MOMENT = /起(?!草|诉)|开始|以来|至今|[好见]|愉快|快乐|会员|账单|话费|特价|活动/y;
/** Of two days it is the second that holds: 今天或者明天. */
const OR = /,?或者?是?/y;
const TO = / ?(?:到|至|~|-{1,2}) ?/y;
const BEHIND_RANGE = behind(/[\d一二三四五六日天点时号半] ?(?:到|至|~|-{1,2}) ?/);
const FORESEEN = behind(/(?:预计|估计|争取|确保|保证)[在于]?/);
const WILL_BE = /[就会将必](?!员)/y;

/** Reads a point of the calendar or the clock that begins at the place: 明天上午十点前, 本周五下班前, 月底前, 当天. */
export function readDeadline(place: Place): Reading | undefined {
  const cursor = new Cursor(place.text, place.at);
  const back = new LookBack(place);
  const first = readDay(cursor, place.whole);
  const second = first && cursor.attempt(() => (cursor.take(OR) ? readDay(cursor, false) : undefined));
  const day = second ?? first;
  if (day !== undefined) cursor.take(/的(?=[早上中下晚凌傍\d])/y);
  const time = day === undefined || takesTime(day) ? readTimeOfDay(cursor, day !== undefined) : undefined;
  if (day === undefined && time === undefined) return undefined;
  const words = place.text.slice(place.at, cursor.at);
  const lookalike = () => ({ start: place.at, end: cursor.at });
  if (!place.whole && isChance(back, cursor, words)) return lookalike();

  const latest = back.take(AT_LATEST) !== undefined || second !== undefined;
  let bound: "at" | "by" | "before" = latest ? "by" : "at";
  if (cursor.take(BEFORE)) bound = "before";
  else if (time === undefined && cursor.take(INSIDE)) bound = "by";
  // Before today is over and done with.
  if (bound === "before" && time === undefined && (day?.kind === "same-day" || isToday(day))) return lookalike();
  if (!place.whole && bound === "at" && !isPlain(back, cursor, words, day, time)) return lookalike();

  const anchor = day?.kind === "same-day" || day?.kind === "next-day" ? anchorOfDay(back, place) : undefined;
  const value = deadline(bound, { ...(day && { day }), ...(time && { time }), ...(anchor && { anchor }) });
  return { start: back.at, end: cursor.at, value };
}

function takesTime(day: Day): boolean {
  return day.kind !== "t-plus" && day.kind !== "on-the-spot" && (day.kind !== "period" || day.of === "weekend");
}

function isToday(day: Day | undefined): boolean {
  return day?.kind === "from-today" && day.days === 0;
}

/** Whether the words around make it a habit, an opening hour, something gone by, or part of another word. */
function isChance(back: LookBack, cursor: Cursor, words: string): boolean {
  if (/^[\d一二两三四五六七八九十]/.test(words) && isRestOfNumber(back, words[0]!)) return true;
  if (back.sees(NOT_TO_COME) || back.sees(COUNT) || back.sees(BEHIND_RANGE)) return true;
  if (cursor.take(LATER) ?? cursor.take(NOT_A_MOMENT)) return true;
  // The second half of 周一至周五 goes along, or it would be taken for a day by itself.
  const second = cursor.attempt(() =>
    cursor.take(TO) ? (readDay(cursor, false) ?? readTimeOfDay(cursor, false)) : undefined,
  );
  return second !== undefined;
}

/** Whether words that are no limit still say when, and are not small talk or a count: 今天有什么可以帮您, 一点, 3点. */
function isPlain(
  back: LookBack,
  cursor: Cursor,
  words: string,
  day: Day | undefined,
  time: TimeOfDay | undefined,
): boolean {
  if (day === undefined) {
    if (time?.kind !== "clock") return false;
    return !time.twelveHour ? !/^\d/.test(words) : /[半整钟刻]$/.test(words) && !cursor.sees(/点|方向/y);
  }
  if (time !== undefined) {
    if (time.kind === "close") return false;
    return !isToday(day) || time.kind !== "part" || time.part === "afternoon" || time.part === "evening";
  }
  if (cursor.sees(/的/y)) return false;
  if (isToday(day)) return back.sees(FORESEEN) || cursor.sees(WILL_BE);
  if (day.kind === "date") return day.month !== undefined;
  if (day.kind !== "period") return true;
  return day.edge !== "whole" || day.offset === 1 || (day.of === "weekend" && !words.startsWith("周末"));
}
