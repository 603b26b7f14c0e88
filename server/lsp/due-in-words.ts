import type { TimelineRow } from "../model/timeline-rows.ts";
import type { Bilingual } from "../rules/rule.ts";

/** By when something is due and who says so, in a line: 约定回复 · 挂机后半小时内（投诉问题应答）. */
export function dueInWords({ due, event, limit, step, said, verdict, isPartial }: TimelineRow, language: "zh" | "en") {
  const words = WORDS[language];
  const source = limit === undefined ? [] : [limit.standard?.names[language][0] ?? words.own];
  const notes = [
    ...source,
    ...(step === undefined ? [] : [step]),
    ...(said === undefined ? [] : [words.says(said)]),
    ...(isPartial ? [words.partial] : []),
  ];
  return {
    short: `${sign(verdict)}${due}`,
    full: `${sign(verdict)}**${event}** ${due}${notes.length === 0 ? "" : words.notes(notes)}`,
  };
}

/** What a row's verdict is, in a word; the reason is told by the finding. */
export const VERDICTS: Readonly<Record<NonNullable<TimelineRow["verdict"]>, Bilingual>> = {
  within: { zh: "在时限之内。", en: "Within the limit." },
  longer: { zh: "超过了时限。", en: "Longer than the limit." },
  unknown: { zh: "和时限没法直接比。", en: "Not to be compared with the limit." },
};

function sign(verdict: TimelineRow["verdict"]): string {
  return verdict === "longer" ? "⚠ " : verdict === "within" ? "✓ " : "";
}

const WORDS = {
  zh: {
    own: "话术的时限",
    says: (time: string) => `话术写的是${time}`,
    partial: "有的路上",
    notes: (all: readonly string[]) => `（${all.join("；")}）`,
  },
  en: {
    own: "the script's limit",
    says: (time: string) => `the script says ${time}`,
    partial: "on some ways",
    notes: (all: readonly string[]) => ` (${all.join("; ")})`,
  },
} as const;
