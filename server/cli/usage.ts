import type { Bilingual } from "../rules/rule.ts";

/*
 * What is said of a command line that means nothing: which word is wrong, and what may stand in its place.
 */

/** An option has a value that it does not know. */
export function wrongValue(option: string, value: string, known: readonly string[]): Bilingual {
  const words = known.join(" | ");
  return {
    zh: `${option} 不认得“${value}”，可以写：${words}`,
    en: `${option} does not know “${value}”. It can be: ${words}`,
  };
}

/** A command lacks something, or has too much; it is shown how it is written. */
export function writtenAs(form: Bilingual): Bilingual {
  return { zh: `写法：service-script ${form.zh}`, en: `It is written: service-script ${form.en}` };
}

/** Two options contradict one another. */
export function notTogether(one: string, other: string): Bilingual {
  return { zh: `${one} 和 ${other} 不能一起用。`, en: `${one} and ${other} do not go together.` };
}

/** An option means nothing without another. */
export function onlyWith(one: string, other: string): Bilingual {
  return { zh: `${one} 要和 ${other} 一起用。`, en: `${one} goes with ${other} only.` };
}
