import type { TextDocument } from "vscode-languageserver-textdocument";
import { comparisonFlow } from "../export/comparison.ts";
import { borrowed } from "../model/borrowed.ts";
import { compareScripts } from "../model/comparison.ts";
import { Project } from "../model/project.ts";
import type { CallFlow, CompareParams } from "../protocol.ts";
import type { Workspace } from "./workspace.ts";

/** What changed in a document since an earlier text of it, as a picture. What both borrow is read as it is now. */
export function compareWith(
  workspace: Workspace,
  document: TextDocument,
  { before, beforeUri = document.uri }: CompareParams,
): CallFlow {
  const { project, script } = workspace.judge(document);
  const earlier = new Project();
  for (const { uri, text } of borrowed(project, script)) earlier.set(uri, text);
  const old = { project: earlier, document: earlier.set(beforeUri, before) };
  const now = { project, document: script };
  const comparison = compareScripts(old, now);
  return comparisonFlow({ before: old, after: now, comparison }, workspace.language);
}
