import { fold } from "./normalise.ts";
import { cutsWord } from "./pattern-matcher.ts";
import type { Stretch } from "./stretches.ts";
import type { TextPattern } from "./wording.ts";

/** A phrase that is looked for as it stands, in every way of writing it; Latin words and numbers only as a whole. */
export class PhrasePattern implements TextPattern {
  /** The phrase as folded text has it; empty when nothing of it is left to look for. */
  readonly folded: string;

  constructor(phrase: string) {
    // The full stop of a phrase that was copied out of a sentence is no part of it; ? and ! may be what is meant.
    this.folded = fold([{ text: phrase, start: 0 }]).text.replace(/^[ .,;:"~…-]+|[ .,;:"~…-]+$/g, "");
  }

  get factors(): readonly string[] {
    return this.folded === "" ? [] : [this.folded];
  }

  matchesIn(text: string): Stretch[] {
    const matches: Stretch[] = [];
    const { length } = this.folded;
    for (let start = text.indexOf(this.folded); length > 0 && start >= 0; ) {
      const end = start + length;
      const isWhole = !cutsWord(text, start) && !cutsWord(text, end);
      if (isWhole) matches.push({ start, end });
      start = text.indexOf(this.folded, isWhole ? end : start + 1);
    }
    return matches;
  }
}
