/** What a lexicon file says about one dialogue act in one language, ready to run. Spans, where there are any, are half-open. */
export interface LexiconEntry {
  readonly act: string;
  readonly language: "zh" | "en";
  /** Whose turns are searched for it. */
  readonly speaker: "agent" | "customer" | "anyone";
  readonly patterns: readonly LexiconPattern[];
  /** A match that overlaps a match of one of these is none. */
  readonly unless: readonly LexiconPattern[];
  /** What a good agent says instead, or says to do this act; the first one fits most situations. */
  readonly suggestions: readonly Suggestion[];
}

export interface LexiconPattern {
  /** The pattern as its author wrote it. */
  readonly pattern: string;
  /** Every match contains one of these. */
  readonly factors: readonly string[];
  /** Every match contains one of each of these too. */
  readonly also?: readonly (readonly string[])[];
  /** Only in sentences of this kind. */
  readonly in?: "question" | "statement";
  /** On an `unless`: it speaks for its whole sentence, not only for the words that it meets. */
  readonly reach?: "sentence";
}

export interface Suggestion {
  readonly say: string;
  /** The situation, in a trainer's words; absent on the one that fits most. */
  readonly when?: string;
}

/** A word of the trade that customers do not understand, and what to say instead. */
export interface Term {
  readonly term: string;
  readonly say: string;
}

/** A lexicon file as people write it (YAML). */
export interface LexiconFile {
  readonly act: string;
  readonly speaker: "agent" | "customer" | "anyone";
  readonly patterns: readonly (string | { readonly pattern: string; readonly in: "question" | "statement" })[];
  readonly unless?: readonly (string | { readonly pattern: string; readonly in: "question" | "statement" })[];
  /** Said anywhere in the same sentence, one of these excuses what the patterns find: help, regret, a way out. */
  readonly pardon?: readonly string[];
  readonly suggestions?: readonly Suggestion[];
  readonly examples: {
    /** Turns in which the act is found exactly at each ⟦…⟧. */
    readonly match: readonly string[];
    /** Turns in which it is not found. */
    readonly clean: readonly string[];
  };
  /** Where the wording comes from: a manual, or how people speak. */
  readonly source: string;
}
