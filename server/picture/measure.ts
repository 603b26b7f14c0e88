/**
 * How wide text is, without a screen. The estimate serves the command line; a window passes an `Advance` of its own
 * that asks the real font, and everything else stays the same.
 */

export type Weight = "regular" | "bold";

/** A code point and a weight go in, the width of its glyph in em comes out. */
export type Advance = (codePoint: number, weight: Weight) => number;

/** A font as far as layout cares: size in pixels. */
export interface Face {
  readonly size: number;
  readonly weight: Weight;
}

/** The width of a glyph in em by class of character: 1 for Chinese, about 0.55 for Latin, 0 for marks that combine. */
export const estimate: Advance = (code, weight) => {
  if (code >= 0x3000 && code < 0xa000) return 1;
  const width = code < 0x2e80 ? narrow(code) : wide(code);
  return weight === "bold" && code < 0x2e80 ? width * 1.06 : width;
};

/** The width in pixels of `text` from `start` to `end` (UTF-16 offsets, by default all of it). */
export function textWidth(text: string, face: Face, advance: Advance, start = 0, end = text.length): number {
  let width = 0;
  for (let at = start; at < end; at += unitsOf(text, at)) width += glyphWidth(text, at, face, advance);
  return width;
}

/** The width in pixels of the glyph at offset `at`; a character joined to the one before adds nothing. */
export function glyphWidth(text: string, at: number, face: Face, advance: Advance): number {
  if (isJoined(text, at)) return 0;
  return advance(text.codePointAt(at)!, face.weight) * face.size;
}

/** `text` if it fits into `width` pixels, else as much of its beginning as fits together with an ellipsis. */
export function clip(text: string, width: number, face: Face, advance: Advance): string {
  const room = width - textWidth("…", face, advance);
  let used = 0;
  let kept = 0;
  for (let at = 0; at < text.length; at += unitsOf(text, at)) {
    if (used <= room && !isJoined(text, at)) kept = at;
    used += glyphWidth(text, at, face, advance);
    if (used > width) return `${text.slice(0, kept).trimEnd()}…`;
  }
  return text;
}

/** The number of UTF-16 units that the character at offset `at` takes. */
export function unitsOf(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}

/** True where a line must not be cut before offset `at`, because the character there belongs to the one before. */
export function isJoined(text: string, at: number): boolean {
  const code = text.codePointAt(at)!;
  if (code < 0x300) return false;
  // Nearly everything that a Chinese script says is here, and nothing here but the tone marks ever combines.
  if (code >= 0x3030 && code < 0xa000) return at > 0 && text.charCodeAt(at - 1) === ZERO_WIDTH_JOINER;
  if (at > 0 && text.charCodeAt(at - 1) === ZERO_WIDTH_JOINER) return true;
  return isZeroWidth(code);
}

/**
 * The text as it may be shown: same length, but control characters, direction overrides and halves of surrogate pairs
 * become U+FFFD, because they could reorder or hide what a script says, or make the SVG unreadable; tabs become spaces.
 */
export function visible(text: string): string {
  return HIDDEN.test(text) ? text.replace(HIDDEN_ALL, replacement) : text;
}

const ZERO_WIDTH_JOINER = 0x200d;
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufffe\uffff\p{Cs}]/u;
const HIDDEN_ALL = new RegExp(HIDDEN.source, "gu");

function replacement(character: string): string {
  return character === "\t" || character === "\n" || character === "\r" ? " " : "\ufffd";
}

function narrow(code: number): number {
  if (code >= 0x300) return isZeroWidth(code) ? 0 : code >= 0x2010 && code <= 0x2027 ? punctuation(code) : symbol(code);
  const character = String.fromCharCode(code);
  if ("ijl|!'.,:;I".includes(character)) return 0.29;
  if (' ftr()[]{}`/\\-"'.includes(character)) return 0.38;
  if ("mwMW@%&".includes(character)) return 0.87;
  if (code >= 0x41 && code <= 0x5a) return 0.66;
  return code < 0x20 ? 0 : 0.56;
}

function symbol(code: number): number {
  return code >= 0x2100 ? 1 : 0.58;
}

/** Curly quotes, dashes and ellipses are as wide as a Chinese character in Chinese fonts, and narrower in others. */
function punctuation(code: number): number {
  return code === 0x2014 || code === 0x2026 ? 1 : 0.5;
}

function wide(code: number): number {
  if (code >= 0xff61 && code <= 0xffdc) return 0.5;
  return isZeroWidth(code) ? 0 : 1;
}

function isZeroWidth(code: number): boolean {
  if (code < 0x300 || (code >= 0x2e80 && code < 0xfe00)) return false;
  if (code <= 0x36f || (code >= 0x200b && code <= 0x200d) || code === 0x2060) return true;
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xfe20 && code <= 0xfe2f) || code === 0xfeff) return true;
  if ((code >= 0x1f3fb && code <= 0x1f3ff) || (code >= 0xe0100 && code <= 0xe01ef)) return true;
  return code < 0x2000 && /\p{Mn}|\p{Me}/u.test(String.fromCodePoint(code));
}
