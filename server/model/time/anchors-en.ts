import type { Cursor, Place } from "./cursor.ts";
import type { Anchor } from "./value.ts";

const WORDS = "[a-z0-9#&'-]{1,24}(?: [a-z0-9#&'-]{1,24}){0,6}(?![a-z0-9])";
const AFTER = "after|following|from|since";
/** Behind a limit `of` names the event too: within 20 minutes of the call. Behind a length it would say of what: 30 minutes of calls. */
const AFTER_IN_TEXT = new RegExp(` (?:${AFTER}) (${WORDS})`, "dy");
const AFTER_OR_OF_IN_TEXT = new RegExp(` (?:${AFTER}|of) (${WORDS})`, "dy");
const OR_AFTER_IN_TEXT = new RegExp(`,? or (?:${AFTER}|of) (${WORDS})`, "dy");
const BEFORE_IN_TEXT = new RegExp(` (?:before|prior to|ahead of) (${WORDS})`, "dy");
/** In a field everything that follows belongs to the event. */
const AFTER_IN_FIELD = new RegExp(` (?:${AFTER}|of) (.+?)(?:[,;]? or (?:${AFTER}|of) (.+?))?(?=[.!]?$)`, "dy");
const BEFORE_IN_FIELD = / (?:before|prior to|ahead of) (.+?)(?=[.!]?$)/dy;

/** The event ends where something else is said: within 24 hours of your call | we reply. */
const END_OF_EVENT =
  / (?:and|or|but|we|i|you|they|he|she|it|to|so|for|if|when|while|unless|because|with|by|on|at|in|as|via|please|will|is|are|can|may|before|after|within|free|today|tomorrow)(?![a-z'])/;
/** No event begins like this: after that, before you call, from here. */
const NO_EVENT =
  /^(?:that|this|it|which|all|now|here|then|today|tomorrow|there|me|us)(?![a-z'])(?! (?:call|order|visit|chat|email))/;
const SPEAKERS = /^(?:you|we|i|they|he|she)(?![a-z])/;

/** Reads the event that a duration is counted from: of the call, after purchase, before your visit. */
export function readAnchor(cursor: Cursor, { whole, source }: Place, within: boolean): Anchor | undefined {
  if (whole) {
    const after = cursor.take(AFTER_IN_FIELD)?.indices;
    if (after !== undefined) {
      const event = source(...after[1]!);
      return { side: "after", event, ...(after[2] && { otherwise: source(...after[2]) }) };
    }
    const before = within ? undefined : cursor.take(BEFORE_IN_FIELD)?.indices;
    return before && { side: "before", event: source(...before[1]!) };
  }
  const after = readEvent(cursor, within ? AFTER_OR_OF_IN_TEXT : AFTER_IN_TEXT);
  if (after !== undefined) {
    const otherwise = readEvent(cursor, OR_AFTER_IN_TEXT);
    return { side: "after", event: source(...after), ...(otherwise && { otherwise: source(...otherwise) }) };
  }
  const before = within ? undefined : readEvent(cursor, BEFORE_IN_TEXT);
  return before && { side: "before", event: source(...before) };
}

function readEvent(cursor: Cursor, pattern: RegExp): [start: number, end: number] | undefined {
  return cursor.attempt(() => {
    const match = cursor.take(pattern);
    if (match === undefined) return undefined;
    const [start, end] = match.indices![1]!;
    const words = cursor.text.slice(start, end);
    if (NO_EVENT.test(words) || (SPEAKERS.test(words) && pattern === BEFORE_IN_TEXT)) return undefined;
    // Who does it may stand first in the event: within 3 days after we receive the parcel.
    const subject = SPEAKERS.exec(words)?.[0].length ?? 0;
    const length = END_OF_EVENT.exec(words.slice(subject))?.index ?? words.length - subject;
    cursor.at = start + subject + length;
    return length === 0 ? undefined : [start, cursor.at];
  });
}
