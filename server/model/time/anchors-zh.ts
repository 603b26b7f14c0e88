import { behind, type Cursor, type LookBack, type Place } from "./cursor.ts";
import type { Anchor } from "./value.ts";

const LATER = "(?:之后|以后|后)";
const SINCE = "(?:之日)?起(?:计?算)?";
const EVENT = "[\\u4e00-\\u9fffa-z0-9]{1,14}";

/**
 * What stands in front of the number: 饮料上好后;或入座后 · 通知后, 付款以后的, 自购买之日起 · 上门前. The first group is
 * all of it, the second and third are events.
 */
const IN_TEXT = {
  afterEither: behind(new RegExp(`(${EVENT})${LATER}[,;]?或者?(${EVENT}?)${LATER}[,;]?在?`, "d")),
  after: behind(new RegExp(`(${EVENT})(?:${LATER}|${SINCE})的?[,;]?在?`, "d")),
  before: behind(new RegExp(`(${EVENT})(?:之前|以前|前)的?[,;]?`, "d")),
};
/** In a field the event may be told at any length, and everything in front belongs to it. */
const IN_FIELD: typeof IN_TEXT = {
  afterEither: new RegExp(`^([自从在于]?(.+?)${LATER}[,;]?或者?(.+?)${LATER}[,;]?在?)$`, "d"),
  after: new RegExp(`^([自从在于]?(.+?)(?:${LATER}|${SINCE})的?[,;]?在?)$`, "d"),
  before: /^([在于]?(.+?)(?:之前|以前|前)的?[,;]?)$/d,
};
const DAY_IN_FIELD = /^((.+?)的?)$/d;
const OR_AFTER_IN_TEXT = new RegExp(`[,;]?或者?在?(${EVENT}?)${LATER}(?=$|[.,;!?])`, "dy");
const OR_AFTER_IN_FIELD = new RegExp(`[,;]?或者?在?(.+?)${LATER}$`, "dy");

/** In running text the event begins behind the last of these: 我们会在|收到退货|后. */
const LEAD =
  /^(?:.*(?:我们|咱们|我|[您你](?!的)|他们|(?<![开社机晚])会(?!员)|将(?!军)|(?<![申邀聘])请(?!求)|(?<![需主重])要(?!求)|需要?(?!求)|可以?|(?<![功性])能|通常|一般|预计|最迟|稍后|随后|按照?(?:规则|规定|流程|标准)|(?<![现正存实所])在(?![线途家岗])|[并且和也]))?(?:[在于自从](?!线))?/;
/** With 后 these name no event: 然后, 最后, 售后, 今后, 3天后. */
const NO_EVENT = /^[在于自从的]?$|[然最今背稍随此往落午]$|(?<![出预])售$|^[日事先前善]$|\d$|[天周月年时钟]$/;
/** What is still to come, so that 前 leads up to it; 前 behind any other word counts back from today. */
const TO_COME =
  /(?:上门|到达|到店|到场|送达|送货|配送|派送|到期|期满|截止|出发|登机|起飞|入住|开始|预约|安装|用餐|开会|施工|停机|停电|续费|扣款|还款)(?:时间|日)?$/;

/** Reads the event in front of a duration. Toward an event to come only a plain length counts: 上门前30分钟. */
export function anchorBefore(back: LookBack, place: Place, lasting: boolean): Anchor | undefined {
  const either = eventsBefore(back, place, "afterEither");
  if (either !== undefined) return { side: "after", event: either[0]!, otherwise: either[1]! };
  const after = eventsBefore(back, place, "after");
  if (after !== undefined) return { side: "after", event: after[0]! };
  const before = lasting ? eventsBefore(back, place, "before") : undefined;
  return before && { side: "before", event: before[0]! };
}

/** Reads the event whose day is meant, in front of 当天 or 次日: 付款后, and in a field also 付款 alone. */
export function anchorOfDay(back: LookBack, place: Place): Anchor | undefined {
  const anchor = anchorBefore(back, place, false);
  if (anchor !== undefined || !place.whole) return anchor;
  const match = DAY_IN_FIELD.exec(place.text.slice(0, back.at));
  if (match === null) return undefined;
  back.at = 0;
  return { side: "after", event: place.source(...match.indices![2]!) };
}

/** The words of the events in front; undefined when there are none, or one of them is none. */
function eventsBefore(back: LookBack, place: Place, form: keyof typeof IN_TEXT): string[] | undefined {
  const { text, whole, floor, source } = place;
  const from = back.at;
  if (whole) {
    const match = IN_FIELD[form].exec(text.slice(0, from));
    if (match !== null) back.at = 0;
    return match?.indices?.slice(2).map((span) => source(span![0], span![1]));
  }
  const match = back.take(IN_TEXT[form]);
  if (match === undefined) return undefined;
  const spans = match.indices!.slice(2).map((span) => {
    const [said, end] = span!;
    const start = Math.max(said, floor);
    return [start + LEAD.exec(text.slice(start, end))![0].length, end] as const;
  });
  const events = spans.map(([start, end]) => text.slice(start, end));
  const real = form === "before" ? TO_COME.test(events[0]!) : !events.some((event) => NO_EVENT.test(event));
  back.at = real ? spans[0]![0] : from;
  return real ? spans.map((span) => source(...span)) : undefined;
}

/** Reads the event that counts where the first does not occur, behind the duration: 4分钟内,或入座后. */
export function otherEvent(cursor: Cursor, { whole, source }: Place): string | undefined {
  const match = cursor.take(whole ? OR_AFTER_IN_FIELD : OR_AFTER_IN_TEXT);
  return match && source(...match.indices![1]!);
}
