import { Project } from "../model/project.ts";
import { readUtterance } from "../model/utterance.ts";
import type { Wording } from "../model/wording.ts";
import { type LintResult, lint } from "../rules/lint.ts";
import type { AnyRule, Finding } from "../rules/rule.ts";
import type { Utterance } from "./labelled-table.ts";

/**
 * How an utterance fared. At fault: `found` by a rule of its category, by `another-rule` only, or `missed`. Polite:
 * `clean`, or a `false-alarm`.
 */
export type Outcome = "found" | "another-rule" | "missed" | "clean" | "false-alarm";

export interface Verdict {
  readonly utterance: Utterance;
  readonly outcome: Outcome;
  /** Their spans are in the utterance. */
  readonly findings: readonly Finding[];
}

/** Whether a finding on a polite utterance is a false alarm; information only points something out. */
export function isAlarm({ severity }: Finding): boolean {
  return severity !== "information";
}

/** Judges an utterance as the only turn of a call, by rules that judge the wording of a turn and by the organisation's own. */
export function judge(
  utterance: Utterance,
  rules: readonly AnyRule[],
  today: string,
  wording: Wording,
): { readonly verdict: Verdict; readonly crashes: LintResult["crashes"] } {
  const document = readUtterance(utterance.text, utterance.speaker, wording);
  const { findings, crashes } = lint(new Project(), document, { today, rules });
  return { verdict: { utterance, outcome: outcomeOf(utterance, findings), findings }, crashes };
}

function outcomeOf({ category: { expects } }: Utterance, findings: readonly Finding[]): Outcome {
  if (expects.kind !== "found") return findings.some(isAlarm) ? "false-alarm" : "clean";
  if (findings.some(({ ruleId }) => expects.rules.has(ruleId))) return "found";
  return findings.length > 0 ? "another-rule" : "missed";
}
