import { decode, readingsOf } from "../model/encoding.ts";
import type { Absence, FolderSource, ListSource, Source } from "../model/source.ts";

/** How files are had: from the disk, or through the editor. */
export interface Files {
  /** The URIs of the scripts in and below a folder, not those in hidden folders or of installed packages. */
  scriptsIn(folder: string): Promise<readonly string[]>;
  /**
   * What a file holds.
   * @param folders outside of which nothing is read; without any, everything may be
   */
  read(uri: string, folders: readonly string[]): Promise<{ readonly bytes: Uint8Array } | { readonly absent: Absence }>;
}

/**
 * Lists the scripts in the folders of the workspace, and reads imported scripts, as UTF-8, and the lists that a
 * configuration names, inside these folders only: what somebody sent must not make the editor read whatever it names.
 * @param filesFor how the files of a URI or folder are had
 * @param folders URIs of the workspace's folders, asked for at every read; without any, everything may be read
 */
export function fileSource(
  filesFor: (uri: string) => Files,
  folders: () => readonly string[],
): Source & ListSource & FolderSource {
  const readBytes = (uri: string) => filesFor(uri).read(uri, folders());
  return {
    async list() {
      const found = await Promise.all(folders().map((folder) => filesFor(folder).scriptsIn(folder)));
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
