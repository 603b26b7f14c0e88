import type { Bilingual } from "../rules/rule.ts";
import { type Figures, percent } from "./figures.ts";

/** What a run has to reach, in percent. */
export interface Floors {
  readonly minRecall: number | undefined;
  readonly maxFalseAlarms: number | undefined;
}

/** One of the floors, and how it stands. */
export interface FloorResult {
  readonly floor: keyof Floors;
  readonly required: number;
  /** In percent; undefined where the lists have nothing to measure it by, and then it is not met. */
  readonly reached: number | undefined;
  readonly met: boolean;
  /** What to say when it is not met. */
  readonly message: Bilingual;
}

/** Compares the figures of a run with what was asked of it. */
export function checkFloors({ allFaults, allClean }: Figures, { minRecall, maxFalseAlarms }: Floors): FloorResult[] {
  const results: FloorResult[] = [];
  if (minRecall !== undefined) {
    const { found, lines } = allFaults;
    const reached = percent(found, lines, "high");
    results.push({
      floor: "minRecall",
      required: minRecall,
      reached,
      met: lines > 0 && found * 100 >= minRecall * lines - ROUNDING,
      message:
        reached === undefined
          ? {
              zh: "列表里没有应当发现的话语，量不出查全率。",
              en: "The lists have no utterance that should be found, so recall cannot be measured.",
            }
          : {
              zh: `查全率 ${reached}%（${found}/${lines}），低于要求的 ${minRecall}%。`,
              en: `Recall is ${reached}% (${found}/${lines}), below the ${minRecall}% that is asked for.`,
            },
    });
  }
  if (maxFalseAlarms !== undefined) {
    const { falseAlarms, lines } = allClean;
    const reached = percent(falseAlarms, lines, "low");
    results.push({
      floor: "maxFalseAlarms",
      required: maxFalseAlarms,
      reached,
      met: lines > 0 && falseAlarms * 100 <= maxFalseAlarms * lines + ROUNDING,
      message:
        reached === undefined
          ? {
              zh: "列表里没有合格的话语，量不出误报率。",
              en: "The lists have no polite utterance, so false alarms cannot be measured.",
            }
          : {
              zh: `误报率 ${reached}%（${falseAlarms}/${lines}），高于允许的 ${maxFalseAlarms}%。`,
              en: `False alarms are ${reached}% (${falseAlarms}/${lines}), above the ${maxFalseAlarms}% that is allowed.`,
            },
    });
  }
  return results;
}

/** Percentages with decimals are not exact in binary: 0.57 * 10,000 is less than 5,700. */
const ROUNDING = 1e-6;
