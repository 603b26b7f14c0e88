import type { Cursor } from "./cursor.ts";

/** Characters of which Chinese numerals are made. */
export const NUMERALS = "〇零一二两三四五六七八九十百千廿";

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const FIGURE = /(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,6})(?:\.\d{1,2})?(?![\d.]\d|\d)/y;
const NUMERAL = new RegExp(`[${NUMERALS}]{1,9}`, "y");
const PAIR = /(十|[二三四五六七八九]十)?(一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)([十百])?/y;
const SIGN = / ?(?:到|至|~|-{1,2}|或者?) ?/y;
const LIST_MARK = /[;,]/y;

/** An amount without its unit. */
export interface Amount {
  readonly min: number;
  readonly max: number;
  readonly approximate: boolean;
  /** It is one figure, so that 半, 多 or a smaller unit may follow. */
  readonly single: boolean;
}

/** Reads one figure, 1,200 or 3.5, or one numeral up to 9999: 一百二十, 两千五. */
export function readFigure(cursor: Cursor): number | undefined {
  return cursor.attempt(() => {
    const figure = cursor.take(FIGURE);
    if (figure !== undefined) return Number(figure[0].replaceAll(",", ""));
    const numeral = cursor.take(NUMERAL);
    return numeral && worth(numeral[0]);
  });
}

/** Reads how many: 30, 三到五, 3-5, 两三, 三十多, 十来, 一;两 (written 一、两). */
export function readAmount(cursor: Cursor): Amount | undefined {
  return cursor.attempt(() => {
    const pair = readPair(cursor);
    if (pair !== undefined) return pair;
    const min = readFigure(cursor);
    if (min === undefined) return undefined;
    if (min >= 10 && min % 10 === 0) {
      if (cursor.take(/来/y)) return { min, max: min, approximate: true, single: false };
      if (cursor.take(/几/y)) return { min, max: Number.POSITIVE_INFINITY, approximate: false, single: false };
    }
    if (cursor.take(/[多余]/y)) return { min, max: Number.POSITIVE_INFINITY, approximate: false, single: false };
    const max = cursor.attempt(() => (cursor.take(SIGN) ? readFigure(cursor) : undefined));
    if (max !== undefined && max < min) return undefined;
    return { min, max: max ?? min, approximate: false, single: max === undefined };
  });
}

/** Reads two neighbouring digits that make a range: 两三, 二三十, 十二三, and 一、两. */
function readPair(cursor: Cursor): Amount | undefined {
  return cursor.attempt(() => {
    const match = cursor.take(PAIR);
    if (match === undefined) return readListedPair(cursor);
    const [, tens, pair, power] = match;
    if ((tens !== undefined && power !== undefined) || cursor.sees(NUMERAL)) return undefined;
    const [low, high] = [DIGITS[pair![0]!]!, DIGITS[pair![1]!]!];
    const base = tens === undefined ? 0 : worth(tens)!;
    const scale = power === undefined ? 1 : POWERS[power]!;
    return { min: base + low * scale, max: base + high * scale, approximate: false, single: false };
  });
}

function readListedPair(cursor: Cursor): Amount | undefined {
  const low = DIGITS[cursor.text[cursor.at] ?? ""];
  // At the start of a sentence the first of the two is the number of a list entry.
  if (low === undefined || low === 0 || !/[\u4e00-\u9fff]/.test(cursor.text[cursor.at - 1] ?? "")) return undefined;
  cursor.at++;
  if (!cursor.take(LIST_MARK)) return undefined;
  const high = DIGITS[cursor.text[cursor.at++] ?? ""];
  if (high !== low + 1 || cursor.sees(NUMERAL)) return undefined;
  return { min: low, max: high, approximate: false, single: false };
}

/** What a numeral is worth; undefined when its characters make none, as in 一二三. */
function worth(numeral: string): number | undefined {
  let total = 0;
  let digit: number | undefined;
  let lastPower = 10_000;
  let afterZero = false;
  for (const char of numeral.replaceAll("廿", "二十")) {
    const power = POWERS[char];
    const value = DIGITS[char];
    if (power !== undefined) {
      if (power >= lastPower || digit === 0 || (digit === undefined && power > 10)) return undefined;
      total += (digit ?? 1) * power;
      [digit, lastPower, afterZero] = [undefined, power, false];
    } else if (value === 0 && total > 0) {
      if (digit !== undefined || afterZero) return undefined;
      afterZero = true;
    } else {
      if (digit !== undefined) return undefined;
      digit = value!;
    }
  }
  if (digit === undefined) return afterZero ? undefined : total;
  // 一百二 is 120 and 两千五 is 2500, but 一百零二 is 102.
  return total + digit * (lastPower >= 100 && lastPower < 10_000 && !afterZero ? lastPower / 10 : 1);
}
