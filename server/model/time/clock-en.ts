import type { Cursor } from "./cursor.ts";
import { NUMBER_WORDS, readNumber } from "./numerals-en.ts";
import type { Clock, PartOfDay, TimeOfDay } from "./value.ts";

type Half = "am" | "pm";

const HALF_OF_DAY = / ?([ap])(?:m|\.m\.?)(?![a-z0-9])/y;
const IN_THE_HALF = / (?:in the (morning|afternoon|evening)|at (night))(?![a-z])/y;
/** What makes an hour of a bare number: nine in the evening. */
const IN_THE = / in the (morning|afternoon|evening)(?![a-z])/y;
const OCLOCK = / ?o'?clock(?![a-z])/y;
const DIGITAL = /([01]?\d|2[0-4])(?::([0-5]\d))(?![\d:])/y;
const DOTTED = /(\d{1,2})\.([0-5]\d)(?= ?[ap]\.?m)/y;
const PAST = /(half past|(?:a )?quarter past|(?:a )?quarter to) /y;
const HOUR = new RegExp(`(?=(?:\\d{1,2}|${NUMBER_WORDS})(?![a-z]*\\d))`, "y");
const NOON = /(?:12 )?noon(?![a-z])|midday(?![a-z])/y;
const MIDNIGHT = /(?:12 )?midnight(?![a-z])/y;
const CLOSE =
  /(?:the )?(?:close of (?:business|play|trading)|end of (?:the |this )?(?:business|working|work) day|end of business)(?![a-z])|(?:cob|eob)(?![a-z])/y;
const PART = /(?:in the )?(morning|lunchtime|afternoon|evening|night)(?![a-z])/y;
const TO = / ?-{1,2} ?| to | and | until /y;

const PARTS: Readonly<Record<string, PartOfDay>> = {
  morning: "morning",
  lunchtime: "noon",
  afternoon: "afternoon",
  evening: "evening",
  night: "evening",
};

/** Reads a part of the day: morning, in the afternoon, night. */
export function readPart(cursor: Cursor): PartOfDay | undefined {
  const match = cursor.take(PART);
  return match && PARTS[match[1]!];
}

/** Reads a time of the day: 5 pm, 17:00, half past five, noon, close of business, 9 to 11 am. */
export function readTimeOfDay(cursor: Cursor): TimeOfDay | undefined {
  if (cursor.take(CLOSE)) return { kind: "close" };
  if (cursor.take(NOON)) return { kind: "part", part: "noon" };
  if (cursor.take(MIDNIGHT)) return clockOf(24, 0, undefined, true);
  const between = cursor.take(/between |from /y) !== undefined;
  const first = cursor.attempt(readClock) ?? cursor.attempt(readBareHour);
  if (first === undefined) return undefined;
  const to = cursor.attempt(() => (cursor.take(TO) ? readClock(cursor) : undefined));
  if (to !== undefined) return windowOf(first, to);
  return between || "bare" in first ? undefined : first;
}

/** The first hour of 9 to 11 am: it goes without its half of the day. */
interface BareHour {
  readonly bare: number;
}

function readBareHour(cursor: Cursor): BareHour | undefined {
  const hour = readHour(cursor);
  return hour === undefined ? undefined : { bare: hour };
}

function windowOf(first: Clock | BareHour, to: Clock): TimeOfDay | undefined {
  const [hour, minute] = "bare" in first ? [first.bare, 0] : [first.hour, first.minute];
  if (!("bare" in first) && (!first.twelveHour || to.twelveHour)) return { kind: "window", from: first, to };
  if (hour < 1 || hour > 12) return undefined;
  if (to.twelveHour) return { kind: "window", from: { kind: "clock", hour, minute, twelveHour: true }, to };
  // From 9 to 11 am both are of the morning; from 11 to 1 pm the first is of the half before.
  const later = (hour % 12) + (to.hour >= 12 ? 12 : 0);
  const fits = later * 60 + minute < to.hour * 60 + to.minute;
  const from: Clock = { kind: "clock", hour: fits ? later : hour % 12, minute, twelveHour: false };
  return { kind: "window", from, to };
}

function readClock(cursor: Cursor): Clock | undefined {
  const past = cursor.take(PAST);
  if (past !== undefined) {
    const hour = readHour(cursor);
    if (hour === undefined) return undefined;
    const before = past[1]!.endsWith("to");
    const minute = before ? 45 : past[1]!.startsWith("half") ? 30 : 15;
    return clockOf(before ? (hour + 11) % 12 || 12 : hour, minute, readHalf(cursor), false);
  }
  const digital = cursor.take(DIGITAL) ?? cursor.take(DOTTED);
  if (digital !== undefined) {
    const [, hour, minute] = digital;
    return clockOf(Number(hour), Number(minute), readHalf(cursor), hour!.startsWith("0"));
  }
  const hour = readHour(cursor);
  if (hour === undefined) return undefined;
  const oclock = cursor.take(OCLOCK) !== undefined;
  const half = readHalf(cursor, oclock);
  return oclock || half !== undefined ? clockOf(hour, 0, half, false) : undefined;
}

function readHour(cursor: Cursor): number | undefined {
  if (!cursor.sees(HOUR)) return undefined;
  const hour = readNumber(cursor);
  return hour !== undefined && Number.isInteger(hour) && hour <= 24 ? hour : undefined;
}

function readHalf(cursor: Cursor, oclock = true): Half | undefined {
  const short = cursor.take(HALF_OF_DAY)?.[1];
  if (short !== undefined) return short === "a" ? "am" : "pm";
  const long = cursor.take(oclock ? IN_THE_HALF : IN_THE);
  return long && (long[1] === "morning" ? "am" : "pm");
}

function clockOf(said: number, minute: number, half: Half | undefined, certain: boolean): Clock | undefined {
  if (half !== undefined && (said < 1 || said > 12)) return undefined;
  const hour = half === undefined ? said : (said % 12) + (half === "pm" ? 12 : 0);
  if (hour * 60 + minute > 24 * 60) return undefined;
  return { kind: "clock", hour, minute, twelveHour: half === undefined && !certain && hour >= 1 && hour <= 12 };
}
