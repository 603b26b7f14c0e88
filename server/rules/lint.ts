import type { ScriptDocument } from "../model/document.ts";
import type { Project } from "../model/project.ts";
import { RULES } from "./index.ts";
import { type AnyRule, type Finding, fill } from "./rule.ts";
import { syntaxFixes } from "./syntax-fixes.ts";
import { SYNTAX_TEXTS } from "./text.ts";

export interface LintResult {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Rules that broke; their findings are missing, those of the others are not. */
  readonly crashes: readonly { readonly ruleId: string; readonly error: unknown }[];
}

/** Judges one script of a project: its form, then every rule. Pure; a rule that throws is contained and named. */
export function lint(project: Project, document: ScriptDocument, rules: readonly AnyRule[] = RULES): LintResult {
  const findings = document.errors.map((problem): Finding => {
    const { severity, message } = SYNTAX_TEXTS[problem.kind];
    const text = fill(message, problem.params);
    const fixes = syntaxFixes(document, problem);
    return { ruleId: `syntax/${problem.kind}`, severity, span: problem.span, message: text, say: [], path: [], fixes };
  });
  const crashes: { ruleId: string; error: unknown }[] = [];
  for (const rule of rules) {
    const own: Finding[] = [];
    try {
      rule.check({
        document,
        project,
        report: (name, report, params) =>
          own.push({
            ruleId: rule.id,
            severity: report.severity ?? rule.severity,
            span: { start: report.span.start, end: report.span.end },
            message: fill(rule.messages[name]!, params),
            say: report.say ?? [],
            path: report.path ?? [],
            fixes: report.fixes ?? [],
          }),
      });
      findings.push(...own);
    } catch (error) {
      crashes.push({ ruleId: rule.id, error });
    }
  }
  findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : 1));
  return { findings, crashes };
}
