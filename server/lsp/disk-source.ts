import { readFile } from "node:fs/promises";
import { URI } from "vscode-uri";
import { decode, readingsOf } from "../model/encoding.ts";
import type { Absence, ListSource, Source } from "../model/source.ts";

/**
 * Reads from the disk imported scripts, as UTF-8, and the lists that a configuration names, inside the folders of the
 * workspace only: what somebody sent must not make the editor read whatever it names.
 * @param folders URIs of the workspace's folders, asked for at every read; without any, everything may be read
 */
export function diskSource(folders: () => readonly string[]): Source & ListSource {
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
