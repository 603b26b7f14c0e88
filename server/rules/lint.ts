import type { Ignore, SyntaxProblem } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { type Silence, silences, silencesIn } from "../model/ignores.ts";
import type { Project } from "../model/project.ts";
import { RULES } from "./index.ts";
import { judgeBySteps } from "./judge-by-steps.ts";
import { demandFindings, obligationsOf } from "./own-obligations.ts";
import { ownFindings } from "./own-words.ts";
import { type AnyRule, type Finding, fill, type RuleContext } from "./rule.ts";
import { syntaxFixes } from "./syntax-fixes.ts";
import { syntaxMessage } from "./syntax-message.ts";
import { SYNTAX_TEXTS } from "./text.ts";

export interface LintResult {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What ignore comments silence, each with the comment, in no particular order. */
  readonly silenced: readonly { readonly finding: Finding; readonly ignore: Ignore }[];
  /** Rules that broke; their findings are missing, those of the others are not. */
  readonly crashes: readonly Crash[];
}

/** What rules found, before anything is silenced. */
export type Judgement = Pick<LintResult, "findings" | "crashes">;

interface Crash {
  readonly ruleId: string;
  readonly error: unknown;
}

export interface LintOptions {
  /** The day on which the script is judged, as 2026-11-22: comments that ignore findings may run out. */
  readonly today: string;
  readonly rules?: readonly AnyRule[];
}

/**
 * Judges one script of a project: its form, what its organisation says, then every rule, without what its ignore
 * comments silence and what its organisation turned off. Pure; a rule that throws is contained and named.
 */
export function lint(project: Project, document: ScriptDocument, { today, rules = RULES }: LintOptions): LintResult {
  if (document.levels.isIgnored) return { findings: [], silenced: [], crashes: [] };
  const holding = silencesIn(document).filter(
    ({ ignore }) => !(ignore.until !== undefined && ignore.until.text < today),
  );
  const usedSilences = new Set<Silence>();
  const findings: Finding[] = [];
  const silenced: { finding: Finding; ignore: Ignore }[] = [];
  const keep = (found: readonly Finding[]) => {
    for (const finding of found) {
      const silence = holding.find((candidate) => silences(candidate, finding.ruleId, finding.span.start));
      // A comment that silences what is not wanted anyway is in use: the rule may be wanted again.
      if (silence !== undefined) usedSilences.add(silence);
      const level = document.levels.of(finding.ruleId);
      if (level === "off") continue;
      const levelled = level === undefined ? finding : { ...finding, severity: level };
      if (silence === undefined) findings.push(levelled);
      else silenced.push({ finding: levelled, ignore: silence.ignore });
    }
  };
  const ruleIds = new Set([...RULE_IDS, ...document.wording.ruleIds, ...obligationsOf(document).map(({ id }) => id)]);
  const context = { project, today, ruleIds, usedSilences };
  const crashes: Crash[] = [];
  const take = (result: Judgement) => {
    keep(result.findings);
    crashes.push(...result.crashes.filter(({ ruleId }) => document.levels.of(ruleId) !== "off"));
  };
  keep(document.errors.map((problem) => syntaxFinding(document, problem)));
  const byStep = rules.filter((rule) => rule.byStep);
  take(
    judgeBySteps(project, document, byStep, (part) =>
      together([contained("own", () => ownFindings(part)), ...byStep.map((rule) => check(rule, part, context))]),
    ),
  );
  take(contained("own", () => demandFindings(project, document)));
  for (const rule of rules) if (!rule.byStep) take(check(rule, document, context));
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : 1));
  return { findings, silenced, crashes };
}

/** What a rule finds in a script, unless it breaks. */
function check(rule: AnyRule, document: ScriptDocument, context: Omit<RuleContext, "document" | "report">): Judgement {
  return contained(rule.id, () => {
    const findings: Finding[] = [];
    rule.check({
      ...context,
      document,
      report: (name, report, params) =>
        findings.push({
          ruleId: rule.id,
          severity: report.severity ?? rule.severity,
          span: { start: report.span.start, end: report.span.end },
          message: fill(rule.messages[name]!, params),
          say: report.say ?? [],
          path: report.path ?? [],
          fixes: report.fixes ?? [],
        }),
    });
    return findings;
  });
}

function contained(ruleId: string, find: () => readonly Finding[]): Judgement {
  try {
    return { findings: find(), crashes: [] };
  } catch (error) {
    return { findings: [], crashes: [{ ruleId, error }] };
  }
}

function together(results: readonly Judgement[]): Judgement {
  return {
    findings: results.flatMap(({ findings }) => findings),
    crashes: results.flatMap(({ crashes }) => crashes),
  };
}

/** The ids of all rules, those about the form of lines among them. */
export const RULE_IDS: ReadonlySet<string> = new Set([
  ...RULES.map(({ id }) => id),
  ...Object.keys(SYNTAX_TEXTS).map((kind) => `syntax/${kind}`),
]);

function syntaxFinding(document: ScriptDocument, problem: SyntaxProblem): Finding {
  return {
    ruleId: `syntax/${problem.kind}`,
    severity: SYNTAX_TEXTS[problem.kind].severity,
    span: problem.span,
    message: syntaxMessage(problem),
    say: [],
    path: [],
    fixes: syntaxFixes(document, problem),
  };
}
