import { type Cursor, Words } from "./cursor.ts";
import { readFigure } from "./numerals-zh.ts";
import type { Clock, PartOfDay, TimeOfDay } from "./value.ts";

/** A part of the day, and which hour of the clock an hour said with it is. */
interface NamedPart {
  readonly part: PartOfDay;
  readonly hour: (said: number) => number | undefined;
}

const smallHours = (said: number) => (said === 12 ? 0 : said <= 6 ? said : undefined);
const forenoon = (said: number) => (said <= 12 ? said : undefined);
const midday = (said: number) => (said <= 2 ? said + 12 : said >= 11 && said <= 14 ? said : undefined);
const afternoon = (said: number) => (said < 12 ? said + 12 : said <= 19 ? said : undefined);
const evening = (said: number) => (said < 5 ? undefined : said <= 12 ? said + 12 : said);

const PART_WORDS: readonly (readonly [named: NamedPart, words: RegExp])[] = [
  [{ part: "morning", hour: smallHours }, /凌晨/],
  [{ part: "morning", hour: forenoon }, /清晨|清早|早上|早晨|早间|上午/],
  [{ part: "noon", hour: midday }, /中午|正午|午间/],
  [{ part: "afternoon", hour: afternoon }, /下午|午后/],
  [{ part: "evening", hour: evening }, /傍晚|晚上|晚间|夜里|夜间|深夜/],
];
/** In short, right before an hour: 晚八点, 早9:30; but 早一点 is a little earlier. */
const SHORT_PARTS: typeof PART_WORDS = [
  [{ part: "morning", hour: forenoon }, /早(?=[\d一二三四五六七八九十])(?!一点(?![半钟整]))/],
  [{ part: "evening", hour: evening }, /晚(?=[\d一二三四五六七八九十])(?!一点(?![半钟整]))/],
];
const PARTS = new Words([...PART_WORDS, ...SHORT_PARTS]);
/** Some words are so short that they need a day in front: 明早, 周五晚8点. */
const PARTS_BEHIND_DAY = new Words<NamedPart>([
  ...PART_WORDS,
  [{ part: "morning", hour: forenoon }, /早(?![期点就已])/],
  [{ part: "evening", hour: evening }, /晚(?![点期辈会安到])/],
]);

const DIGITAL = /([01]?\d|2[0-4]):([0-5]\d)(?::00)?(?![\d:])/y;
const HOUR_MARK = /(?:点|(?<!一)时)(?![数候间段])/y;
const NAMED_MINUTES = new Words([
  [30, /半/],
  [15, /一刻/],
  [45, /三刻/],
  [0, /[钟整]/],
]);
const TO = / ?(?:到|至|~|-{1,2}) ?/y;
const CLOSE = /(?:正式)?(?:下班|收工|打烊|关门|闭店|营业结束|结束营业)(?:时间)?/y;

/** Reads a time of the day: 17点, 下午五点半, 9:30, 9点到11点, 上午, 下班. Some words are too short to stand without a day. */
export function readTimeOfDay(cursor: Cursor, behindDay: boolean): TimeOfDay | undefined {
  if (cursor.take(CLOSE)) return { kind: "close" };
  const said = (behindDay ? PARTS_BEHIND_DAY : PARTS).take(cursor);
  const from = cursor.attempt(() => readClock(cursor, said)) ?? cursor.attempt(() => readHourOfWindow(cursor, said));
  if (from === undefined) return said && { kind: "part", part: said.part };
  const to = cursor.attempt(() => (cursor.take(TO) ? readEnd(cursor, said) : undefined));
  return to === undefined ? from : { kind: "window", from, to };
}

/** The end of a window is in the part of the day of its beginning, where it has none of its own and fits: 上午9点到13点. */
function readEnd(cursor: Cursor, said: NamedPart | undefined): Clock | undefined {
  const own = PARTS.take(cursor);
  if (own !== undefined) return readClock(cursor, own);
  return cursor.attempt(() => readClock(cursor, said)) ?? readClock(cursor, undefined);
}

/** The first hour of 2-4点 goes without its mark. */
function readHourOfWindow(cursor: Cursor, said: NamedPart | undefined): Clock | undefined {
  const hour = readFigure(cursor);
  if (hour === undefined) return undefined;
  const behind = cursor.at;
  const window = cursor.take(TO) && readClock(cursor, said);
  cursor.at = behind;
  return window && clockOf(hour, 0, said, false);
}

function readClock(cursor: Cursor, said: NamedPart | undefined): Clock | undefined {
  const digital = cursor.take(DIGITAL);
  if (digital !== undefined) {
    const [, hour, minute] = digital;
    return clockOf(Number(hour), Number(minute), said, hour!.startsWith("0"));
  }
  const hour = readFigure(cursor);
  if (hour === undefined || !cursor.take(HOUR_MARK)) return undefined;
  const minute = NAMED_MINUTES.take(cursor) ?? cursor.attempt(readMinute) ?? 0;
  return clockOf(hour, minute, said, false);
}

/** 20分, 零五分, and without 分 from ten on: 5点20. */
function readMinute(cursor: Cursor): number | undefined {
  const zero = cursor.take(/零/y) !== undefined;
  const minute = readFigure(cursor);
  const marked = cursor.take(/分(?!钟)/y) !== undefined;
  return minute !== undefined && (marked || zero || minute >= 10) ? minute : undefined;
}

function clockOf(said: number, minute: number, part: NamedPart | undefined, leadingZero: boolean): Clock | undefined {
  const hour = part === undefined ? said : part.hour(said);
  if (hour === undefined || !Number.isInteger(hour) || hour * 60 + minute > 24 * 60 || minute > 59) return undefined;
  return { kind: "clock", hour, minute, twelveHour: part === undefined && !leadingZero && hour >= 1 && hour <= 12 };
}
