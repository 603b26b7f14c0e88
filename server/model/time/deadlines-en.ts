import { readPart, readTimeOfDay } from "./clock-en.ts";
import { behind, Cursor, LookBack, type Place, type Reading, Words } from "./cursor.ts";
import { readDay } from "./days-en.ts";
import { type Anchor, type Day, type Deadline, deadline, type TimeOfDay } from "./value.ts";

type Bound = Deadline["bound"];

const BOUNDS = new Words<Bound>([
  ["by", /(?:by|(?:no|not) later than|on or before|at the latest by|within) /],
  ["before", /(?:before|prior to|ahead of) /],
  ["at", /(?:(?:on|in)(?! the spot| (?:this|the|our|your) call)|at|over|around|about|for) /],
]);
const AT_LATEST = /,? at the (?:very )?latest(?![a-z])/y;
const AND_THEN = /,? ?(?:(?:at|on|around|about|in) )?/y;
const AND_BY = / (by|before) /y;
/** The end of a day is the day: by the end of tomorrow. */
const END_OF_DAY = /(?:the )?end of (?:the |this )?day(?![a-z])|eod(?![a-z0-9])/y;
/** Of two days it is the second that holds: today or tomorrow. */
const OR = / or (?:on )?/y;
const END_OF = /(?:the )?end of /y;
const OF = / (?:on |of )?/y;
const PART_OF = /the (?=(?:morning|afternoon|evening) of )/y;
const OF_DAY = / of /y;
const TONIGHT = /tonight(?![a-z0-9-])/y;
const THIS_PART = /this (?=(?:morning|afternoon|evening)(?![a-z]))/y;
const NEAR = /(?:first thing|later|late|early(?! (?:this|next) )|sometime|some time) /y;
const DAY_OF_EVENT = /the (?:(next )?(?:(working|business) )?day (after|of|following)) (?!tomorrow)/y;
const EVENT = /[a-z0-9#'-]{1,24}(?: [a-z0-9#'-]{1,24}){0,3}(?=$|[.,;!?])/y;
const EVENT_IN_FIELD = /.+?(?=[.!]?$)/y;

/** Opening hours, habits, time gone by, parts of a name: until 5 pm, every Friday, last Monday, a Sunday roast. */
const NOT_TO_COME = behind(
  /(?<![a-z])(?:until|till|since|last|every|each|from|open|to|through|past|good|black|see you|a|of) (?:the )?|[a-z0-9][-./:]|[$£€¥#] ?/,
);
/** What is to be done, so that a bare today says when: we'll ship it today, but not: I'll help you today. */
const TO_BE_DONE = behind(
  /(?:(?<![a-z])(?:will|shall|going to)|'ll) (?:(?!help|assist|serv|speak|talk|look|guid|be (?:your|with|happy|glad)|get (?:you|this|that) started)[a-z0-9'-]{1,20} ){1,8}/,
);
const NOT_A_MOMENT = /'|(?: ?- ?| to | through | until | and (?=\d))(?=\d|mon|tue|wed|thu|fri|sat|sun|noon|midnight)/y;

/** What was read of one deadline. */
interface Said {
  readonly bound: Bound;
  readonly day?: Day | undefined;
  readonly time?: TimeOfDay | undefined;
  readonly anchor?: Anchor | undefined;
  /** A word that leaves no doubt that a day is meant: later today, at 5:30. */
  readonly explicit: boolean;
}

/** Reads a point of the calendar or the clock that begins at the place: by 5 pm today, tomorrow morning, by Friday noon. */
export function readDeadline(place: Place): Reading | undefined {
  const cursor = new Cursor(place.text, place.at);
  const lead = BOUNDS.take(cursor);
  const said = readSaid(cursor, place, lead);
  if (said === undefined) return undefined;
  const { day, time, anchor } = said;
  const bound = said.bound === "at" && cursor.take(AT_LATEST) ? "by" : said.bound;
  const end = cursor.at;
  const lookalike = () => ({ start: place.at, end: cursor.at });
  if (!place.whole) {
    const back = new LookBack(place);
    if (back.sees(NOT_TO_COME)) return lookalike();
    if (cursor.take(NOT_A_MOMENT)) {
      readSaid(cursor, place, "at");
      return lookalike();
    }
    const words = place.text.slice(place.at, end);
    const isDone = isToday(day) && time === undefined && back.sees(TO_BE_DONE);
    if (!isDone && !isPlain({ ...said, bound }, lead !== undefined, words)) return lookalike();
  }
  // Before today is over and done with.
  if (bound === "before" && time === undefined && (day?.kind === "same-day" || isToday(day))) return lookalike();
  const value = deadline(bound, { ...(day && { day }), ...(time && { time }), ...(anchor && { anchor }) });
  return { start: place.at, end, value };
}

function isToday(day: Day | undefined): boolean {
  return day?.kind === "from-today" && day.days === 0;
}

/** Reads a day and a time in either order. */
function readSaid(cursor: Cursor, place: Place, lead: Bound | undefined): Said | undefined {
  const explicit = cursor.take(NEAR)?.[0];
  const end = lead === "at" ? undefined : cursor.attempt(() => readEndOf(cursor, place));
  if (end !== undefined) return { bound: "by", ...end, explicit: true };
  if (cursor.take(END_OF_DAY)) {
    // At the end of the day is a figure of speech; by the end of the day is a promise.
    if (lead !== "by" && lead !== "before" && !(place.whole && lead === undefined)) return undefined;
    const day = cursor.attempt(() => (cursor.take(OF) ? readDay(cursor) : undefined));
    return { bound: "by", day: day ?? { kind: "from-today", days: 0 }, explicit: true };
  }
  const partOf = cursor.attempt(() => readPartOf(cursor, place)) ?? cursor.attempt(readPartOfToday);
  if (partOf !== undefined) return withTime(cursor, { bound: lead ?? "at", ...partOf, explicit: true });
  const ofEvent = cursor.attempt(() => readDayOfEvent(cursor, place));
  if (ofEvent !== undefined) return { bound: lead ?? "at", ...ofEvent, explicit: true };

  const first = readDay(cursor);
  const second = first && cursor.attempt(() => (cursor.take(OR) ? readDay(cursor) : undefined));
  const day = second ?? first;
  if (day !== undefined) {
    const isLatest = second !== undefined && lead !== "before";
    const start = { bound: isLatest ? "by" : (lead ?? "at"), day, explicit: explicit !== undefined } as const;
    if (!takesTime(day)) return start;
    const part = cursor.attempt(() => (cursor.take(/ /y) ? readPart(cursor) : undefined));
    const early = explicit === "first thing " ? "morning" : part;
    return withTime(cursor, { ...start, ...(early && { time: { kind: "part", part: early } as const }) });
  }
  const time = readTimeOfDay(cursor);
  if (time === undefined) return undefined;
  const named = cursor.attempt(() => {
    cursor.take(AND_THEN);
    return cursor.attempt(readPartOfToday) ?? readTimedDay(cursor, place);
  });
  return { bound: lead ?? "at", ...named, time, explicit: false };
}

/** Adds the hour to a day or a part of it: tomorrow at 5 pm, tomorrow morning by 10 am, Friday noon. */
function withTime(cursor: Cursor, said: Said): Said {
  return (
    cursor.attempt(() => {
      const by = cursor.take(AND_BY)?.[1];
      if (by === undefined) cursor.take(AND_THEN);
      const time = readTimeOfDay(cursor);
      return time && { ...said, time, bound: (by as Bound | undefined) ?? said.bound };
    }) ?? said
  );
}

function readEndOf(cursor: Cursor, place: Place): Pick<Said, "day" | "anchor"> | undefined {
  return cursor.take(END_OF) && readTimedDay(cursor, place);
}

/** The morning of 15 March. */
function readPartOf(cursor: Cursor, place: Place): Pick<Said, "day" | "time" | "anchor"> | undefined {
  if (!cursor.take(PART_OF)) return undefined;
  const part = readPart(cursor);
  const named = cursor.take(OF_DAY) && readTimedDay(cursor, place);
  return part && named && { ...named, time: { kind: "part", part } };
}

/** A day that an hour can be of. */
function readTimedDay(cursor: Cursor, place: Place): Pick<Said, "day" | "anchor"> | undefined {
  const ofEvent = cursor.attempt(() => readDayOfEvent(cursor, place));
  if (ofEvent !== undefined) return ofEvent;
  const day = readDay(cursor);
  return day !== undefined && takesTime(day) ? { day } : undefined;
}

/** Tonight, this afternoon. */
function readPartOfToday(cursor: Cursor): Pick<Said, "day" | "time"> | undefined {
  const day: Day = { kind: "from-today", days: 0 };
  if (cursor.take(TONIGHT)) return { day, time: { kind: "part", part: "evening" } };
  const part = cursor.take(THIS_PART) && readPart(cursor);
  return part && { day, time: { kind: "part", part } };
}

/** The day of purchase, the next working day after the call. */
function readDayOfEvent(cursor: Cursor, { whole, source }: Place): Pick<Said, "day" | "anchor"> | undefined {
  const match = cursor.take(DAY_OF_EVENT);
  if (match === undefined) return undefined;
  const [, next, working, relation] = match;
  const start = cursor.at;
  if (!cursor.take(whole ? EVENT_IN_FIELD : EVENT)) return undefined;
  const anchor: Anchor = { side: "after", event: source(start, cursor.at) };
  if (relation === "of") return next || working ? undefined : { day: { kind: "same-day" }, anchor };
  return { day: { kind: "next-day", unit: working ? "working-day" : "day" }, anchor };
}

function takesTime(day: Day): boolean {
  return day.kind !== "t-plus" && day.kind !== "on-the-spot" && (day.kind !== "period" || day.of === "weekend");
}

/** Whether words that are no limit still say when, and are not small talk, a stamp or a name: today, 10:02, Friday. */
function isPlain({ bound, day, time, explicit }: Said, led: boolean, words: string): boolean {
  if (time?.kind === "window") return day !== undefined;
  if (bound !== "at") return true;
  if (time?.kind === "close") return false;
  if (day === undefined) return led || /(?:[ap]\.?m\.?|clock)$/.test(words);
  if (isToday(day)) return time === undefined ? explicit : time.kind === "clock" || time.part !== "morning";
  if (time !== undefined) return true;
  if (day.kind === "date") return led;
  if (day.kind === "weekday") return led || day.week !== "nearest";
  return (
    day.kind !== "period" ||
    day.edge !== "whole" ||
    day.offset === 1 ||
    (day.of === "weekend" && (led || words.startsWith("this")))
  );
}
