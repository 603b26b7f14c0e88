import type { Bilingual } from "../rules/rule.ts";

/** What a run waits for has broken, so that there is nothing to report. */
export class RunFailure extends Error {
  readonly told: Bilingual;

  constructor(told: Bilingual) {
    super(told.en);
    this.told = told;
  }
}
