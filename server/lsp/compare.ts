import type { TextDocument } from "vscode-languageserver-textdocument";
import { comparisonFlow } from "../export/comparison.ts";
import { borrowed } from "../model/borrowed.ts";
import { compareScripts } from "../model/comparison.ts";
import type { ScriptDocument } from "../model/document.ts";
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
  // Both are judged as the later one is, so that only what the script says makes a difference.
  const take = (uri: string, text: string, wording: ScriptDocument["wording"]) => {
    earlier.set(uri, text);
    earlier.setWording(uri, wording);
  };
  for (const { uri, text, wording } of borrowed(project, script)) take(uri, text, wording);
  take(beforeUri, before, script.wording);
  const old = { project: earlier, document: earlier.get(beforeUri)! };
  const now = { project, document: script };
  const comparison = compareScripts(old, now);
  return comparisonFlow({ before: old, after: now, comparison }, workspace.language);
}
