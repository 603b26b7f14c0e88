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
export function checkFloors({ allFaults, allClean }: Figures, floors: Floors): FloorResult[] {
  return [
    ...check("minRecall", floors, allFaults.found, allFaults.lines),
    ...check("maxFalseAlarms", floors, allClean.falseAlarms, allClean.lines),
  ];
}

/** Compares one figure, a `count` of so many `lines`, with its floor, if there is one. */
function check(floor: keyof Floors, floors: Floors, count: number, lines: number): FloorResult[] {
  const required = floors[floor];
  if (required === undefined) return [];
  const isLeast = floor === "minRecall";
  const reached = percent(count, lines, isLeast ? "high" : "low");
  const excess = count * 100 - required * lines;
  const met = lines > 0 && (isLeast ? excess >= -ROUNDING : excess <= ROUNDING);
  const { unmeasured, missed } = WORDS[floor];
  return [
    {
      floor,
      required,
      reached,
      met,
      message:
        reached === undefined
          ? unmeasured
          : missed(`${reached}%（${count}/${lines}）`, `${reached}% (${count}/${lines})`, required),
    },
  ];
}

/** What is said of a floor that is not met: because nothing measures it, or because of what was reached. */
const WORDS: Readonly<
  Record<keyof Floors, { unmeasured: Bilingual; missed: (zh: string, en: string, required: number) => Bilingual }>
> = {
  minRecall: {
    unmeasured: {
      zh: "列表里没有应当发现的话语，量不出查全率。",
      en: "The lists have no utterance that should be found, so recall cannot be measured.",
    },
    missed: (zh, en, required) => ({
      zh: `查全率 ${zh}，低于要求的 ${required}%。`,
      en: `Recall is ${en}, below the ${required}% that is asked for.`,
    }),
  },
  maxFalseAlarms: {
    unmeasured: {
      zh: "列表里没有合格的话语，量不出误报率。",
      en: "The lists have no polite utterance, so false alarms cannot be measured.",
    },
    missed: (zh, en, required) => ({
      zh: `误报率 ${zh}，高于允许的 ${required}%。`,
      en: `False alarms are ${en}, above the ${required}% that is allowed.`,
    }),
  },
};

/** Percentages with decimals are not exact in binary: 0.57 * 10,000 is less than 5,700. */
const ROUNDING = 1e-6;
