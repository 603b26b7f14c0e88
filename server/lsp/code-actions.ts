import { type CodeAction, CodeActionKind, type CodeActionParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { toDiagnostic, toTextEdit } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** The remedies of the findings under the selection, as quick fixes. */
export function codeActions(
  workspace: Workspace,
  document: TextDocument,
  { range, context }: CodeActionParams,
): CodeAction[] {
  if (context.only !== undefined && !context.only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix))
    return [];
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return workspace
    .judge(document)
    .findings.filter(({ span }) => span.start <= to && from <= span.end)
    .flatMap((finding) =>
      finding.fixes.map((fix, index) => ({
        title: fix.title[workspace.language],
        kind: CodeActionKind.QuickFix,
        isPreferred: index === 0,
        diagnostics: [toDiagnostic(document, finding, workspace)],
        edit: { changes: { [document.uri]: fix.edits.map((edit) => toTextEdit(document, edit)) } },
      })),
    );
}
