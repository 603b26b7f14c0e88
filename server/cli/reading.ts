import { keywordKey, lookUp, type ReadingOptions, SPEAKERS } from "../../grammar/index.ts";
import type { Bilingual } from "../rules/rule.ts";
import { wrongValue } from "./usage.ts";

/**
 * What the command line says about how scripts are to be read.
 * @param speakers as typed: `小美=客服`, `Anna=agent`
 * @returns undefined in `options`, and the word that is wrong, when one cannot be understood
 */
export function readingOptions(
  transcript: boolean,
  speakers: readonly string[],
): { readonly options: ReadingOptions } | { readonly wrong: string } {
  const roles = new Map<string, keyof typeof SPEAKERS>();
  for (const pair of speakers) {
    const sign = pair.search(/[=＝]/);
    const name = pair.slice(0, Math.max(0, sign)).trim();
    const role = lookUp(SPEAKERS, pair.slice(sign + 1).trim());
    if (name === "" || role === undefined) return { wrong: pair };
    roles.set(keywordKey(name), role);
  }
  return { options: { transcript, roles } };
}

/** What to say of a `--speaker` that cannot be understood. */
export function wrongSpeaker(pair: string): Bilingual {
  return wrongValue("--speaker", pair, [
    "NAME=客服",
    "NAME=客户",
    "NAME=同事",
    "NAME=agent",
    "NAME=customer",
    "NAME=colleague",
  ]);
}
