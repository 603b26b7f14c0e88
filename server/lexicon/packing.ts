import type { PackedIndex } from "../model/pattern-index.ts";
import type { LexiconEntry, LexiconPattern } from "./format.ts";

/** The lexicon, ready to run, and the index of its patterns, numbered as `patternsOf` lists them. */
export interface Lexicon {
  readonly entries: readonly LexiconEntry[];
  readonly index: PackedIndex;
}

/** An entry without its patterns: only how many lines they take. */
type Heading = Omit<LexiconEntry, "patterns" | "unless"> & { readonly patterns: number; readonly unless: number };

/**
 * Writes the lexicon as a text that is read in a few milliseconds, where a program or JSON of the same size takes many
 * times longer: a line of headings, then a line a pattern, the words of the index, and its numbers.
 */
export function packLexicon({ entries, index }: Lexicon): string {
  const headings = entries.map((entry) => ({
    ...entry,
    patterns: entry.patterns.length,
    unless: entry.unless.length,
  }));
  const patterns = entries.flatMap((entry) => [...entry.patterns, ...entry.unless]);
  return [JSON.stringify(headings), ...patterns.map(line), index.words, index.numbers, ""].join("\n");
}

/** Reads what `packLexicon` wrote. */
export function unpackLexicon(text: string): Lexicon {
  const lines = text.split("\n");
  let next = 1;
  const take = (count: number) => {
    next += count;
    return lines.slice(next - count, next).map(patternOf);
  };
  const entries = (JSON.parse(lines[0]!) as Heading[]).map((heading) => ({
    ...heading,
    patterns: take(heading.patterns),
    unless: take(heading.unless),
  }));
  return { entries, index: { words: lines[next]!, numbers: lines[next + 1]! } };
}

/** The pattern, and behind tabs the kind of its sentences and its reach, as far as it has them. */
function line({ pattern, in: sentence, reach }: LexiconPattern): string {
  return [pattern, sentence, reach].join("\t").trimEnd();
}

function patternOf(text: string): LexiconPattern {
  const [pattern, sentence, reach] = text.split("\t") as [string, LexiconPattern["in"], LexiconPattern["reach"]];
  return { pattern, ...(sentence && { in: sentence }), ...(reach && { reach }) };
}
