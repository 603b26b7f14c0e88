import type { Span } from "../../grammar/index.ts";
import { print, type TimeValue } from "../model/time.ts";
import type { Edit } from "./rule.ts";

/** Puts a limit's figure in the place of a time that was said, in the words of the sentence around it. */
export function figureInstead(
  text: string,
  { start, end, value: said }: Span & { readonly value: TimeValue },
  granted: TimeValue,
  language: "zh" | "en",
): Edit {
  return { start, end, text: likeBefore(text, start, print(inForm(said, granted), language), language) };
}

/**
 * Puts a limit's figure in the place of vague words: 我们会尽快给您回复 becomes 我们会在半小时内给您回复. An English adverb before
 * its verb goes, and the figure comes at the end of the clause: we'll shortly send it becomes we'll send it within 24 hours.
 * @param words the words that name what is promised
 */
export function figureForVague(
  text: string,
  vague: Span,
  words: Span,
  granted: TimeValue,
  language: "zh" | "en",
): readonly Edit[] | undefined {
  // Words that also hold what is promised cannot go: 有结果就通知您.
  if (vague.start < words.end && words.start < vague.end) return undefined;
  const figure = print(granted, language);
  if (language === "zh") {
    const [before, after] = [text.slice(0, vague.start), text.slice(vague.end)];
    // 会在半小时内给您回电, but 半小时内给您回电 where nothing stands before it.
    const lead = /[会将\u3400-\u9fff]$/.test(before) && !/在$/.test(before) && granted.kind === "duration" ? "在" : "";
    const rest = /^[就地的]/.exec(after)?.[0].length ?? 0;
    return [{ start: vague.start, end: vague.end + rest, text: lead + figure }];
  }
  const isFirst = /(?:^|[.!?\n:]\s*)$/.test(text.slice(0, vague.start));
  if (words.start < vague.start || isFirst)
    return [{ ...vague, text: likeBefore(text, vague.start, figure, language) }];
  const end = vague.end + (/^\s+/.exec(text.slice(vague.end))?.[0].length ?? 0);
  const clauseEnd = words.end + (/[,.!?;\n]|$/.exec(text.slice(words.end))?.index ?? 0);
  return [
    { start: vague.start, end, text: "" },
    { start: clauseEnd, end: clauseEnd, text: ` ${figure}` },
  ];
}

/** The limit as a stretch of the same kind as what was said: takes 5 days becomes takes 24 hours, in two hours within one. */
function inForm(said: TimeValue, granted: TimeValue): TimeValue {
  const anchor = said.anchor && { anchor: said.anchor };
  if (granted.kind === "deadline") return granted;
  const relation = said.kind === "duration" && said.relation === "lasting" ? "lasting" : granted.relation;
  return { ...granted, relation, ...anchor } as TimeValue;
}

/** An English sentence that begins with it begins with a capital. */
function likeBefore(text: string, start: number, figure: string, language: "zh" | "en"): string {
  const first = text[start] ?? "";
  const isCapital = first !== first.toLowerCase();
  return language === "en" && isCapital ? figure[0]!.toUpperCase() + figure.slice(1) : figure;
}
