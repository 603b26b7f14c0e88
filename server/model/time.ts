import { fold, type Piece } from "./normalise.ts";
import { Recent } from "./recent.ts";
import type { Place, Reader, Reading } from "./time/cursor.ts";
import { ENGLISH } from "./time/reader-en.ts";
import { CHINESE } from "./time/reader-zh.ts";
import type { TimeValue } from "./time/value.ts";

export { add, compare, type Incomparable, inRoundUnits } from "./time/arithmetic.ts";
export { disjoint, surelyLonger, surelyWithin } from "./time/bounds.ts";
export { print } from "./time/print.ts";
export type { Anchor, Clock, Day, Deadline, Duration, Length, TimeOfDay, TimeValue, Unit } from "./time/value.ts";

/** A time that was said; `start` and `end` are UTF-16 offsets of the source, half-open. */
export interface TimeExpression {
  readonly start: number;
  readonly end: number;
  readonly value: TimeValue;
}

export type TimeLanguage = "zh" | "en";

const READERS: Readonly<Record<TimeLanguage, Reader>> = { zh: CHINESE, en: ENGLISH };

/**
 * Finds the times in spoken text: how long something takes, and when it is to happen. Times gone by (等了三天, 3 days ago),
 * properties (24小时热线, 7-day trial) and habits (每天9点, every Friday) are not among them. What cannot be read for
 * certain is passed over.
 * @param language when it is known; otherwise both are looked for
 */
export function timesIn(text: string | readonly Piece[], language?: TimeLanguage): readonly TimeExpression[] {
  const pieces = typeof text === "string" ? [{ text, start: 0 }] : text;
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0 || language !== undefined) return findTimes(pieces, language);
  // Most of what is said is one piece, and several ask for its times; they are remembered by its words.
  const found = remembered.of(piece.text, (words) => findTimes([{ text: words, start: 0 }]));
  const by = piece.start;
  return by === 0 ? found : found.map(({ start, end, value }) => ({ start: start + by, end: end + by, value }));
}

const remembered = new Recent<readonly TimeExpression[]>(20_000);

function findTimes(pieces: readonly Piece[], language?: TimeLanguage): TimeExpression[] {
  const source = new Source(pieces);
  const readings = readers(language).flatMap((reader) => [...readingsOf(reader, source)]);
  readings.sort((a, b) => a.start - b.start || b.end - a.end);
  const found: TimeExpression[] = [];
  let free = 0;
  for (const { start, end, value } of readings) {
    if (start < free) continue;
    free = end;
    if (value !== undefined) found.push({ ...source.span(start, end), value });
  }
  return found;
}

/** No field value or action holds a time of more characters. */
const LONGEST_VALUE = 200;

/** Reads a text that is one time and nothing else: the value of a limit, the time of an action. Undefined when it is not. */
export function readTimeValue(text: string, language?: TimeLanguage): TimeValue | undefined {
  if (text.length > LONGEST_VALUE) return undefined;
  const source = new Source([{ text, start: 0 }]);
  for (const reader of readers(language))
    for (const { index } of source.folded.matchAll(reader.heads)) {
      const reading = reader.readAt(source.place(index, 0, true));
      if (reading === undefined || !OUTSIDE.test(source.folded.slice(0, reading.start))) continue;
      if (AFTERMATH.test(source.folded.slice(reading.end)) && reading.value !== undefined) return reading.value;
    }
  return undefined;
}

/** What may stand around the time in a field without meaning anything. */
const OUTSIDE = /^[在于]?$/;
const AFTERMATH = /^[.,;!]?$/;

function readers(language: TimeLanguage | undefined): Reader[] {
  return language === undefined ? [CHINESE, ENGLISH] : [READERS[language]];
}

function* readingsOf(reader: Reader, source: Source): Generator<Reading> {
  const { folded } = source;
  const heads = new RegExp(reader.heads);
  let floor = 0;
  for (let head = heads.exec(folded); head !== null; head = heads.exec(folded)) {
    const reading = reader.readAt(source.place(head.index, floor, false));
    if (reading !== undefined) {
      yield reading;
      floor = reading.end;
    }
    heads.lastIndex = Math.max(head.index + 1, floor);
  }
}

/** The text in which times are looked for, folded, with the way back to its own words and offsets. */
class Source {
  readonly folded: string;
  private readonly pieces: readonly Piece[];
  private readonly joined: string;
  /** Where each piece begins in the pieces joined. */
  private readonly begins: readonly number[];
  private readonly offsets: readonly number[];

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    this.joined = pieces.map(({ text }) => text).join("\n");
    const begins: number[] = [];
    let begin = 0;
    for (const { text } of pieces) {
      begins.push(begin);
      begin += text.length + 1;
    }
    this.begins = begins;
    // Folding makes one sign of 3。5 and 3.5, and of 1、200 and 1,200. To a time they are not the same.
    const distinct = this.joined.replace(/[。，、]/g, (sign) => (sign === "。" ? "！" : "；"));
    ({ text: this.folded, offsets: this.offsets } = fold([{ text: distinct, start: 0 }]));
  }

  place(at: number, floor: number, whole: boolean): Place {
    return { text: this.folded, at, floor, whole, source: (start, end) => this.words(start, end) };
  }

  span(start: number, end: number): { start: number; end: number } {
    return { start: this.inPieces(this.offsets[start]!), end: this.inPieces(this.offsets[end - 1]!) + 1 };
  }

  private words(start: number, end: number): string {
    return this.joined.slice(this.offsets[start], this.offsets[end - 1]! + 1);
  }

  /** The offset in the script of an offset in the pieces joined. */
  private inPieces(offset: number): number {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.begins[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return this.pieces[low]!.start + offset - this.begins[low]!;
  }
}
