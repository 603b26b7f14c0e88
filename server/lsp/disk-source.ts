import { readFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import { URI } from "vscode-uri";
import { decode, readingsOf } from "../model/encoding.ts";
import type { Absence, FolderSource, ListSource, Source } from "../model/source.ts";

/**
 * Lists the scripts in the folders of the workspace, and reads from the disk imported scripts, as UTF-8, and the lists
 * that a configuration names, inside these folders only: what somebody sent must not make the editor read whatever it names.
 * @param folders URIs of the workspace's folders, asked for at every read; without any, everything may be read
 */
export function diskSource(folders: () => readonly string[]): Source & ListSource & FolderSource {
  const readBytes = async (uri: string): Promise<{ bytes: Uint8Array } | { absent: Absence }> => {
    const { fsPath, scheme } = URI.parse(uri);
    const inside = folders().map((folder) => URI.parse(folder).fsPath.replace(/[\\/]?$/, ""));
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
  };
  return {
    async list() {
      const found = await Promise.all(folders().map(scriptsIn));
      return [...new Set(found.flat())];
    },
    async read(uri) {
      const read = await readBytes(uri);
      if ("absent" in read) return read;
      const text = decode(read.bytes, "utf-8");
      return text === undefined ? { absent: "unreadable" } : { text };
    },
    async readList(uri) {
      const read = await readBytes(uri);
      if ("absent" in read) return read;
      const readings = readingsOf(read.bytes);
      return readings.length === 0 ? { absent: "unreadable" } : { readings };
    },
  };
}

/** The scripts below a folder, not those in hidden folders or of installed packages. */
async function scriptsIn(folder: string): Promise<string[]> {
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
}
