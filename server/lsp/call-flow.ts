import type { TextDocument } from "vscode-languageserver-textdocument";
import type { CallFlow } from "../protocol.ts";
import { judgedFlow } from "../rules/judged-flow.ts";
import type { Workspace } from "./workspace.ts";

/** The picture of a script as the editor has it, with its findings. */
export function callFlowWithFindings(workspace: Workspace, document: TextDocument): CallFlow {
  const { project, script, findings } = workspace.judge(document);
  return judgedFlow(project, script, findings, { language: workspace.language, version: document.version });
}
