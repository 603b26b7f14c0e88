import type { RenameFilesParams, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { movedImports } from "../model/moved-imports.ts";
import { uriKey } from "../model/uri-key.ts";
import { linesOf, toRange } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** What has to change in the scripts that import files, or are files, that are about to be renamed; folders count too. */
export async function willRenameFiles(
  workspace: Workspace,
  { files }: RenameFilesParams,
): Promise<WorkspaceEdit | null> {
  await workspace.ready;
  const moves = files.map(({ oldUri, newUri }) => ({ from: uriKey(oldUri), to: newUri }));
  const moved = (uri: string): string => {
    const key = uriKey(uri);
    for (const { from, to } of moves) {
      if (key === from) return to;
      if (key.startsWith(`${from}/`)) return to + key.slice(from.length).split("/").map(encodeURIComponent).join("/");
    }
    return uri;
  };
  const changes: Record<string, TextEdit[]> = {};
  for (const script of workspace.scripts()) {
    const edits = movedImports(script, moved).map(({ path, newPath }) => ({
      range: toRange(linesOf(script), path),
      newText: newPath,
    }));
    if (edits.length > 0) changes[workspace.addressOf(script.uri)] = edits;
  }
  return Object.keys(changes).length === 0 ? null : { changes };
}
