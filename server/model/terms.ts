import type { Term } from "../lexicon/format.ts";
import { TERMS } from "../lexicon/terms.generated.ts";
import { fold, type Piece, sourceSpan } from "./normalise.ts";
import { PhrasePattern } from "./phrase-pattern.ts";
import type { Stretch } from "./stretches.ts";
import { WordFinder } from "./word-finder.ts";
import type { Wording } from "./wording.ts";

/** A word of the trade found in a text; the stretch counts in the source. */
export interface FoundTerm extends Stretch, Term {}

/** Finds words of the trade that customers do not understand. */
export class TermFinder {
  private readonly finder = new WordFinder<{ readonly term: Term; readonly pattern: PhrasePattern }>();

  private constructor(terms: readonly Term[]) {
    for (const term of terms) {
      const pattern = new PhrasePattern(term.term);
      if (pattern.folded !== "") this.finder.add(pattern.folded, { term, pattern });
    }
  }

  /** Those that every trade of a language should avoid. */
  static of(language: "zh" | "en"): TermFinder {
    builtIn[language] ??= new TermFinder(TERMS[language]);
    return builtIn[language];
  }

  /** Those that an organisation lists itself. */
  static ofWording(wording: Wording): TermFinder {
    let finder = ofWordings.get(wording);
    if (finder === undefined) {
      finder = new TermFinder(wording.terms);
      ofWordings.set(wording, finder);
    }
    return finder;
  }

  /** The terms in a text, in its order, but those that it explains at once. */
  find(pieces: readonly Piece[]): FoundTerm[] {
    const folded = fold(pieces);
    const found: FoundTerm[] = [];
    for (const { term, pattern } of this.finder.find(folded.text))
      for (const match of pattern.matchesIn(folded.text))
        if (!EXPLANATION.test(folded.text.slice(match.end, match.end + LONGEST_LEAD)))
          found.push({ ...term, ...sourceSpan(folded, match) });
    return found.sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

const builtIn: { zh?: TermFinder; en?: TermFinder } = {};
const ofWordings = new WeakMap<Wording, TermFinder>();

/** How an explanation begins: APN,也就是…  SLA(处理时限)  the APN, which is … */
const EXPLANATION =
  /^"?( ?\(|,?(也)?(就是|即|指的?是|是指|意思是)|,? ?(that is|that's|which is|which means|meaning|i\.e\.) )/;
const LONGEST_LEAD = 16;
