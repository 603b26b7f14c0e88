import type { Span } from "../../grammar/index.ts";
import type { Piece } from "./normalise.ts";

/** A spoken text divided at certain signs, for asking in which part an offset lies. */
export class Division {
  /** Offsets right behind each sign, ascending. */
  private readonly ends: readonly number[];
  private readonly whole: Span;

  private constructor(pieces: readonly Piece[], sign: RegExp) {
    const [first, last] = [pieces[0], pieces.at(-1)];
    this.whole = { start: first?.start ?? 0, end: last === undefined ? 0 : last.start + last.text.length };
    const ends: number[] = [];
    for (const { text, start } of pieces)
      for (const { 0: found, index } of text.matchAll(sign)) ends.push(start + index + found.length);
    this.ends = ends;
  }

  /** Divides into sentences; a full stop ends one only where no letter or figure follows, as in 3.5 or example.com. */
  static sentences(pieces: readonly Piece[]): Division {
    return new Division(pieces, /[。！？；!?;…]+|[．.](?![\p{L}\p{N}])/gu);
  }

  /** Divides folded text into sentences: there a Chinese full stop has become a dot, with no space behind it. */
  static foldedSentences(text: string): Division {
    return new Division([{ text, start: 0 }], /[!?;…\n]+|\.(?![a-z0-9])/g);
  }

  /** Divides into clauses: at commas too. */
  static clauses(pieces: readonly Piece[]): Division {
    return new Division(pieces, /[。！？；!?;…，、,]+|[．.](?![\p{L}\p{N}])/gu);
  }

  /** The part in which the unit at `offset` lies, with the sign that ends it; both in UTF-16 units of the script. */
  partAt(offset: number): Span {
    const after = this.firstAfter(offset);
    return { start: this.ends[after - 1] ?? this.whole.start, end: this.ends[after] ?? this.whole.end };
  }

  private firstAfter(offset: number): number {
    let low = 0;
    let high = this.ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
