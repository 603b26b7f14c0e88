import type { AnyRule } from "../rules/rule.ts";
import { isAlarm, type Verdict } from "./judge.ts";

/** How the utterances of a category that rules should find fared; all figures count utterances. */
export interface FaultFigures {
  readonly category: string;
  readonly lines: number;
  /** Found by a rule of the category. */
  readonly found: number;
  /** Found by any rule, those of the category among them. */
  readonly foundByAny: number;
}

/** How the utterances of a category in which rules should find nothing fared. */
export interface CleanFigures {
  readonly category: string;
  readonly lines: number;
  readonly falseAlarms: number;
  /** Where a rule points something out as information. */
  readonly information: number;
}

/** In how many utterances a rule reported something. */
export interface RuleFigures {
  readonly rule: string;
  /** Of categories that ask for this rule. */
  readonly hits: number;
  /** Of categories that ask for other rules only: neither right nor wrong. */
  readonly elsewhere: number;
  readonly falseAlarms: number;
  /** Polite ones in which it points something out as information. */
  readonly information: number;
  /** In percent, of the hits and false alarms that are more than information; undefined where there are none. */
  readonly precision: number | undefined;
}

export interface Figures {
  /** In the order in which the lists first name them. */
  readonly faults: readonly FaultFigures[];
  readonly clean: readonly CleanFigures[];
  /** The rules that reported something, in their own order. */
  readonly rules: readonly RuleFigures[];
  readonly allFaults: Omit<FaultFigures, "category">;
  readonly allClean: Omit<CleanFigures, "category">;
}

/** Counts how the rules did. */
export function figuresOf(verdicts: readonly Verdict[], rules: readonly AnyRule[]): Figures {
  const [faults, clean] = [verdicts.filter(isAtFault), verdicts.filter((verdict) => !isAtFault(verdict))];
  return {
    faults: byCategory(faults).map(([category, some]) => ({ category, ...faultFigures(some) })),
    clean: byCategory(clean).map(([category, some]) => ({ category, ...cleanFigures(some) })),
    rules: rules
      .filter(({ id }) => verdicts.some((verdict) => reports(verdict, id)))
      .map(({ id }) => ruleFigures(id, faults, clean)),
    allFaults: faultFigures(faults),
    allClean: cleanFigures(clean),
  };
}

/** A share in percent with one decimal, rounded so that it never looks better than it is; undefined of nothing. */
export function percent(part: number, whole: number, better: "high" | "low"): number | undefined {
  if (whole === 0) return undefined;
  return (better === "high" ? Math.floor : Math.ceil)((part * 1000) / whole) / 10;
}

function isAtFault({ utterance }: Verdict): boolean {
  return utterance.category.expects.kind === "found";
}

function reports({ findings }: Verdict, rule: string): boolean {
  return findings.some(({ ruleId }) => ruleId === rule);
}

/** Whether an utterance has a finding, of this rule if one is named, that would be a false alarm if it were polite. */
function alarms({ findings }: Verdict, rule?: string): boolean {
  return findings.some((finding) => isAlarm(finding) && (rule === undefined || finding.ruleId === rule));
}

/** Whether an utterance has a finding, of this rule if one is named, that only points something out. */
function informs({ findings }: Verdict, rule?: string): boolean {
  return findings.some((finding) => !isAlarm(finding) && (rule === undefined || finding.ruleId === rule));
}

function byCategory(verdicts: readonly Verdict[]): [string, Verdict[]][] {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { name } = verdict.utterance.category;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [verdict]);
    else group.push(verdict);
  }
  return [...groups];
}

function faultFigures(verdicts: readonly Verdict[]): Omit<FaultFigures, "category"> {
  return {
    lines: verdicts.length,
    found: count(verdicts, ({ outcome }) => outcome === "found"),
    foundByAny: count(verdicts, ({ outcome }) => outcome !== "missed"),
  };
}

function cleanFigures(verdicts: readonly Verdict[]): Omit<CleanFigures, "category"> {
  return {
    lines: verdicts.length,
    falseAlarms: count(verdicts, (verdict) => alarms(verdict)),
    information: count(verdicts, (verdict) => informs(verdict)),
  };
}

function ruleFigures(rule: string, faults: readonly Verdict[], clean: readonly Verdict[]): RuleFigures {
  const reported = faults.filter((verdict) => reports(verdict, rule));
  const hits = reported.filter(({ utterance: { category } }) => asksFor(category.expects, rule));
  const falseAlarms = count(clean, (verdict) => alarms(verdict, rule));
  const alarmingHits = count(hits, (verdict) => alarms(verdict, rule));
  return {
    rule,
    hits: hits.length,
    elsewhere: reported.length - hits.length,
    falseAlarms,
    information: count(clean, (verdict) => informs(verdict, rule)),
    precision: percent(alarmingHits, alarmingHits + falseAlarms, "high"),
  };
}

function asksFor(expects: Verdict["utterance"]["category"]["expects"], rule: string): boolean {
  return expects.kind === "found" && expects.rules.has(rule);
}

function count(verdicts: readonly Verdict[], test: (verdict: Verdict) => boolean): number {
  return verdicts.filter(test).length;
}
