import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { commitmentHints } from "./commitment-hints.ts";
import { readingHints } from "./reading-hints.ts";
import type { Workspace } from "./workspace.ts";

/** All that is shown between the words of a script without standing there. */
export function inlayHints(workspace: Workspace, document: TextDocument, params: InlayHintParams): InlayHint[] {
  return [readingHints, commitmentHints].flatMap((hints) => hints(workspace, document, params));
}
