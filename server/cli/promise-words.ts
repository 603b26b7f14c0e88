import type { Commitment } from "../model/commitments.ts";
import { promisedWords } from "../model/promised-words.ts";
import { print } from "../model/time.ts";

const STRENGTH = {
  zh: { will: "", try: "尽量", guarantee: "保证" },
  en: { will: "", try: "will try: ", guarantee: "guarantees: " },
} as const;
const WHEN = {
  zh: { vague: "没有说清时间", none: "没有说时间" },
  en: { vague: "no clear time", none: "no time" },
} as const;

/** A promise in a few words: 半小时内回电, call back (within half an hour). */
export function promiseInWords({ event, strength, time, vague }: Commitment, language: "zh" | "en"): string {
  const what = promisedWords(event)[language];
  const when =
    time === undefined ? WHEN[language][vague === undefined ? "none" : "vague"] : print(time.value, language);
  return `${STRENGTH[language][strength]}${what}${language === "zh" ? `（${when}）` : ` (${when})`}`;
}
