import type { Place, Reader, Reading } from "./cursor.ts";
import { readDeadline } from "./deadlines-en.ts";
import { readDuration, readNextOne } from "./durations-en.ts";
import { NUMBER_WORDS } from "./numerals-en.ts";

const AMOUNT = `an?|the (?:next )?couple|couple|half|quarter|${NUMBER_WORDS}`;
const LIMIT = "by|no|not|on|at|within|before|prior|ahead|over|around|about|in|for";
const DAY =
  "the|to(?:day|morrow|night)|this|next|same|coming|(?:mon|tues|wednes|thurs|fri|satur|sun)day|first thing|later?|early|some ?time|during|there and|t ?\\+|between|from|noon|midday|midnight|end|eod|eob|cob|close|morning";
const MONTH = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";

export const ENGLISH: Reader = {
  heads: new RegExp(
    `(?<![a-z0-9])(?:\\d[\\d,.]{0,10}½?(?= ?(?:[a-z:+~-]|1/2))|½|(?:${AMOUNT}|${LIMIT}|${DAY})(?![a-z])|(?:${MONTH})[a-z]{0,6}\\.? )`,
    "g",
  ),
  readAt,
};

function readAt(place: Place): Reading | undefined {
  const deadline = readDeadline(place);
  const duration = readDuration(place) ?? readNextOne(place);
  if (deadline === undefined || duration === undefined) return deadline ?? duration;
  return deadline.end >= duration.end ? deadline : duration;
}
