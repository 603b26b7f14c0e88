import { anchorBefore, otherEvent } from "./anchors-zh.ts";
import { behind, Cursor, LookBack, type Place, type Reading } from "./cursor.ts";
import { readLength } from "./lengths-zh.ts";
import { isNoTimeToCome, isProperty, isRestOfNumber } from "./lookalikes-zh.ts";
import { readFigure } from "./numerals-zh.ts";
import { INSIDE, LATER } from "./suffixes-zh.ts";
import type { Duration } from "./value.ts";

const ROUGHLY = /左右|上下/y;
const AT_LEAST = /以上/y;
/** The upper end behind a lower one: 两声后、3声内. */
const AND_WITHIN = /[,;]?(?=[\d一二两三四五六七八九十]{1,2}声[之以]?内)/y;

const SAID_ROUGHLY = behind(
  /(?:大约|大概|差不多|将近|接近|(?<![预节合契签违条邀相失大])约)(?:需要|[需要等花在是用])?[您你]?/,
);
const SAID_AT_MOST = behind(
  /(?:不会?超过|不多于|不大于|最多|最长|最大|至多|顶多|不晚于|不迟于|最迟|最晚|少于|小于|不到|<=?|≤)/,
);
const SAID_AT_LEAST = behind(/(?:至少|最少|起码|不少于|不低于|超过|超出|多于|大于|>=?|≥)/);
const SAID_AFTER = behind(/(?<![通经不超])再?过/);
const RINGING = behind(/(?:电话)?(?:铃声?响起?后?|响铃|(?<![音影反回])响)/);

/** Reads a duration whose number stands at the place, with the words in front and behind that belong to it. */
export function readDuration(place: Place): Reading | undefined {
  const cursor = new Cursor(place.text, place.at);
  const back = new LookBack(place);
  const length = readLength(cursor);
  if (length === undefined) return undefined;
  const words = place.text.slice(place.at, cursor.at);
  const lookalike = () => ({ start: place.at, end: cursor.at });
  // 2027年 is a year of the calendar.
  if (isRestOfNumber(back, words[0]!) || (length.unit === "year" && length.min >= 1000)) return lookalike();

  let { max, approximate } = length;
  let relation: Duration["relation"] = "lasting";
  let least = false;
  const roughly = () => cursor.take(ROUGHLY) !== undefined;
  approximate = roughly() || approximate;
  if (cursor.take(AT_LEAST)) max = Number.POSITIVE_INFINITY;
  else if (cursor.take(INSIDE)) relation = "within";
  else if (cursor.take(LATER)) relation = "after";
  approximate = roughly() || approximate;

  if (length.unit === "ring") {
    const upper = relation === "after" && cursor.take(AND_WITHIN) ? readFigure(cursor) : undefined;
    if (upper !== undefined && upper >= max && cursor.take(/声/y) && cursor.take(INSIDE))
      [max, relation] = [upper, "within"];
    if (!back.take(RINGING) && !words.includes("铃") && relation !== "within" && !place.whole) return undefined;
  }
  const saidRoughly = () => back.take(SAID_ROUGHLY) !== undefined;
  approximate = saidRoughly() || approximate;
  if (back.take(SAID_AT_MOST)) relation = "within";
  else if (back.take(SAID_AT_LEAST)) [max, least] = [Number.POSITIVE_INFINITY, true];
  else if (relation === "lasting" && !words.startsWith("两天") && back.take(SAID_AFTER)) relation = "after";
  approximate = saidRoughly() || approximate;

  const lasting = relation === "lasting";
  let anchor = relation === "after" ? undefined : anchorBefore(back, place, lasting);
  if (anchor === undefined && !place.whole) {
    const plain = lasting && !approximate && !least;
    if (isNoTimeToCome(back, cursor, words, plain) || isProperty(cursor, lasting)) return lookalike();
  }
  if (anchor?.side === "after" && anchor.otherwise === undefined) {
    const otherwise = otherEvent(cursor, place);
    if (otherwise !== undefined) anchor = { ...anchor, otherwise };
  }
  const value: Duration = { kind: "duration", relation, ...length, max, approximate, ...(anchor && { anchor }) };
  return { start: back.at, end: cursor.at, value };
}
