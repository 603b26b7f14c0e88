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

/** Words that stand for values, as one pattern: the first row whose words stand here counts. */
export class Words<T> {
  private readonly pattern: RegExp;
  private readonly values: readonly T[];

  /** The words of a row are a pattern without groups that capture. */
  constructor(rows: readonly (readonly [value: T, words: RegExp])[]) {
    this.values = rows.map(([value]) => value);
    this.pattern = new RegExp(rows.map(([, words]) => `(${words.source})`).join("|"), "y");
  }

  take(cursor: Cursor): T | undefined {
    const match = cursor.take(this.pattern);
    return match && this.values[match.findIndex((group, index) => index > 0 && group !== undefined) - 1];
  }
}

/** A pattern for what stands right before a place. It is read backward from there, so text in front costs nothing. */
export function behind(pattern: RegExp): RegExp {
  return new RegExp(`(?<=(${pattern.source}))`, `${pattern.flags}y`);
}

/** Reads backward from a place with patterns made by `behind`. */
export class LookBack {
  at: number;
  private readonly text: string;
  private readonly floor: number;

  constructor({ text, at, floor }: Place) {
    this.text = text;
    this.at = at;
    this.floor = floor;
  }

  /** Moves in front of a match that ends here, but not into what is spoken for. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text) ?? undefined;
    if (match !== undefined) this.at = Math.max(this.floor, this.at - match[1]!.length);
    return match;
  }

  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }
}
