import type { Cursor, LookBack, Place } from "./cursor.ts";
import type { Anchor } from "./value.ts";

const LATER = "(?:之后|以后|后)";
const SINCE = "(?:之日)?起(?:计?算)?";
const EVENT = "[\\u4e00-\\u9fffa-z0-9]{1,14}";

/** What stands in front of the number: 饮料上好后;或入座后 · 通知后, 付款以后的, 自购买之日起 · 上门前. */
const IN_TEXT = {
  afterEither: new RegExp(`(${EVENT}?)${LATER}[,;]?或者?(${EVENT}?)${LATER}[,;]?在?$`, "d"),
  after: new RegExp(`(${EVENT}?)(?:${LATER}|${SINCE})的?[,;]?在?$`, "d"),
  before: new RegExp(`(${EVENT}?)(?:之前|以前|前)的?[,;]?$`, "d"),
};
/** In a field the event may be told at any length, and everything in front belongs to it. */
const IN_FIELD: typeof IN_TEXT = {
  afterEither: new RegExp(`^[自从在于]?(.+?)${LATER}[,;]?或者?(.+?)${LATER}[,;]?在?$`, "d"),
  after: new RegExp(`^[自从在于]?(.+?)(?:${LATER}|${SINCE})的?[,;]?在?$`, "d"),
  before: /^[在于]?(.+?)(?:之前|以前|前)的?[,;]?$/d,
};
const OR_AFTER_IN_TEXT = new RegExp(`[,;]?或者?在?(${EVENT}?)${LATER}(?=$|[.,;!?])`, "dy");
const OR_AFTER_IN_FIELD = new RegExp(`[,;]?或者?在?(.+?)${LATER}$`, "dy");

/** In running text the event begins behind the last of these: 我们会在|收到退货|后. */
const LEAD =
  /^(?:.*(?:我们|咱们|我|[您你](?!的)|他们|(?<![开社机晚])会(?!员)|将(?!军)|(?<![申邀聘])请(?!求)|(?<![需主重])要(?!求)|需要?(?!求)|可以?|(?<![功性])能|通常|一般|预计|最迟|(?<![现正存实所])在(?![线途家岗])|[并且和也]))?(?:[在于自从](?!线))?/;
/** With 后 these name no event: 然后, 最后, 售后, 今后, 3天后. */
const NO_EVENT = /^[在于自从的]?$|[然最今背稍随此往落午]$|(?<![出预])售$|^[日事先前善]$|\d$|[天周月年时钟]$/;
/** What is still to come, so that 前 leads up to it; 前 behind any other word counts back from today. */
const TO_COME =
  /(?:上门|到达|到店|到场|送达|送货|配送|派送|到期|期满|截止|出发|登机|起飞|入住|开始|预约|安装|用餐|开会|施工|停机|停电|续费|扣款|还款)(?:时间|日)?$/;

/** Reads the event in front of a duration. Toward an event to come only a plain length counts: 上门前30分钟. */
export function anchorBefore(back: LookBack, place: Place, lasting: boolean): Anchor | undefined {
  const patterns = place.whole ? IN_FIELD : IN_TEXT;
  const from = back.at;
  const event = (match: RegExpExecArray, group: number): string | undefined => {
    let [start, end] = back.span(match, group);
    if (!place.whole) {
      start += LEAD.exec(place.text.slice(start, end))?.[0].length ?? 0;
      if (NO_EVENT.test(place.text.slice(start, end))) return undefined;
      if (group === 1) back.at = start;
    }
    return place.source(start, end);
  };
  const either = back.take(patterns.afterEither);
  if (either !== undefined) {
    const otherwise = event(either, 2);
    const first = event(either, 1);
    if (first !== undefined && otherwise !== undefined) return { side: "after", event: first, otherwise };
    back.at = from;
  }
  const after = back.take(patterns.after);
  if (after !== undefined) {
    const only = event(after, 1);
    if (only !== undefined) return { side: "after", event: only };
    back.at = from;
  }
  const before = lasting ? back.take(patterns.before) : undefined;
  if (before !== undefined) {
    const [start, end] = back.span(before, 1);
    const only = place.whole || TO_COME.test(place.text.slice(start, end)) ? event(before, 1) : undefined;
    if (only !== undefined) return { side: "before", event: only };
    back.at = from;
  }
  return undefined;
}

/** Reads the event whose day is meant, in front of 当天 or 次日: 付款后, and in a field also 付款 alone. */
export function anchorOfDay(back: LookBack, place: Place): Anchor | undefined {
  const anchor = anchorBefore(back, place, false);
  if (anchor !== undefined || !place.whole) return anchor;
  const match = back.take(/^(.+?)的?$/d);
  return match && { side: "after", event: place.source(...back.span(match, 1)) };
}

/** Reads the event that counts where the first does not occur, behind the duration: 4分钟内,或入座后. */
export function otherEvent(cursor: Cursor, { whole, source }: Place): string | undefined {
  const match = cursor.take(whole ? OR_AFTER_IN_FIELD : OR_AFTER_IN_TEXT);
  return match && source(...match.indices![1]!);
}
