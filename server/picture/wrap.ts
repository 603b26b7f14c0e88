import { type Advance, type Face, glyphWidth, isJoined, textWidth, unitsOf } from "./measure.ts";

/** One line of a wrapped text: half-open UTF-16 offsets into that text, without the spaces at its end. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** True for a last line that stands for more text than it shows; an ellipsis belongs at its end. */
  readonly clipped: boolean;
}

export interface WrapOptions {
  readonly face: Face;
  readonly advance: Advance;
  /** Room in pixels on the first line and on every other one. */
  readonly first: number;
  readonly rest: number;
  /** After this many lines the text is clipped. */
  readonly maxLines?: number;
}

/**
 * Breaks a text into lines: between Chinese characters except where a punctuation mark may not begin or end a line,
 * between words elsewhere, and inside a word only when it is longer than a line.
 */
export function wrap(text: string, options: WrapOptions): Line[] {
  const { face, advance, maxLines = Number.POSITIVE_INFINITY } = options;
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const room = lines.length === 0 ? options.first : options.rest;
    const end = lineEnd(text, start, room, face, advance);
    if (end < text.length && lines.length + 1 >= maxLines) {
      lines.push({ start, end: clippedEnd(text, start, end, room, face, advance), clipped: true });
      return lines;
    }
    lines.push({ start, end: trimmedEnd(text, start, end), clipped: false });
    start = end;
    while (text[start] === " ") start++;
  }
  return lines;
}

/** Where the line that begins at `start` ends: the last permitted break that fits, or a cut through a long word. */
function lineEnd(text: string, start: number, room: number, face: Face, advance: Advance): number {
  let width = 0;
  for (let at = start; at < text.length; at += unitsOf(text, at)) {
    width += glyphWidth(text, at, face, advance);
    // Spaces may hang over the end of a line, and a line has at least one character.
    if (width <= room || at === start || text[at] === " ") continue;
    return lastBreak(text, start, at) ?? cutBefore(text, start, at);
  }
  return text.length;
}

/** The last place after `start` and not after `at` where a line may end. */
function lastBreak(text: string, start: number, at: number): number | undefined {
  let place = at;
  while (place > start) {
    if (mayBreak(text, place)) return place;
    place -= isLowSurrogate(text, place - 1) ? 2 : 1;
  }
  return undefined;
}

function cutBefore(text: string, start: number, at: number): number {
  let cut = at;
  while (cut > start && isJoined(text, cut)) cut -= cut > 1 && isLowSurrogate(text, cut - 1) ? 2 : 1;
  return cut > start ? cut : at;
}

function clippedEnd(text: string, start: number, end: number, room: number, face: Face, advance: Advance): number {
  let width = textWidth(text, face, advance, start, end) + textWidth("…", face, advance);
  let at = end;
  while (at > start && (width > room || isJoined(text, at) || text[at - 1] === " ")) {
    const step = isLowSurrogate(text, at - 1) ? 2 : 1;
    at -= step;
    width -= glyphWidth(text, at, face, advance);
  }
  return at;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text[at - 1] === " ") at--;
  return at;
}

const NOT_AT_START = new Set("，。！？、；：）」』】》〉〕…—～·,.!?;:)]}%’”％℃々ーぁぃぅぇぉっゃゅょ");
const NOT_AT_END = new Set("（「『【《〈〔([{‘“￥¥$");

/** Whether a line may begin at offset `at`, which is not the beginning of the text. */
function mayBreak(text: string, at: number): boolean {
  const next = text[at]!;
  const previous = text[at - 1]!;
  if (next === " " || isJoined(text, at) || previous === "\u200d") return false;
  if (previous === " ") return true;
  if (NOT_AT_START.has(next) || NOT_AT_END.has(previous)) return false;
  if (isIdeographic(text.charCodeAt(at)) || isIdeographic(text.charCodeAt(at - 1))) return true;
  return (previous === "-" || previous === "/") && /\p{L}/u.test(next) && at > 1 && /\p{L}/u.test(text[at - 2]!);
}

/** Characters that stand alone on a line: Chinese, kana, full-width forms and everything beyond the basic plane. */
function isIdeographic(unit: number): boolean {
  return (unit >= 0x2e80 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xdfff) || (unit >= 0xf900 && unit <= 0xffef);
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
