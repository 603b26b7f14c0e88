import type { Place, Reader, Reading } from "./cursor.ts";
import { readDeadline } from "./deadlines-zh.ts";
import { readDuration } from "./durations-zh.ts";
import { NUMERALS } from "./numerals-zh.ts";

const NUMBER = new RegExp(`[\\d半${NUMERALS}]`);
/** A number begins where none goes on, and what follows it may be a unit, the mark of an hour, or a range. */
const BEHIND_NUMBER = "-秒分刻小钟天日周星礼个月年声多余几来半到至或工自号点时:~hms";
const NUMBER_HEAD = `(?<!\\d)\\d[\\d,.]{0,12} ?(?=[${BEHIND_NUMBER}])|(?<![\\d${NUMERALS}])(?:半|[${NUMERALS}]{1,9})(?=[${BEHIND_NUMBER};,])`;
const DAY_HEAD =
  "[今明次隔翌当]|大?后天|同一天|[本这下]|周|星期|礼拜|[月年][底末]|季度?末|凌晨|清[晨早]|上午|[早中下晚]|正午|午后|傍晚|夜[里间]|深夜|收工|打烊|关门|闭店|正式下班|营业结束|结束营业|在?通话|第二天|t ?\\+";

export const CHINESE: Reader = { heads: new RegExp(`${NUMBER_HEAD}|${DAY_HEAD}`, "g"), readAt };

function readAt(place: Place): Reading | undefined {
  const deadline = readDeadline(place);
  const duration = NUMBER.test(place.text[place.at]!) ? readDuration(place) : undefined;
  if (deadline === undefined || duration === undefined) return deadline ?? duration;
  // 15日内 is a length, though the 15th is a day.
  return deadline.end > duration.end ? deadline : duration;
}
