import type { Figures } from "./figures.ts";
import type { FloorResult } from "./floors.ts";
import type { Verdict } from "./judge.ts";
import type { LabelledList, ListProblem } from "./labelled-lists.ts";
import type { JudgedPack } from "./test-packs.ts";

export interface JudgedList extends LabelledList {
  /** One an utterance, in their order. */
  readonly verdicts: readonly Verdict[];
}

/** Everything that a run on labelled lists found. */
export interface TestRun {
  readonly lists: readonly JudgedList[];
  readonly figures: Figures;
  readonly floors: readonly FloorResult[];
  readonly problems: readonly ListProblem[];
  /** Packs of an organisation, by their own examples. */
  readonly packs: readonly JudgedPack[];
}

export interface TestReportOptions {
  readonly language: "zh" | "en";
  /** How many utterances a report for people lists of each kind. */
  readonly most: number;
}

/** Turns a run into text for standard output. */
export type TestReporter = (run: TestRun, options: TestReportOptions) => string;
