import { readAnchor } from "./anchors-en.ts";
import { behind, Cursor, LookBack, type Place, type Reading, Words } from "./cursor.ts";
import { readLength } from "./lengths-en.ts";
import { isBareOne, isNoTimeToCome, isRestOfNumber } from "./lookalikes-en.ts";
import { readNumber } from "./numerals-en.ts";
import { exactly, joinRange } from "./units.ts";
import type { Duration, Length, Unit } from "./value.ts";

const said = (words: string) => behind(new RegExp(`(?<![a-z0-9'])(?:${words})`));

const SAID_ROUGHLY = said("(?:about|around|approximately|approx\\.?|roughly|some|nearly|almost|an estimated) |~ ?");
const SAID_WITHIN = said(
  "(?:(?:with)?in|over|during|for) the (?:next|coming) |(?:(?:in|for|with|take|takes) )?(?:no (?:more|longer) than|not more than|at most|up to|a maximum of|less than|under) |(?:no|not) later than |within (?:a |the )?|inside (?:of )?|<=? ?|≤ ?",
);
const SAID_AT_LEAST = said(
  "(?:for )?(?:at least|more than|longer than|over|a minimum of|no less than|not less than) |>=? ?|≥ ?",
);
const SAID_AFTER = said("in |after |in another ");
const BETWEEN = said("between ");
const FROM = said("from ");

const WITHIN_THE = /within the (?=hour|minute)|(?:within|in|over|during) the (?:next|coming) /y;
const NEXT_ONE = new Words<Unit>([
  ["minute", /minute(?![a-z'-])/],
  ["hour", /hour(?![a-z'-])/],
  ["day", /day(?![a-z'-])/],
  ["week", /week(?![a-z'-])/],
  ["month", /month(?![a-z'-])/],
]);
const ROUGHLY = / or so(?![a-z])| approximately(?![a-z])/y;
const AT_MOST =
  /,? (?:or less|or fewer|or sooner|at (?:the )?(?:very )?(?:most|latest|maximum)|max(?:imum)?|tops)(?![a-z])/y;
const AT_LEAST = / (?:or more|or longer|at least|minimum)(?![a-z])/y;
const FROM_NOW = / from now(?![a-z])| later(?![a-z])|'s? time(?![a-z])/y;

/** Reads a duration whose number stands at the place, with the words in front and behind that belong to it. */
export function readDuration(place: Place): Reading | undefined {
  const cursor = new Cursor(place.text, place.at);
  const back = new LookBack(place);
  const between = back.sees(BETWEEN);
  const length = (between ? cursor.attempt(readBetween) : undefined) ?? readLength(cursor);
  if (length === undefined) return undefined;
  const words = place.text.slice(place.at, cursor.at);
  const lookalike = () => ({ start: place.at, end: cursor.at });
  if (isRestOfNumber(back)) return lookalike();

  let { max, approximate } = length;
  let relation: Duration["relation"] = "lasting";
  if (between) back.take(BETWEEN);
  else if (length.min < length.max) back.take(FROM);
  const saidRoughly = () => back.take(SAID_ROUGHLY) !== undefined;
  approximate = saidRoughly() || approximate;
  if (back.take(SAID_WITHIN)) relation = "within";
  else if (back.take(SAID_AT_LEAST)) max = Number.POSITIVE_INFINITY;
  else if (back.take(SAID_AFTER)) relation = "after";
  approximate = saidRoughly() || approximate;

  if (cursor.take(ROUGHLY)) approximate = true;
  if (cursor.take(AT_MOST)) relation = "within";
  else if (cursor.take(AT_LEAST)) max = Number.POSITIVE_INFINITY;
  else if (cursor.take(FROM_NOW)) relation = "after";

  const anchor = relation === "after" ? undefined : readAnchor(cursor, place, relation === "within");
  const plain = relation === "lasting" && anchor === undefined;
  if (!place.whole) {
    if (plain && !approximate && Number.isFinite(max) && isBareOne(back, words)) return lookalike();
    if (isNoTimeToCome(back, cursor, plain)) return lookalike();
  }
  const value: Duration = { kind: "duration", relation, ...length, max, approximate, ...(anchor && { anchor }) };
  return { start: back.at, end: cursor.at, value };
}

/** Reads a limit without a number: within the hour, in the next week. */
export function readNextOne({ text, at }: Place): Reading | undefined {
  const cursor = new Cursor(text, at);
  const unit = cursor.take(WITHIN_THE) && NEXT_ONE.take(cursor);
  if (unit === undefined) return undefined;
  return { start: at, end: cursor.at, value: { kind: "duration", relation: "within", ...exactly(1, unit) } };
}

/** The numbers of between 3 and 5 days. */
function readBetween(cursor: Cursor): Length | undefined {
  const lower = cursor.attempt(readLength) ?? readNumber(cursor);
  if (lower === undefined || !cursor.take(/ and /y)) return undefined;
  const upper = readLength(cursor);
  if (upper === undefined || upper.min !== upper.max) return undefined;
  return typeof lower === "number" ? joinRange({ ...upper, min: lower }, upper) : joinRange(lower, upper);
}
