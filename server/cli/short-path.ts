import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";

/** A file as people would name it who stand in the current folder. */
export function shortPath(uri: string): string {
  const path = fileURLToPath(uri);
  const short = relative(".", path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}
