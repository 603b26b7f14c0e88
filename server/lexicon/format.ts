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
  /** Only in sentences of this kind. */
  readonly in?: "question" | "statement";
  /** On an `unless`: how far it speaks, where not only for the words that it meets. */
  readonly reach?: "sentence" | "sentence-and-before" | "turn";
}

/** A pattern of the lexicon with the entry that it belongs to. */
export interface EntryPattern {
  readonly entry: LexiconEntry;
  readonly pattern: LexiconPattern;
  /** Whether it is one of the entry's `unless`. */
  readonly isGuard: boolean;
}

/** All patterns of the entries, in the order in which the index numbers them. */
export function patternsOf(entries: readonly LexiconEntry[]): EntryPattern[] {
  return entries.flatMap((entry) => [
    ...entry.patterns.map((pattern) => ({ entry, pattern, isGuard: false })),
    ...entry.unless.map((pattern) => ({ entry, pattern, isGuard: true })),
  ]);
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
  /** The same, and it may follow in the next sentence: “I don't know. Let me find out.” */
  readonly redress?: readonly string[];
  /** Said anywhere in the turn, one of these excuses the whole of it: a turn that thanks and offers help gives no orders. */
  readonly courtesy?: readonly string[];
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

/** What can be promised to a customer. */
export type PromisedEvent =
  | "call-back"
  | "reply"
  | "notify"
  | "dispatch"
  | "arrive"
  | "deliver"
  | "repair"
  | "refund"
  | "compensate"
  | "ship"
  | "replace"
  | "follow-up"
  | "escalate"
  | "resolve"
  | "complete"
  | "serve";

/** The words of promises as people write them (YAML); all are patterns that meet folded text within one clause. */
export interface PromiseFile extends PromisePatterns {
  /** The words by which a promise is about an event. */
  readonly events: Readonly<Record<PromisedEvent, readonly string[]>>;
}

/** The words of promises, ready to run. */
export interface PromiseLexicon extends PromisePatterns {
  readonly events: readonly PromisePattern[];
}

/** Words for an event; every match contains one of the factors. */
export interface PromisePattern {
  readonly event: PromisedEvent;
  readonly pattern: string;
  readonly factors: readonly string[];
}

interface PromisePatterns {
  /** What makes of an event's words the name of a thing, when it follows them: 退款进度, follow-up number. */
  readonly tails: string;
  /** What makes a promise of an event with a time; where nothing is given, the two are enough. */
  readonly frames?: string;
  /** A clause with one of these promises nothing. */
  readonly unless: readonly string[];
  readonly guarantee: string;
  readonly try: string;
  /** Who does it, where it is not the speaker. */
  readonly others: string;
  /** Words beside a time that say no more than the time. */
  readonly beside: string;
}
