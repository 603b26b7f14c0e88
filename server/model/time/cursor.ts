import type { TimeValue } from "./value.ts";

/** A place in folded text where something begins that looks like a time. */
export interface Place {
  readonly text: string;
  readonly at: number;
  /** Where the last reading ended: what stands before it is spoken for. */
  readonly floor: number;
  /** The text is one time and nothing else: the words around belong to it, and idioms need not be feared. */
  readonly whole: boolean;
  /** The words of the source that a stretch of the folded text comes from. */
  readonly source: (start: number, end: number) => string;
}

/** A stretch of folded text that was understood. Without a value it is known to be no time: 24小时热线. */
export interface Reading {
  readonly start: number;
  readonly end: number;
  readonly value?: TimeValue;
}

/** Reads times of one language. */
export interface Reader {
  /** Where a time may begin, or the number in it; a global pattern over folded text. */
  readonly heads: RegExp;
  readonly readAt: (place: Place) => Reading | undefined;
}

/** Reads forward through folded text. Every pattern is sticky and of bounded length, so that reading is linear. */
export class Cursor {
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** Moves past a match of a sticky pattern that begins here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text) ?? undefined;
    if (match !== undefined) this.at = pattern.lastIndex;
    return match;
  }

  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Reads with `read`, and goes back when it finds nothing. */
  attempt<T>(read: (cursor: Cursor) => T | undefined): T | undefined {
    const from = this.at;
    const result = read(this);
    if (result === undefined) this.at = from;
    return result;
  }
}

/** How far before a number its words are looked for. */
const REACH = 48;

/** Reads backward from a place. Patterns end in `$`, and see no more than a few words. */
export class LookBack {
  at: number;
  private readonly text: string;
  private readonly floor: number;

  constructor({ text, at, floor, whole }: Place) {
    this.text = text;
    this.at = at;
    this.floor = whole ? 0 : Math.max(floor, at - REACH);
  }

  /** Moves in front of a match that ends here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = pattern.exec(this.before) ?? undefined;
    if (match !== undefined) this.at -= match[0].length;
    return match;
  }

  sees(pattern: RegExp): boolean {
    return pattern.test(this.before);
  }

  /** Where in the text a group lies of the match that was taken last, by a pattern with the flag `d`. */
  span(match: RegExpExecArray, group: number): readonly [start: number, end: number] {
    const [start, end] = match.indices![group]!;
    return [this.at + start - match.index, this.at + end - match.index];
  }

  private get before(): string {
    return this.text.slice(this.floor, this.at);
  }
}
