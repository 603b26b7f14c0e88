import type { Place, Reader, Reading } from "./cursor.ts";
import { readDeadline } from "./deadlines-zh.ts";
import { readDuration } from "./durations-zh.ts";
import { NUMERALS } from "./numerals-zh.ts";

const NUMBER = new RegExp(`[\\d半${NUMERALS}]`);

export const CHINESE: Reader = {
  heads: new RegExp(
    `[\\d半${NUMERALS}]|[今明次隔翌当]|大?后天|同一天|[本这下]|周|星期|礼拜|[月年]|季度?末|凌晨|上午|清[晨早]|[早中下晚]|正午|午后|傍晚|夜里|深夜|收工|打烊|关门|闭店|营业结束|结束营业|在?通话|第二天|t ?\\+`,
    "g",
  ),
  readAt,
};

function readAt(place: Place): Reading | undefined {
  const deadline = readDeadline(place);
  const duration = NUMBER.test(place.text[place.at]!) ? readDuration(place) : undefined;
  if (deadline === undefined || duration === undefined) return deadline ?? duration;
  // 15日内 is a length, though the 15th is a day.
  return deadline.end > duration.end ? deadline : duration;
}
