import { type Cursor, Words } from "./cursor.ts";
import { readAmount, readFigure } from "./numerals-zh.ts";
import { convert, exactly, joinRange, sum } from "./units.ts";
import type { Length, Unit } from "./value.ts";

/** Units that may follow 个. What follows some units would make another word: 小时制, 周年, 天气, 年级. */
const MEASURED: readonly (readonly [unit: Unit, word: RegExp])[] = [
  ["working-hour", /工作小时/],
  ["working-day", /工作[日天]/],
  ["day", /自然日|日历日/],
  ["hour", /小时(?!制)|钟头/],
  ["week", /(?:星期|礼拜)(?![日天])/],
];
const ONLY_MEASURED: typeof MEASURED = [
  ["month", /月(?!饼)/],
  ["hour", /钟(?!头)/],
];
const UNMEASURED: typeof MEASURED = [
  ["second", /秒钟?(?![杀懂拍针])|sec(?:ond)?s?(?![a-z0-9])/],
  ["minute", /分钟|min(?:ute)?s?(?![a-z0-9])/],
  ["hour", /h(?:ou)?(?:rs?)?(?![a-z0-9])/],
  ["week", /周(?![年岁末])/],
  ["day", /天(?![气津猫])/],
  ["year", /年(?![级纪龄代度])/],
  ["ring", /声(?![明音称势誉望])(?:铃响|响铃|铃)?/],
  // In short only where a limit follows: 7日 by itself is the seventh, 30分 is marks or money.
  ["day", /日(?=(?:之|以)?[内后])/],
  ["minute", /分(?=(?:之|以)?内|[\d一二三四五六七八九十]{1,3}秒)/],
];
const AFTER_MEASURE = new Words([...MEASURED, ...ONLY_MEASURED]);
const WITHOUT_MEASURE = new Words([...MEASURED, ...UNMEASURED]);

/** The smaller unit that may follow a larger one: 一小时三十分, 一年零三个月. */
const REST: Partial<Record<Unit, readonly [word: RegExp, unit: Unit]>> = {
  year: [/个月/y, "month"],
  week: [/天(?![气津猫])/y, "day"],
  day: [/个?(?:小时|钟头)/y, "hour"],
  hour: [/分钟?/y, "minute"],
  minute: [/秒钟?/y, "second"],
};

const MEASURE = /个/y;
const HALF = /半/y;
const AND_A_HALF = /半(?![价夜路数天年个月载小途])/y;
const MORE = /多(?![少次名家种么久长])/y;
const RANGE_SIGN = / ?(?:到|至|~|-{1,2}) ?/y;

/** Reads how long something is: 30分钟, 三到五个工作日, 半小时到一小时, 一小时三十分, 一年多. */
export function readLength(cursor: Cursor): Length | undefined {
  const first = cursor.attempt(readOne);
  if (first === undefined || first.min !== first.max) return first;
  const second = cursor.attempt(() => (cursor.take(RANGE_SIGN) ? readOne(cursor) : undefined));
  return second === undefined ? first : joinRange(first, second);
}

function readOne(cursor: Cursor): Length | undefined {
  const half = cursor.attempt(readHalf);
  if (half !== undefined) return half;
  const amount = readAmount(cursor);
  if (amount === undefined || amount.max === 0) return undefined;
  const { min, max, approximate, single } = amount;
  if (cursor.take(/刻钟/y)) return { min: min * 15, max: max * 15, unit: "minute", approximate };
  if (single && cursor.take(/分半钟/y)) return exactly(min + 0.5, "minute");
  const measured = cursor.take(MEASURE) !== undefined;
  if (measured && cursor.take(HALF)) {
    const unit = readUnit(cursor, measured);
    return unit && { min: single ? min + 0.5 : min, max: max + 0.5, unit, approximate };
  }
  const open = measured && single && cursor.take(MORE) !== undefined;
  const unit = readUnit(cursor, measured);
  if (unit === undefined) return undefined;
  if (open || (single && cursor.take(MORE))) return { min, max: Number.POSITIVE_INFINITY, unit, approximate };
  if (single && cursor.take(AND_A_HALF)) return exactly(min + 0.5, unit);
  const rest = single ? cursor.attempt(() => readRest(cursor, unit)) : undefined;
  const length = { min, max, unit, approximate };
  return rest === undefined ? length : sum(length, rest);
}

/** 半小时, 半个月, and 半 as the lower end of a range: 半到一小时. */
function readHalf(cursor: Cursor): Length | undefined {
  if (!cursor.take(HALF)) return undefined;
  const measured = cursor.take(MEASURE) !== undefined;
  const unit = readUnit(cursor, measured);
  if (unit !== undefined) return exactly(0.5, unit);
  const upper = cursor.take(RANGE_SIGN) && readOne(cursor);
  return upper && { ...upper, min: 0.5 };
}

function readUnit(cursor: Cursor, measured: boolean): Unit | undefined {
  return (measured ? AFTER_MEASURE : WITHOUT_MEASURE).take(cursor);
}

function readRest(cursor: Cursor, larger: Unit): Length | undefined {
  const [word, unit] = REST[larger] ?? [];
  if (word === undefined || unit === undefined) return undefined;
  cursor.take(/[零又〇]/y);
  const amount = readFigure(cursor);
  if (amount === undefined || !cursor.take(word)) return undefined;
  // 7天24小时 is a habit: the rest of a length is less than one of what it is the rest of.
  if (convert(amount, unit, larger)! >= 1) return undefined;
  const length = exactly(amount, unit);
  const rest = cursor.attempt(() => readRest(cursor, unit));
  return rest === undefined ? length : sum(length, rest);
}
