import { readFile } from "node:fs/promises";
import { URI } from "vscode-uri";
import type { Source } from "../model/source.ts";

/**
 * Reads imported scripts from the disk, as UTF-8, inside the folders of the workspace only: a script that somebody
 * sent must not make the editor read whatever it names.
 * @param folders URIs of the workspace's folders, asked for at every read; without any, everything may be read
 */
export function diskSource(folders: () => readonly string[]): Source {
  return {
    async read(uri) {
      const { fsPath, scheme } = URI.parse(uri);
      const inside = folders().map((folder) => URI.parse(folder).fsPath.replace(/[\\/]?$/, ""));
      if (scheme !== "file") return { absent: "missing" };
      if (
        inside.length > 0 &&
        !inside.some((folder) => fsPath.startsWith(`${folder}/`) || fsPath.startsWith(`${folder}\\`))
      )
        return { absent: "outside" };
      try {
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(await readFile(fsPath)) };
      } catch (error) {
        return { absent: (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "unreadable" };
      }
    },
  };
}
