import { RE2JS, RE2JSException } from "re2js";
import { requiredFactors, sourceOf } from "./pattern.ts";
import { samplesOf } from "./pattern-samples.ts";
import {
  type PatternBounds,
  PatternError,
  type PatternLanguage,
  readPattern,
  type WordClasses,
} from "./pattern-tree.ts";
import type { Stretch } from "./stretches.ts";
import type { TextPattern } from "./wording.ts";

/** How far an organisation's pattern may go: its time on each character of a text grows with them. */
export const BOUNDS: PatternBounds = { signs: 2000, gap: 60, gaps: 120 };

/**
 * A pattern that somebody else wrote: whatever it is, it takes time in proportion to the text. It means what the same
 * pattern of the lexicon means.
 */
export class LinearPattern implements TextPattern {
  readonly factors: readonly string[];
  private readonly expression: RE2JS;

  /** @throws PatternError when it is malformed, out of bounds, without a fixed word, or can never match */
  constructor(pattern: string, language: PatternLanguage, classes: WordClasses) {
    const node = readPattern(pattern.trim(), language, classes, BOUNDS);
    this.factors = requiredFactors(node).factors;
    this.expression = compile(WORD_EDGE + sourceOf(node, language, CLAUSE_END) + WORD_EDGE);
    for (const sample of samplesOf(node, language))
      if (!sample.some((way) => this.expression.testExact(way))) throw new PatternError("never-matches", sample[0]!, 0);
  }

  matchesIn(text: string): Stretch[] {
    const matches: Stretch[] = [];
    const matcher = this.expression.matcher(text);
    for (let from = 0; matches.length < MOST_MATCHES && from <= text.length && matcher.find(from); ) {
      const [start, end] = [matcher.start(), this.endOf(matcher)];
      if (end > start) matches.push({ start, end });
      from = Math.max(end, start + 1);
    }
    return matches;
  }

  /** Where the match ends: before the sign of the clause's end, which this engine cannot but take along. */
  private endOf(matcher: ReturnType<RE2JS["matcher"]>): number {
    for (let group = 1; group <= matcher.groupCount(); group++)
      if (matcher.start(group) >= 0 && matcher.end(group) === matcher.end()) return matcher.start(group);
    return matcher.end();
  }
}

/**
 * Nobody needs to be told a hundred times of one turn. Without an end, each short match could cost a long attempt that
 * comes before it: (a~60b|a) on a text of a's.
 */
const MOST_MATCHES = 100;

/** The same as in pattern.ts, without looking ahead: a word's edge, or no letter before. */
const WORD_EDGE = "(?:(?<![a-z0-9])|\\b)";
const CLAUSE_END = '([ "]*(?:[.,!?;:"~…\\n-]|$))';

function compile(source: string): RE2JS {
  try {
    return RE2JS.compile(source, RE2JS.LOOKBEHINDS);
  } catch (error) {
    // What is left is nesting or size beyond what the engine takes.
    if (error instanceof RE2JSException) throw new PatternError("too-large", String(BOUNDS.signs), 0);
    throw error;
  }
}
