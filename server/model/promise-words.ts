import { CLASSES } from "../lexicon/classes.generated.ts";
import type { PromisedEvent, PromiseLexicon } from "../lexicon/format.ts";
import { PROMISES } from "../lexicon/promises.generated.ts";
import { PatternMatcher } from "./pattern-matcher.ts";
import { readPattern } from "./pattern-tree.ts";
import type { Stretch } from "./stretches.ts";
import { WordFinder } from "./word-finder.ts";

/** Words that name an event in a folded text; half-open, counting its units. */
export interface EventWords extends Stretch {
  readonly event: PromisedEvent;
  readonly language: "zh" | "en";
}

/** The words that name events, in the order of the text; of two that overlap the longer one. */
export function eventWordsIn(folded: string): EventWords[] {
  const matches: EventWords[] = [];
  for (const { event, language, matcher } of finder().find(folded))
    for (const { start, end } of matcher().matchesIn(folded)) {
      if (PromiseWords.of[language].namesThing(folded.slice(end, end + LONGEST_TAIL))) continue;
      matches.push({ event, language, start, end: start + folded.slice(start, end).trimEnd().length });
    }
  matches.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: EventWords[] = [];
  for (const match of matches)
    if (!kept.some(({ start, end }) => start < match.end && match.start < end)) kept.push(match);
  return kept.sort((a, b) => a.start - b.start);
}

/** How much behind the words for an event is looked at to tell whether they are part of a name. */
const LONGEST_TAIL = 24;

/** The other words of promises in one language, to be asked about a clause of folded text. */
export class PromiseWords {
  static readonly of = { zh: new PromiseWords("zh"), en: new PromiseWords("en") } as const;

  private readonly language: "zh" | "en";
  private readonly lexicon: PromiseLexicon;
  private readonly compiled = new Map<string, PatternMatcher>();

  private constructor(language: "zh" | "en") {
    this.language = language;
    this.lexicon = PROMISES[language];
  }

  /** Whether the clause tells the past, asks, forbids, sets a condition, or is about what the customer does. */
  excludes(clause: string): boolean {
    return this.lexicon.unless.some((pattern) => this.find(pattern, clause) !== undefined);
  }

  /** Whether the clause is worded as a promise, so that a time beside an event says when it will happen. */
  frames(clause: string): boolean {
    return this.lexicon.frames === undefined || this.find(this.lexicon.frames, clause) !== undefined;
  }

  strengthOf(clause: string): "will" | "try" | "guarantee" {
    if (this.find(this.lexicon.guarantee, clause) !== undefined) return "guarantee";
    return this.find(this.lexicon.try, clause) === undefined ? "will" : "try";
  }

  /** Whom the clause names as the one who does it, other than the speaker. */
  otherIn(clause: string): Stretch | undefined {
    return this.find(this.lexicon.others, clause);
  }

  /** Whether the words around a time only introduce it: 最晚, at the latest. */
  isBeside(words: string): boolean {
    let rest = "";
    let from = 0;
    for (const { start, end } of this.matcher(this.lexicon.beside).matchesIn(words)) {
      rest += words.slice(from, start);
      from = end;
    }
    return !/[\p{L}\p{N}]/u.test(rest + words.slice(from));
  }

  /** Whether what follows the words for an event makes them the name of a thing, or something that is done already. */
  namesThing(behind: string): boolean {
    return this.find(this.lexicon.tails, behind)?.start === 0;
  }

  private find(pattern: string, clause: string): Stretch | undefined {
    return this.matcher(pattern).matchesIn(clause, 1)[0];
  }

  private matcher(pattern: string): PatternMatcher {
    let matcher = this.compiled.get(pattern);
    if (matcher === undefined) {
      matcher = matcherOf(pattern, this.language);
      this.compiled.set(pattern, matcher);
    }
    return matcher;
  }
}

function matcherOf(pattern: string, language: "zh" | "en"): PatternMatcher {
  return new PatternMatcher(readPattern(pattern, language, CLASSES[language]), language);
}

interface EventPattern {
  readonly event: PromisedEvent;
  readonly language: "zh" | "en";
  /** Made when it is first tried. */
  readonly matcher: () => PatternMatcher;
}

let sharedFinder: WordFinder<EventPattern> | undefined;

function finder(): WordFinder<EventPattern> {
  if (sharedFinder === undefined) {
    sharedFinder = new WordFinder();
    for (const language of ["zh", "en"] as const)
      for (const { event, pattern, factors } of PROMISES[language].events) {
        let made: PatternMatcher | undefined;
        const matcher = () => (made ??= matcherOf(pattern, language));
        for (const factor of factors) sharedFinder.add(factor, { event, language, matcher });
      }
  }
  return sharedFinder;
}
