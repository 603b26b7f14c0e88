/**
 * How many characters, or English words, an agent speaks in a minute: a common rate on the phone, at which an older
 * customer follows too.
 */
export const SPEAKING_RATE = { zh: 240, en: 150 } as const;

/** How long a speaker halts at `……` or `[停顿]`, in seconds. */
export const PAUSE_SECONDS = 1;

/**
 * How many seconds it takes to say a text, at the speaking rate. A Chinese character counts as one, and so does an
 * English word; a digit is read out by itself, and a placeholder stands for two, as a short name has.
 */
export function spokenSeconds(text: string, language: "zh" | "en"): number {
  const rest = text.replace(PAUSES, " ");
  const pauses = text.match(PAUSES)?.length ?? 0;
  let characters = 0;
  let words = 0;
  for (const [unit] of rest.matchAll(UNITS)) {
    const count = /^[{｛]/.test(unit) ? 2 : 1;
    const isWord = /^[a-z]/i.test(unit) || (language === "en" && !HAN.test(unit));
    if (isWord) words += count;
    else characters += count;
  }
  return (characters * 60) / SPEAKING_RATE.zh + (words * 60) / SPEAKING_RATE.en + pauses * PAUSE_SECONDS;
}

/** Where the agent halts: an ellipsis, or a pause in brackets. */
export const PAUSES = /…+|\.{3,}|。{2,}|[[【](停顿|停頓|pause)[^\]】]*[\]】]/gi;

const HAN = /[\u3400-\u9fff]/;
/** A placeholder, a Chinese character, a digit, or a word. */
const UNITS = /[{｛][^{}｛｝]*[}｝]|[\u3400-\u9fff]|[0-9０-９]|[a-z]+(?:['’-][a-z]+)*/gi;
