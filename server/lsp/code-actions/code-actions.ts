import { type CodeAction, CodeActionKind, type CodeActionParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Workspace } from "../workspace.ts";
import { extractStep } from "./extract-step.ts";
import { FIX_ALL, fixAll, fixesOfRule, quickFixes } from "./fixes.ts";
import { addFallback, createFarStep } from "./flow.ts";
import { ignoring } from "./ignore.ts";
import { extractPhrase, inlinePhrase } from "./phrases.ts";
import { ActionRequest } from "./request.ts";

/** The kinds of what can be done. */
export const ACTION_KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
  CodeActionKind.RefactorRewrite,
  FIX_ALL,
];

/**
 * What can be done with the selection: remedies of what is found there, silence with a reason, and ways to put a script
 * in better order.
 */
export function codeActions(
  workspace: Workspace,
  document: TextDocument,
  { range, context }: CodeActionParams,
): CodeAction[] {
  const selection = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const request = new ActionRequest(workspace, document, selection, context.only);
  const actions: CodeAction[] = [];
  if (request.wants(CodeActionKind.QuickFix)) {
    const findings = workspace
      .judgeScript(request.script)
      .findings.filter(({ span }) => span.start <= selection.end && selection.start <= span.end);
    actions.push(
      ...quickFixes(request, findings),
      ...createFarStep(request),
      ...fixesOfRule(request, findings),
      ...ignoring(request, findings, workspace.canFillIn),
    );
  }
  if (request.wants(CodeActionKind.RefactorExtract)) actions.push(...extractPhrase(request), ...extractStep(request));
  if (request.wants(CodeActionKind.RefactorInline)) actions.push(...inlinePhrase(request));
  if (request.wants(CodeActionKind.RefactorRewrite)) actions.push(...addFallback(request));
  if (request.wants(FIX_ALL)) actions.push(...fixAll(request));
  return actions;
}
