import { comparedFlow } from "../model/compared-flow.ts";
import type { Comparison } from "../model/comparison.ts";
import type { Version } from "../model/script-change.ts";
import type { CallFlow } from "../protocol.ts";
import { drawnFlow } from "./drawn-flow.ts";

/** Two versions of a script and what changed between them. */
interface Compared {
  readonly before: Version;
  readonly after: Version;
  readonly comparison: Comparison;
}

/** What changed as a picture, with the few words beside it in the reader's language. */
export function comparisonFlow({ before, after, comparison }: Compared, language: "zh" | "en"): CallFlow {
  return comparedFlow(before, after, comparison, WORDS[language]);
}

/** The same as an SVG file. */
export function comparisonSvg(compared: Compared, language: "zh" | "en"): string {
  return drawnFlow(comparisonFlow(compared, language), { detail: "full", theme: "light", language });
}

const WORDS = {
  zh: { promise: "承诺变了", apology: "少了致歉" },
  en: { promise: "promise changed", apology: "apology lost" },
} as const;
