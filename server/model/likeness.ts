import { fold } from "./normalise.ts";
import { GAP } from "./spoken-words.ts";

/** What is said as two lines of it are compared: folded, without punctuation, and counted by its parts. */
export interface Saying {
  /** Folded words without signs; a `GAP` for each variable. */
  readonly words: string;
  /** How often each part occurs, as `likeness` counts them. */
  readonly parts: ReadonlyMap<string, number>;
  /** How many parts there are. */
  readonly size: number;
}

/** Prepares what is said for comparison; remembered by its words. */
export function sayingOf(spoken: string): Saying {
  const words = fold([{ text: spoken, start: 0 }])
    .text.replace(/[^a-z0-9\u00c0-\u024f\u3400-\u9fff\ufffc']+/g, " ")
    .replace(/ ?([\u3400-\u9fff\ufffc]) ?/g, "$1")
    .trim();
  const parts = new Map<string, number>();
  let size = 0;
  for (const part of partsOf(words)) {
    parts.set(part, (parts.get(part) ?? 0) + 1);
    size++;
  }
  return { words, parts, size };
}

/**
 * How alike two sayings are, from 0 to 1: the coefficient of Dice (1945) and Sørensen (1948), twice what they share by
 * what both have, over the parts of their words, each as often as it occurs. As Adamson and Boreham (1974) did with
 * pairs of letters, words that are written alike then count as alike: of Chinese the parts are single characters and
 * pairs of neighbours, of English words and their groups of three letters. Signs, width, letter case and traditional
 * characters make no difference; neither does what variables hold. Two sayings without words are alike.
 */
export function likeness(a: Saying, b: Saying): number {
  if (a.size + b.size === 0) return 1;
  const [few, many] = a.parts.size <= b.parts.size ? [a.parts, b.parts] : [b.parts, a.parts];
  let shared = 0;
  for (const [part, count] of few) shared += Math.min(count, many.get(part) ?? 0);
  return (2 * shared) / (a.size + b.size);
}

/**
 * Whether a call says what a script says, word for word: signs apart, and whatever in the place of variables, as long as
 * names and addresses are.
 */
export function saysTheSame(script: Saying, call: Saying): boolean {
  const fixed = script.words.split(GAP);
  if (fixed.length === 1) return script.words === call.words;
  let at = 0;
  for (const [index, piece] of fixed.entries()) {
    const words = piece.trim();
    const found = index === fixed.length - 1 ? call.words.length - words.length : call.words.indexOf(words, at);
    if (found < at || !call.words.startsWith(words, found)) return false;
    if (index === 0 ? found > 0 : found - at > LONGEST_VALUE) return false;
    at = found + words.length;
  }
  return true;
}

/** Units that a variable holds at most: a name, a number, an address. */
const LONGEST_VALUE = 60;

function* partsOf(words: string): Generator<string> {
  let last = "";
  for (const [token] of words.matchAll(/[\u3400-\u9fff]|[a-z0-9\u00c0-\u024f']+/g)) {
    yield token;
    if (HAN.test(token)) {
      if (last !== "") yield last + token;
      last = token;
    } else {
      last = "";
      for (let at = 0; at + 3 <= token.length + 2; at++) yield ` ${token} `.slice(at, at + 3);
    }
  }
}

const HAN = /[\u3400-\u9fff]/;
