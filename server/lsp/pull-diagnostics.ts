import {
  type CancellationToken,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ScriptDocument } from "../model/document.ts";
import { uriKey } from "../model/uri-key.ts";
import { NOTHING, type Report, report } from "./diagnostics.ts";
import { BATCH } from "./diagnostics-feed.ts";
import { textToReader } from "./to-reader.ts";
import type { Workspace } from "./workspace.ts";

/**
 * What is wrong with one script, open or not; that nothing has changed where the client has the same report already.
 * Whoever asks is answered about a script with all that it imports.
 * @throws ResponseError when the client has lost interest meanwhile
 */
export async function documentDiagnostics(
  workspace: Workspace,
  uri: string,
  document: TextDocument | undefined,
  previous: string | undefined,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  if (document !== undefined) await workspace.changed(document.uri, document.getText());
  if (token.isCancellationRequested) throw cancelled();
  const script = document !== undefined ? workspace.read(document) : scriptAt(workspace, uri);
  if (previous !== undefined && workspace.checking.isHeld(uri)) return { kind: "unchanged", resultId: previous };
  return answer(script === undefined ? NOTHING : report(workspace, script), previous);
}

/**
 * What is wrong with every script of the workspace, those that were never opened among them. A script that is gone has
 * nothing wrong any more.
 * @param versionOf the version of a script that the editor has open, null of any other
 * @param partial tells a part of the answer before the rest is known; what was told is not in the answer
 */
export async function workspaceDiagnostics(
  workspace: Workspace,
  versionOf: (uri: string) => number | null,
  previousResultIds: readonly { readonly uri: string; readonly value: string }[],
  token: CancellationToken,
  progress: WorkDoneProgressReporter,
  partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined,
): Promise<WorkspaceDiagnosticReport> {
  await workspace.ready;
  const scripts = workspace.scripts();
  const previous = new Map(previousResultIds.map(({ uri, value }) => [uriKey(uri), value]));
  progress.begin(
    workspace.language === "zh" ? textToReader(workspace, "检查话术") : "Checking scripts",
    0,
    undefined,
    true,
  );
  try {
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    for (const uri of previousResultIds.map((known) => known.uri))
      if (scriptAt(workspace, uri) === undefined) items.push({ ...answer(NOTHING, undefined), uri, version: null });
    for (const [index, script] of scripts.entries()) {
      if (index % BATCH === 0) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        if (token.isCancellationRequested) throw cancelled();
        progress.report(Math.floor((100 * index) / scripts.length), `${index}/${scripts.length}`);
        if (partial !== undefined && items.length > 0) {
          partial.report({ items });
          items = [];
        }
      }
      const { uri } = script;
      const now = workspace.project.get(uri) ?? script;
      const known = previous.get(uriKey(uri));
      // Findings that are held are where the reader saw them last.
      if (known === undefined || !workspace.checking.isHeld(uri))
        items.push({ ...answer(report(workspace, now), known), uri, version: versionOf(uri) });
    }
    return { items };
  } finally {
    progress.done();
  }
}

function scriptAt(workspace: Workspace, uri: string): ScriptDocument | undefined {
  return workspace.owns(uri) ? workspace.project.get(uri) : undefined;
}

function answer({ resultId, items }: Report, previous: string | undefined) {
  return previous === resultId
    ? ({ kind: "unchanged", resultId } as const)
    : ({ kind: "full", resultId, items } as const);
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
}
