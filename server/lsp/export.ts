import type { TextDocument } from "vscode-languageserver-textdocument";
import { exportScript } from "../export/export.ts";
import type { ExportParams } from "../protocol.ts";
import type { Workspace } from "./workspace.ts";

/** A document as a file for people without the editor, with its full text. */
export function exported(
  workspace: Workspace,
  document: TextDocument,
  { format, theme, assets }: ExportParams,
): string {
  const { project, script, findings } = workspace.judge(document);
  const { language } = workspace;
  return exportScript(project, script, findings, {
    format,
    theme,
    language,
    detail: "full",
    ...(assets && { assets }),
  });
}
