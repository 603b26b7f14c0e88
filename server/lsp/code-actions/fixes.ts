import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver";
import { combineFixes } from "../../rules/combine-fixes.ts";
import { likeliestFix } from "../../rules/likeliest-fix.ts";
import type { Finding } from "../../rules/rule.ts";
import { toDiagnostic } from "../convert.ts";
import type { ActionRequest } from "./request.ts";

/** The kind under which an editor asks on saving for all that may be applied unseen. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.service-script`;

/** The remedies of the findings under the selection, the likeliest first. */
export function quickFixes(request: ActionRequest, findings: readonly Finding[]): CodeAction[] {
  const { script, workspace } = request;
  /** By what they do: one sentence may mend several findings, and is offered once. */
  const actions = new Map<string, CodeAction & { readonly diagnostics: Diagnostic[] }>();
  for (const finding of findings) {
    const diagnostic = toDiagnostic(script, finding, workspace);
    for (const [index, fix] of finding.fixes.entries()) {
      const key = JSON.stringify([fix.title, fix.edits]);
      const same = actions.get(key);
      if (same !== undefined) same.diagnostics.push(diagnostic);
      else
        actions.set(key, {
          ...request.action(fix.title, CodeActionKind.QuickFix, fix.edits),
          isPreferred: index === 0,
          diagnostics: [diagnostic],
        });
    }
  }
  return [...actions.values()];
}

/** For each rule under the selection that finds more than one thing: the likeliest remedy of all of them at once. */
export function fixesOfRule(request: ActionRequest, findings: readonly Finding[]): CodeAction[] {
  const { script, workspace } = request;
  const all = workspace.judgeScript(script).findings;
  return [...new Set(findings.map(({ ruleId }) => ruleId))].flatMap((ruleId) => {
    const fixes = all
      .filter((finding) => finding.ruleId === ruleId)
      .flatMap(({ fixes }) => likeliestFix(script.text, fixes) ?? []);
    if (fixes.length < 2) return [];
    const title = {
      zh: `把 ${ruleId} 的 ${fixes.length} 处全部改好`,
      en: `Fix all ${fixes.length} of ${ruleId}`,
    };
    return [request.action(title, CodeActionKind.QuickFix, combineFixes(fixes))];
  });
}

/** All that may be applied unseen. */
export function fixAll(request: ActionRequest): CodeAction[] {
  const { findings } = request.workspace.judgeScript(request.script);
  const edits = combineFixes(findings.flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? []));
  if (edits.length === 0) return [];
  return [request.action({ zh: "改好所有可以放心改的写法", en: "Fix all that is safe to fix" }, FIX_ALL, edits)];
}
