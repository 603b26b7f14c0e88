import { Recent } from "./recent.ts";
import type { Stretch } from "./stretches.ts";
import { SIMPLIFIED, TRADITIONAL } from "./traditional.generated.ts";

/** Text as rules compare it, with the way back: `offsets[i]` is the UTF-16 offset in the source of folded unit `i`. */
export interface Folded {
  readonly text: string;
  /** One entry a unit of `text`, ascending. A match [i, j) of the folded text is [offsets[i], offsets[j-1]+1) in the source. */
  readonly offsets: readonly number[];
}

/** A piece of source text and where it starts, in UTF-16 units. A turn with continuation lines has several. */
export interface Piece {
  readonly text: string;
  readonly start: number;
}

/**
 * Folds what is said, as `fold` does, except that a space between Chinese words of two characters and more is a comma:
 * people in chats put it where others put one. A space beside a single character stays what it is, a way round word
 * lists (没 法 弄).
 */
export function foldSpeech(pieces: readonly Piece[]): Folded {
  return fold(pieces.map(({ text, start }) => ({ text: text.replace(CHAT_SPACE, CHAT_COMMA), start })));
}

/** A space with Chinese words of at least two characters on both sides. */
const CHAT_SPACE = /(?<=[\u3400-\u9fff]{2})[ \u3000](?=[\u3400-\u9fff]{2})/g;
const CHAT_COMMA = "，";

/**
 * Folds text so that one pattern meets every way of writing it: full and half width, traditional and simplified,
 * letter case, curly quotes, and the spaces, emoji, invisible characters and asterisks that people insert between
 * Chinese characters. Each folded unit comes from exactly one source unit. Pieces are joined as if by a space.
 */
export function fold(pieces: readonly Piece[]): Folded {
  let text = "";
  const offsets: number[] = [];
  let gap = -1; // Offset of white space or an inserted sign not yet written; it is dropped beside a Chinese character.
  let gapIsSpace = false;
  let last = 0; // The unit written last. To ask `text` for it would join what was written so far, again at each space.
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) [gap, gapIsSpace] = [piece.start - 1, true];
    for (let i = 0; i < piece.text.length; i++) {
      const code = piece.text.charCodeAt(i);
      const unit = foldUnit(code);
      if (unit === DROPPED) continue;
      if (unit === SPACE || unit === STAR) {
        if (gap < 0) gap = piece.start + i;
        gapIsSpace ||= unit === SPACE;
        continue;
      }
      const char = String.fromCharCode(unit);
      if (gap >= 0 && text !== "") {
        if (gapIsSpace && !isChinese(unit) && !isChinese(last)) {
          text += " ";
          offsets.push(gap);
        } else if (!gapIsSpace && !(isHan(unit) && isHan(last))) {
          text += "*";
          offsets.push(gap);
        }
      }
      [gap, gapIsSpace] = [-1, false];
      text += char;
      last = unit;
      offsets.push(piece.start + i);
    }
  }
  return { text, offsets };
}

/** A character as it stands in folded text; empty when it is passed over there. */
export function foldCharacter(character: string): string {
  const unit = foldUnit(character.charCodeAt(0));
  return unit === DROPPED || unit === SPACE || unit === STAR ? "" : String.fromCharCode(unit);
}

/** Where a stretch of folded text, half-open and not empty, lies in the source. */
export function sourceSpan({ offsets }: Folded, { start, end }: Stretch): Stretch {
  return { start: offsets[start]!, end: offsets[end - 1]! + 1 };
}

/** Folds a name (step, role, label, alias) for comparison: as `fold`, without spaces and trailing punctuation. */
export function foldName(name: string): string {
  return names.of(name, (text) =>
    fold([{ text, start: 0 }])
      .text.replace(/ /g, "")
      .replace(/[.,!?;:~…]+$/, ""),
  );
}

/** Names are few, and looked up on every keystroke. */
const names = new Recent<string>(20_000);

/** Folds a word of a standard or a configuration: as `foldName`, and hyphens make no difference: call-back, call back. */
export function foldWord(word: string): string {
  return foldName(word).replace(/[-_]/g, "");
}

const DROPPED = -1;
const SPACE = 0x20;
const STAR = 0x2a;

/** Signs, a pronoun and a particle that are written in several ways; each folds to one unit. */
const VARIANTS: Readonly<Record<string, string>> = {
  "。": ".",
  "．": ".",
  "、": ",",
  "“": '"',
  "”": '"',
  "「": '"',
  "」": '"',
  "『": '"',
  "』": '"',
  "‘": "'",
  "’": "'",
  "【": "[",
  "】": "]",
  "—": "-",
  "–": "-",
  "〜": "~",
  妳: "你",
  // The character tables keep 著, since it is also a word of its own (著作); in speech it is nearly always 着.
  著: "着",
};

/** What each UTF-16 unit folds to, as a table: a lookup a character is all that folding costs. */
const TABLE = buildTable();

function foldUnit(code: number): number {
  return TABLE[code] as number;
}

function buildTable(): Int32Array {
  const table = new Int32Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  for (let code = 0; code < 0x250; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    if (lower.length === 1) table[code] = lower.charCodeAt(0);
  }
  for (let code = 0xff21; code <= 0xff3a; code++) table[code] = code - 0xff21 + 0x61;
  for (const [from, to] of Object.entries(VARIANTS)) table[from.charCodeAt(0)] = to.charCodeAt(0);
  for (let i = 0; i < TRADITIONAL.length; i++) table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  for (const space of "\t\r\n\v\f\u00a0\u3000\u2002\u2003\u2009\u202f") table[space.charCodeAt(0)] = SPACE;
  for (const star of "*＊·•_") table[star.charCodeAt(0)] = STAR;
  const invisible = [
    [0x00ad, 0x00ad],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0xfe00, 0xfe0f],
    [0xfeff, 0xfeff],
  ];
  // Emoji lie in surrogate pairs; no pattern needs a character beyond the basic plane, so all of them are passed over.
  for (const [from, to] of [...invisible, [0xd800, 0xdfff], [0x2600, 0x27bf]]) table.fill(DROPPED, from, to! + 1);
  return table;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function isChinese(code: number): boolean {
  return isHan(code) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef);
}
