import { readFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import { URI } from "vscode-uri";
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
    const inside = folders.map((folder) => URI.parse(folder).fsPath.replace(/[\\/]?$/, ""));
    if (scheme !== "file") return { absent: "missing" };
    if (
      inside.length > 0 &&
      !inside.some((folder) => fsPath.startsWith(`${folder}/`) || fsPath.startsWith(`${folder}\\`))
    )
      return { absent: "outside" };
    try {
      return { bytes: await readFile(fsPath) };
    } catch (error) {
      return { absent: (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "unreadable" };
    }
  },
};
