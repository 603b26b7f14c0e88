import { requiredFactors } from "./pattern-factors.ts";
import { PatternMatcher } from "./pattern-matcher.ts";
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

/** A pattern that somebody else wrote. It means what the same pattern of the lexicon means, and has met its samples. */
export class OwnPattern implements TextPattern {
  readonly factors: readonly string[];
  private readonly matcher: PatternMatcher;

  /** @throws PatternError when it is malformed, out of bounds, without a fixed word, or can never match */
  constructor(pattern: string, language: PatternLanguage, classes: WordClasses) {
    const node = readPattern(pattern.trim(), language, classes, BOUNDS);
    this.factors = requiredFactors(node).factors;
    this.matcher = new PatternMatcher(node, language);
    for (const sample of samplesOf(node, language))
      if (!sample.some((way) => this.matcher.matchesWhole(way))) throw new PatternError("never-matches", sample[0]!, 0);
  }

  matchesIn(text: string): Stretch[] {
    return this.matcher.matchesIn(text, MOST_MATCHES);
  }
}

/** Nobody needs to be told a hundred times of one turn. */
const MOST_MATCHES = 100;
