import type { Term } from "../lexicon/format.ts";
import type { Severity } from "../protocol.ts";
import type { FoundAct } from "./acts.ts";
import type { WordingObligation } from "./demand.ts";
import { Division } from "./sentences.ts";
import type { Standard } from "./standards.ts";
import { joined, type Stretch, Stretches } from "./stretches.ts";
import { WordFinder } from "./word-finder.ts";

/** Something that finds stretches of folded text. */
export interface TextPattern {
  /** Every match contains one of these. */
  readonly factors: readonly string[];
  /** Its matches in folded text, in the order of the text; they do not overlap. */
  matchesIn(text: string): readonly Stretch[];
}

/** What has to hold of a turn for a rule of an organisation to report it. All that is given has to hold. */
export interface Conditions {
  /** One of these is said. */
  readonly any: readonly TextPattern[];
  /** Each of these is said. */
  readonly all: readonly TextPattern[];
  /** None of these is said. */
  readonly none: readonly TextPattern[];
  /** What counts as said does not where one of these is said in the same sentence. */
  readonly unless: readonly TextPattern[];
  /** So many different ones of these are said. */
  readonly atLeast: { readonly count: number; readonly of: readonly TextPattern[] } | undefined;
  /** These are said one after the other, each at most so far behind the one before it. */
  readonly order:
    | { readonly of: readonly TextPattern[]; readonly within: number; readonly unit: "characters" | "words" }
    | undefined;
}

/** A rule of an organisation about what is said in one turn. */
export interface WordingRule {
  /** `own/` and its name. */
  readonly id: string;
  readonly severity: Severity;
  readonly speaker: "agent" | "customer" | "anyone";
  readonly conditions: Conditions;
  /** What is told about it; {said} stands for the words found. */
  readonly message: Readonly<Record<"zh" | "en", string>>;
  /** What to say instead. */
  readonly suggestions: readonly string[];
}

/** Ways of doing a dialogue act, of one that the lexicon knows or of the organisation's own. */
export interface WordingAct {
  readonly act: string;
  readonly speaker: "agent" | "customer" | "anyone";
  readonly patterns: readonly TextPattern[];
}

/** What a rule found in a folded text. */
export interface RuleMatch extends Stretch {
  readonly rule: WordingRule;
}

/** An organisation's own words, ready to run. */
export class Wording {
  readonly rules: readonly WordingRule[];
  readonly terms: readonly Term[];
  readonly obligations: readonly WordingObligation[];
  /** The organisation's own standards; scripts adopt them as they adopt the built-in ones. */
  readonly standards: readonly Standard[];
  /** Whether something of it may be missing, because its files have mistakes: then a name that is not known may be its own. */
  readonly isPartial: boolean;
  readonly ruleIds: ReadonlySet<string>;
  /** Whether it knows more ways of doing a dialogue act. */
  readonly hasActs: boolean;
  private readonly actFinder = new WordFinder<{ readonly act: WordingAct; readonly pattern: TextPattern }>();
  private readonly ruleFinder = new WordFinder<{ readonly rule: WordingRule; readonly pattern: TextPattern }>();

  constructor(
    rules: readonly WordingRule[] = [],
    terms: readonly Term[] = [],
    acts: readonly WordingAct[] = [],
    obligations: readonly WordingObligation[] = [],
    standards: readonly Standard[] = [],
    isPartial = false,
  ) {
    this.rules = rules;
    this.terms = terms;
    this.obligations = obligations;
    this.standards = standards;
    this.isPartial = isPartial;
    this.hasActs = acts.length > 0;
    this.ruleIds = new Set([...rules, ...obligations].map(({ id }) => id));
    for (const act of acts)
      for (const pattern of act.patterns)
        for (const factor of pattern.factors) this.actFinder.add(factor, { act, pattern });
    for (const rule of rules)
      for (const pattern of patternsOf(rule.conditions))
        for (const factor of pattern.factors) this.ruleFinder.add(factor, { rule, pattern });
  }

  /** The dialogue acts that the organisation's patterns find in a folded text; offsets count in that text. */
  actsIn(text: string, speaker: "agent" | "customer"): FoundAct[] {
    const found: FoundAct[] = [];
    for (const { act, pattern } of this.actFinder.find(text))
      if (act.speaker === speaker || act.speaker === "anyone")
        for (const { start, end } of pattern.matchesIn(text)) found.push({ act: act.act, start, end });
    return found;
  }

