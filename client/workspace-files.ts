import { type Disposable, FileSystemError, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FileAnswer,
  LIST_SCRIPTS_REQUEST,
  type ListScriptsParams,
  READ_FILE_REQUEST,
  type ReadFileParams,
} from "../server/protocol.ts";

/** Lists and reads for the server what it cannot reach itself: files that only the editor knows how to get. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(LIST_SCRIPTS_REQUEST, async ({ folder }: ListScriptsParams): Promise<string[]> => {
      const found = await scriptsIn(Uri.parse(folder));
      return found.map(String).sort();
    }),
    client.onRequest(READ_FILE_REQUEST, async ({ uri }: ReadFileParams): Promise<FileAnswer> => {
      try {
        return { base64: toBase64(await workspace.fs.readFile(Uri.parse(uri))) };
      } catch (error) {
        return { absent: isMissing(error) ? "missing" : "unreadable" };
      }
    }),
  ];
}

/** The scripts below a folder, as the server itself lists them on a disk; folders that are links may lead round in rings. */
async function scriptsIn(folder: Uri): Promise<Uri[]> {
  const entries = await workspace.fs.readDirectory(folder).then(
    (found) => found,
    () => [],
  );
  const found = await Promise.all(
    entries.map(([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      if (name.startsWith(".") || name === "node_modules") return [];
      if (type === FileType.Directory) return scriptsIn(uri);
      return (type & FileType.File) !== 0 && /\.(?:sscript|话术)$/i.test(name) ? [uri] : [];
    }),
  );
  return found.flat();
}

function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === "FileNotFound";
}

/** Bytes as text that goes through every transport; `btoa` takes one character a byte. */
function toBase64(bytes: Uint8Array): string {
  let characters = "";
  // A call has room for only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) characters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(characters);
}
