import { CLASSES } from "../lexicon/classes.generated.ts";
import type { PromisedEvent, PromiseLexicon } from "../lexicon/format.ts";
import { PROMISES } from "../lexicon/promises.generated.ts";
import { patternSource } from "./pattern.ts";
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
  for (const { event, language, regexp } of finder().find(folded))
    for (const { 0: words, index } of folded.matchAll(regexp()))
      if (words !== "") matches.push({ event, language, start: index, end: index + words.trimEnd().length });
  matches.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: EventWords[] = [];
  for (const match of matches)
    if (!kept.some(({ start, end }) => start < match.end && match.start < end)) kept.push(match);
  return kept.sort((a, b) => a.start - b.start);
}

/** The other words of promises in one language, to be asked about a clause of folded text. */
export class PromiseWords {
  static readonly of = { zh: new PromiseWords("zh"), en: new PromiseWords("en") } as const;

  private readonly language: "zh" | "en";
  private readonly lexicon: PromiseLexicon;
  private readonly compiled = new Map<string, RegExp>();

  private constructor(language: "zh" | "en") {
    this.language = language;
    this.lexicon = PROMISES[language];
  }

  /** Whether the clause tells the past, asks, forbids, sets a condition, or is about what the customer does. */
  excludes(clause: string): boolean {
    return this.lexicon.unless.some((pattern) => this.regexp(pattern).test(clause));
  }

  /** Whether the clause is worded as a promise, so that a time beside an event says when it will happen. */
  frames(clause: string): boolean {
    return this.lexicon.frames === undefined || this.regexp(this.lexicon.frames).test(clause);
  }

  strengthOf(clause: string): "will" | "try" | "guarantee" {
    if (this.regexp(this.lexicon.guarantee).test(clause)) return "guarantee";
    return this.regexp(this.lexicon.try).test(clause) ? "try" : "will";
  }

  /** Whom the clause names as the one who does it, other than the speaker. */
  otherIn(clause: string): Stretch | undefined {
    const match = this.regexp(this.lexicon.others).exec(clause);
    return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
  }

  /** Whether the words around a time only introduce it: 最晚, at the latest. */
  isBeside(words: string): boolean {
    const rest = words.replace(new RegExp(this.regexp(this.lexicon.beside), "g"), "");
    return !/[\p{L}\p{N}]/u.test(rest);
  }

  private regexp(pattern: string): RegExp {
    let regexp = this.compiled.get(pattern);
    if (regexp === undefined) {
      regexp = new RegExp(patternSource(pattern, this.language, CLASSES[this.language]));
      this.compiled.set(pattern, regexp);
    }
    return regexp;
  }
}

interface EventPattern {
  readonly event: PromisedEvent;
  readonly language: "zh" | "en";
  /** Compiled when it is first tried. */
  readonly regexp: () => RegExp;
}

let sharedFinder: WordFinder<EventPattern> | undefined;

function finder(): WordFinder<EventPattern> {
  if (sharedFinder === undefined) {
    sharedFinder = new WordFinder();
    for (const language of ["zh", "en"] as const) {
      const { events, tails } = PROMISES[language];
      const source = (pattern: string) => patternSource(pattern, language, CLASSES[language]);
      for (const { event, pattern, factors } of events) {
        let compiled: RegExp | undefined;
        const regexp = () => (compiled ??= new RegExp(`${source(pattern)}(?!${source(tails)})`, "g"));
        for (const factor of factors) sharedFinder.add(factor, { event, language, regexp });
      }
    }
  }
  return sharedFinder;
}
