import type { Connection } from "vscode-languageserver";
import { isInside } from "../model/inside.ts";
import {
  type FileAnswer,
  LIST_SCRIPTS_REQUEST,
  type ListScriptsParams,
  READ_FILE_REQUEST,
  type ReadFileParams,
} from "../protocol.ts";
import type { Files } from "./file-source.ts";

/** Files that only the editor can reach; where the editor does not answer for them, there are none. */
export function clientFiles(connection: Connection): Files {
  return {
    scriptsIn(folder) {
      const params: ListScriptsParams = { folder };
      return connection.sendRequest<string[]>(LIST_SCRIPTS_REQUEST, params).catch(() => []);
    },

    async read(uri, folders) {
      if (folders.length > 0 && !folders.some((folder) => isInside(uri, folder))) return { absent: "outside" };
      const params: ReadFileParams = { uri };
      const answer = await connection
        .sendRequest<FileAnswer>(READ_FILE_REQUEST, params)
        .catch((): FileAnswer => ({ absent: "missing" }));
      return "absent" in answer ? answer : { bytes: fromBase64(answer.base64) };
    },
  };
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