  /** What the rules report in a folded turn, in the order of the text. */
  matchesIn(text: string, speaker: "agent" | "customer"): RuleMatch[] {
    const candidates = new Map<WordingRule, Set<TextPattern>>();
    for (const { rule, pattern } of this.ruleFinder.find(text)) {
      if (rule.speaker !== speaker && rule.speaker !== "anyone") continue;
      const patterns = candidates.get(rule);
      if (patterns === undefined) candidates.set(rule, new Set([pattern]));
      else patterns.add(pattern);
    }
    const found: RuleMatch[] = [];
    for (const [rule, patterns] of candidates)
      for (const { start, end } of new Turn(text, patterns, rule.conditions.unless).matches(rule.conditions))
        found.push({ rule, start, end });
    return found.sort((a, b) => a.start - b.start || a.end - b.end);
  }
}

/** The wording of an organisation that has none of its own. */
export const NO_WORDING = new Wording();

function patternsOf({ any, all, none, unless, atLeast, order }: Conditions): readonly TextPattern[] {
  return [...any, ...all, ...none, ...unless, ...(atLeast?.of ?? []), ...(order?.of ?? [])];
}

/** A folded turn while one rule is asked about it. */
class Turn {
  private readonly text: string;
  /** The patterns of which the text holds a factor; the others cannot match. */
  private readonly candidates: ReadonlySet<TextPattern>;
  private readonly excused: Stretches;

  constructor(text: string, candidates: ReadonlySet<TextPattern>, unless: readonly TextPattern[]) {
    this.text = text;
    this.candidates = candidates;
    const pardons = unless.flatMap((pattern) => this.find(pattern));
    const sentences = pardons.length === 0 ? undefined : Division.foldedSentences(text);
    this.excused = new Stretches(
      pardons.flatMap((pardon) => [pardon, sentences!.partAt(pardon.start), sentences!.partAt(pardon.end - 1)]),
    );
  }

  /** The stretches at which the conditions hold: those of the most telling condition. */
  matches({ any, all, none, atLeast, order }: Conditions): readonly Stretch[] {
    if (none.some((pattern) => this.find(pattern).length > 0)) return [];
    const said = (patterns: readonly TextPattern[]) => patterns.map((pattern) => this.said(pattern));
    const marks: (readonly Stretch[])[] = [];
    if (order !== undefined) marks.push(this.chains(order));
    if (any.length > 0) marks.push(joined(said(any).flat()));
    if (atLeast !== undefined) {
      const firsts = firstOfEach(said(atLeast.of));
      marks.push(firsts.length >= atLeast.count ? [hull(firsts)] : []);
    }
    if (all.length > 0) {
      const firsts = firstOfEach(said(all));
      marks.push(firsts.length === all.length ? [hull(firsts)] : []);
    }
    return marks.some((found) => found.length === 0) ? [] : (marks[0] ?? []);
  }

  private find(pattern: TextPattern): readonly Stretch[] {
    return this.candidates.has(pattern) ? pattern.matchesIn(this.text) : [];
  }

  private said(pattern: TextPattern): readonly Stretch[] {
    return this.find(pattern).filter((match) => !this.excused.touches(match));
  }

  /** Chains of one match a pattern, each near enough behind the one before it. */
  private chains({ of, within, unit }: NonNullable<Conditions["order"]>): Stretch[] {
    const [first = [], ...others] = of.map((pattern) => this.said(pattern));
    let chains = [...first];
    for (const matches of others) {
      const longer: Stretch[] = [];
      let last = -1;
      for (const match of matches) {
        // Of the chains that end before this match, the last one is the nearest.
        while (last + 1 < chains.length && chains[last + 1]!.end <= match.start) last++;
        const before = chains[last];
        if (before !== undefined && this.distance(before.end, match.start, unit, within) <= within)
          longer.push({ start: before.start, end: match.end });
      }
      chains = longer;
    }
    return joined(chains);
  }

  /** How many characters or words stand between two offsets; counting stops beyond `enough`. */
  private distance(from: number, to: number, unit: "characters" | "words", enough: number): number {
    if (unit === "characters") return to - from;
    // Longer than so many words of any language: no need to take them apart.
    if (to - from > (enough + 1) * LONGEST_WORD) return enough + 1;
    return this.text
      .slice(from, to)
      .split(" ")
      .filter((word) => /[^.,!?;:"~…-]/.test(word)).length;
  }
}

const LONGEST_WORD = 60;

function firstOfEach(matches: readonly (readonly Stretch[])[]): Stretch[] {
  return matches.flatMap(([first]) => (first === undefined ? [] : [first]));
}

function hull(stretches: readonly Stretch[]): Stretch {
  return {
    start: Math.min(...stretches.map(({ start }) => start)),
    end: Math.max(...stretches.map(({ end }) => end)),
  };
}
