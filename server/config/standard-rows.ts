import { nameOf, type Standard } from "../model/standards.ts";

/** What stands above the columns of a standard's limits. */
export const LIMIT_COLUMNS = {
  zh: ["事件", "时限", "说明"],
  en: ["Event", "Limit", "Note"],
} as const;

/** A standard's limits, a row each: what has to happen, by when, and what else there is to say of it. */
export function limitRows({ limits }: Standard, language: "zh" | "en"): readonly (readonly [string, string, string])[] {
  return limits.map(({ event, words, note, told }) => [
    nameOf(event.words)[language],
    words[language],
    [...(told ? [TOLD[language]] : []), ...(note ? [note[language]] : [])].join(language === "zh" ? "；" : "; "),
  ]);
}

const TOLD = { zh: "要告诉客户", en: "the customer is told it" } as const;
