import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { toDiagnostic } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** The findings of a script as diagnostics, with the path that proves a finding as related information. */
export function diagnostics(workspace: Workspace, document: TextDocument): Diagnostic[] {
  return workspace.judge(document).findings.map((finding) => toDiagnostic(document, finding, workspace.language));
}
