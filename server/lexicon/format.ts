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

/** The kinds of writing in which scripts are: what an agent says differs between them, and so do keywords. */
export type LanguageTag = "zh-CN" | "zh-TW" | "en";

/** An everyday situation of service, and what an agent says in it. */
export interface Situation {
  readonly id: string;
  /** The dialogue act that its sentences perform. */
  readonly act: string;
  readonly name: Readonly<Record<LanguageTag, string>>;
  /** When it arises, in a trainer's words. */
  readonly when: Readonly<Record<LanguageTag, string>>;
  /** The first one fits most cases. */
  readonly say: Readonly<Record<LanguageTag, readonly string[]>>;
}
