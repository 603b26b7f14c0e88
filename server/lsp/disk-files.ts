import { readFile, realpath } from "node:fs/promises";
import { glob } from "tinyglobby";
import { URI } from "vscode-uri";
import { liesInside } from "../model/inside.ts";
import type { Files } from "./file-source.ts";

/** Files of the disk, which are those with URIs of the scheme `file`. */
export const diskFiles: Files = {
  async scriptsIn(folder) {
    const { fsPath, scheme } = URI.parse(folder);
    if (scheme !== "file") return [];
    const below = await glob("**/*.{sscript,话术}", {
      cwd: fsPath,
      ignore: ["**/node_modules/**"],
      expandDirectories: false,
      caseSensitiveMatch: false,
      followSymbolicLinks: false,
    });
    return below.sort().map((path) => URI.file(`${fsPath}/${path}`).toString());
  },

  async read(uri, folders) {
    const { fsPath, scheme } = URI.parse(uri);
    if (scheme !== "file") return { absent: "missing" };
    if (folders.length > 0 && !(await liesInside(uri, folders, realUri))) return { absent: "outside" };
    try {
      return { bytes: await readFile(fsPath) };
    } catch (error) {
      return { absent: (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "unreadable" };
    }
  },
};

async function realUri(uri: string): Promise<string | undefined> {
  const { fsPath, scheme } = URI.parse(uri);
  const real = scheme === "file" ? await realpath(fsPath).catch(() => undefined) : undefined;
  return real === undefined ? undefined : URI.file(real).toString();
}
