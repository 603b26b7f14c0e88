import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Rehearsal, RehearsalParams } from "../protocol.ts";
import { rehearse } from "../rules/rehearse.ts";
import { today } from "../rules/today.ts";
import type { Workspace } from "./workspace.ts";

/** The call of a document, played as far as the moves lead. */
export function rehearsal(workspace: Workspace, document: TextDocument, { moves, step }: RehearsalParams): Rehearsal {
  const { language, project } = workspace;
  return rehearse(project, workspace.read(document), { moves, step, language, today: today() });
}
