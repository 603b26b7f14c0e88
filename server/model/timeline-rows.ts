import type { Due } from "./limit-anchors.ts";
import { type LimitInForce, limitInWords } from "./limits.ts";
import { convert } from "./time/units.ts";
import { print, type TimeValue } from "./time.ts";
import type { Timeline, TimelineEntry } from "./timeline.ts";

/** A line of a timeline as people read it: by when one thing is due, by one limit. */
export interface TimelineRow {
  /** Absent where the script does not write it. */
  readonly entry?: TimelineEntry;
  /** By when, and from what: 挂机后半小时内. */
  readonly due: string;
  /** What has to happen. */
  readonly event: string;
  /** Absent where only the script gives it a time. */
  readonly limit?: LimitInForce;
  /** The limit in its own words, where it counts from a later event than `due`: 通知后20分钟内. */
  readonly step?: string;
  /** The time that the script gives, where that is another one than the limit's, and how it stands to it. */
  readonly said?: string;
  readonly verdict?: "within" | "longer" | "unknown";
  /** Whether only some calls count it so. */
  readonly isPartial: boolean;
}

/**
 * The rows of a timeline: what counts from the ringing, what happens in the call, in the order of the script, and then
 * what is due after the call, the earliest first.
 */
export function timelineRows({ entries, unmet }: Timeline, language: "zh" | "en"): readonly TimelineRow[] {
  const ranked = entries.flatMap((entry) => rankedRows(entry, language));
  ranked.sort((a, b) => a.rank - b.rank || a.after - b.after || a.at - b.at);
  return [...ranked.map(({ row }) => row), ...unmet.map((limit) => unmetRow(limit, language))];
}

/** The rows about one entry, in the order of its limits. */
export function rowsOf(entry: TimelineEntry, language: "zh" | "en"): readonly TimelineRow[] {
  return rankedRows(entry, language).map(({ row }) => row);
}

interface RankedRow {
  readonly row: TimelineRow;
  readonly rank: number;
  /** Seconds behind that from which it counts; 0 in the call, where the order of the script holds. */
  readonly after: number;
  readonly at: number;
}

const RINGING = 0;
const IN_CALL = 1;
const AFTER_CALL = 2;

function rankedRows(entry: TimelineEntry, language: "zh" | "en"): RankedRow[] {
  if (entry.due.length > 0) return entry.due.map((due) => dueRow(entry, due, language));
  const { said, words, start } = entry;
  const row = { entry, due: print(said!.value, language), event: words[language], isPartial: false };
  return [{ row, rank: IN_CALL, after: 0, at: start }];
}

function dueRow(entry: TimelineEntry, due: Due, language: "zh" | "en"): RankedRow {
  const { limit, total, on } = due;
  const counted = total ?? due;
  const rank = counted.anchor?.id === "ring" ? RINGING : counted.anchor?.id === "hang-up" ? AFTER_CALL : IN_CALL;
  const row: TimelineRow = {
    entry,
    due: inWords(counted, language),
    event: limit.event.words[language][0],
    limit,
    ...(total && { step: inWords(due, language) }),
    ...(entry.said && saidIn(entry, due, language)),
    isPartial: on === "some",
  };
  return { row, rank, after: rank === AFTER_CALL ? seconds(counted.value) : 0, at: entry.start };
}

/** What the script says of the time, unless it is what the limit says. */
function saidIn({ said, judgement }: TimelineEntry, { limit, value, total }: Due, language: "zh" | "en") {
  const { anchor: _, ...free } = said!.value;
  const words = print(said!.value, language);
  const isSame = [value, total?.value].some(
    (known) => known !== undefined && print(known, language) === print(free, language),
  );
  return {
    ...(!isSame && { said: words }),
    ...(judgement?.limit === limit && { verdict: judgement.verdict }),
  };
}

function unmetRow(limit: LimitInForce, language: "zh" | "en"): TimelineRow {
  return { due: limit.words[language], event: limit.event.words[language][0], limit, isPartial: false };
}

function inWords({ value, anchor }: Pick<Due, "value" | "anchor">, language: "zh" | "en"): string {
  return limitInWords({ value, ...(anchor && { anchor }) })[language];
}

function seconds(value: TimeValue): number {
  return value.kind === "duration" ? (convert(value.max, value.unit, "second") ?? 0) : 0;
}
