import { type Cursor, Words } from "./cursor.ts";
import { readNumber } from "./numerals-en.ts";
import { convert, exactly, joinRange, sum } from "./units.ts";
import type { Length, Unit } from "./value.ts";

/** Units in the plural, and in the singular that goes with one only: 24 hour support says what the support is like. */
const UNITS: readonly (readonly [unit: Unit, plural: string, singular: string])[] = [
  ["working-hour", "(?:working|business|work|office) (?:hours|hrs)", "(?:working|business|work|office) (?:hour|hr)"],
  ["working-day", "(?:working|business|work) days", "(?:working|business|work) day"],
  ["day", "calendar days", "calendar day"],
  ["second", "seconds|secs", "second|sec"],
  ["minute", "minutes|mins|min", "minute|min"],
  ["hour", "hours|hrs|hr", "hour|hr"],
  ["day", "days", "day"],
  ["week", "weeks|wks", "week|wk"],
  ["month", "months", "month"],
  ["year", "years|yrs", "year|yr"],
  ["ring", "rings", "ring"],
];
const END = "(?![a-z0-9])";
const words = (column: 1 | 2) => UNITS.map((row) => [row[0], new RegExp(`(?:${row[column]})${END}`)] as const);
const PLURAL = new Words(words(1));
const SINGULAR_OR_PLURAL = new Words([...words(1), ...words(2)]);
/** Written right behind the figure: 24h, 30min, 48hrs. */
const ATTACHED = new Words<Unit>([
  ["hour", /h(?:rs?)?(?![a-z0-9])/],
  ["minute", /mins?(?![a-z0-9])/],
  ["second", /secs?(?![a-z0-9])/],
]);

const RANGE_SIGN = /(?: ?(?:-{1,2}|~) ?| to | or )/y;
const HALF = /half (?:an? )?/y;
const A_HALF = /a half[ -]/y;
const QUARTERS = /(?:(?:a|one) )?quarter(?: of an hour| hour)(?![a-z])|(?:three|3) quarters of an hour/y;
const ARTICLE = /an? (?!half)/y;
const COUPLE = /(?:a |the (?:next )?)?couple (?:of )?/y;
const FORTNIGHT = /fortnights?(?![a-z])/y;
const AND_A_HALF = / and a half/y;
const FILLER = /(?:more|full|whole|consecutive|extra|further|additional|short|quick) /y;
const PLUS = /(?:\+|-plus| plus)(?= )/y;
const OR_TWO = / or two(?![a-z])/y;
const AND = /,? (?:and )?/y;

/** Reads how long something is: 30 minutes, an hour and a half, three to five business days, a day or two. */
export function readLength(cursor: Cursor): Length | undefined {
  const first = cursor.attempt(readOne) ?? cursor.attempt(readRange);
  if (first === undefined || first.min !== first.max) return first;
  const second = cursor.attempt(() => (cursor.take(RANGE_SIGN) ? readOne(cursor) : undefined));
  return second === undefined ? first : joinRange(first, second);
}

/** 3 to 5 days, 24-48 hours, half to one hour: the first number goes without its unit. */
function readRange(cursor: Cursor): Length | undefined {
  const min = readNumber(cursor);
  if (min === undefined || !cursor.take(RANGE_SIGN)) return undefined;
  const upper = readOne(cursor);
  return upper && upper.min === upper.max && min <= upper.max ? { ...upper, min } : undefined;
}

function readOne(cursor: Cursor): Length | undefined {
  const quarters = cursor.take(QUARTERS);
  if (quarters !== undefined) return exactly(/^(?:three|3)/.test(quarters[0]) ? 45 : 15, "minute");
  if (cursor.take(HALF) ?? cursor.take(A_HALF)) {
    const unit = readUnit(cursor, 1);
    return unit && exactly(0.5, unit);
  }
  return cursor.attempt(() => (cursor.take(ARTICLE) ? readSingle(cursor) : undefined)) ?? readCounted(cursor);
}

/** What an article counts as one: hour and a half, day or two, fortnight. */
function readSingle(cursor: Cursor): Length | undefined {
  if (cursor.take(FORTNIGHT)) return exactly(2, "week");
  const unit = readUnit(cursor, 1);
  if (unit === undefined) return undefined;
  if (cursor.take(OR_TWO)) return { ...exactly(1, unit), max: 2 };
  return cursor.take(AND_A_HALF) ? exactly(1.5, unit) : withRest(cursor, exactly(1, unit));
}

function readCounted(cursor: Cursor): Length | undefined {
  const couple = cursor.take(COUPLE) !== undefined;
  const amount = couple ? 2 : readNumber(cursor);
  if (amount === undefined || amount === 0) return undefined;
  const attached = couple ? undefined : ATTACHED.take(cursor);
  if (attached !== undefined) return withRest(cursor, exactly(amount, attached));
  const open = cursor.take(PLUS) !== undefined;
  const half = cursor.take(AND_A_HALF) ? 0.5 : 0;
  if (!couple && !cursor.take(/ /y)) return undefined;
  cursor.take(FILLER);
  if (cursor.take(FORTNIGHT)) return exactly(amount * 2, "week");
  const unit = readUnit(cursor, amount + half);
  if (unit === undefined) return undefined;
  const length = exactly(amount + half, unit);
  return open ? { ...length, max: Number.POSITIVE_INFINITY } : withRest(cursor, length);
}

function readUnit(cursor: Cursor, amount: number): Unit | undefined {
  return (amount <= 1 ? SINGULAR_OR_PLURAL : PLURAL).take(cursor);
}

/** Adds a smaller length that goes on with a larger one: an hour and 30 minutes, 2 hrs 15 mins. */
function withRest(cursor: Cursor, length: Length): Length {
  const rest = cursor.attempt(() => {
    if (!cursor.take(AND)) return undefined;
    const smaller = readCounted(cursor);
    if (smaller === undefined || smaller.max === Number.POSITIVE_INFINITY) return undefined;
    const inLarger = convert(smaller.max, smaller.unit, length.unit);
    return inLarger !== undefined && inLarger < 1 ? smaller : undefined;
  });
  return rest === undefined ? length : sum(length, rest)!;
}
