import type { Cursor } from "./cursor.ts";

const SMALL = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" "),
  ..."sixteen seventeen eighteen nineteen".split(" "),
];
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The words of which English numbers are made, for patterns. */
export const NUMBER_WORDS = [...SMALL, ...TENS].join("|");

const FIGURE = /(\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(\.\d{1,2})?(½| 1\/2(?!\d))?(?![.,]?\d)/y;
const HALF_SIGN = /½/y;
const WORD = new RegExp(`(${NUMBER_WORDS}|hundred|thousand)(?![a-z0-9])`, "y");
const JOIN = / and |[ -]/y;
/** Nine thousand nine hundred and ninety-nine has no more. */
const MOST_WORDS = 6;
const HUNDRED = /(?:a|an) (?=hundred|thousand)/y;

/** Reads one number: 30, 1,200, 1½, forty-eight, a hundred and twenty. */
export function readNumber(cursor: Cursor): number | undefined {
  return cursor.attempt(() => {
    if (cursor.take(HALF_SIGN)) return 0.5;
    const figure = cursor.take(FIGURE);
    if (figure === undefined) return readWords(cursor);
    const [, whole, fraction = "", half] = figure;
    return Number(whole!.replaceAll(",", "") + fraction) + (half === undefined ? 0 : 0.5);
  });
}

function readWords(cursor: Cursor): number | undefined {
  const hundred = cursor.take(HUNDRED) !== undefined;
  let total = 0;
  let group = hundred ? 1 : 0;
  let last: string | undefined;
  for (let words = 0; words < MOST_WORDS; words++) {
    const word = cursor.attempt(() => {
      const joined = last === undefined || cursor.take(JOIN) !== undefined;
      const next = joined ? cursor.take(WORD)?.[1] : undefined;
      return next !== undefined && follows(last, next) ? next : undefined;
    });
    if (word === undefined) break;
    if (word === "hundred") group *= 100;
    else if (word === "thousand") [total, group] = [group * 1000, 0];
    else group += worth(word);
    last = word;
  }
  return last === undefined ? undefined : total + group;
}

/** Whether one word goes on with the number of another: forty eight, but not eight ten. */
function follows(last: string | undefined, next: string): boolean {
  if (last === undefined || last === "thousand") return next !== "thousand";
  if (next === "hundred") return SMALL.includes(last);
  if (next === "thousand") return true;
  return last === "hundred" || (TENS.includes(last) && SMALL.indexOf(next) >= 1 && SMALL.indexOf(next) <= 9);
}

function worth(word: string): number {
  return SMALL.includes(word) ? SMALL.indexOf(word) : (TENS.indexOf(word) + 2) * 10;
}
