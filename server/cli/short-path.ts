import { isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A file as people would name it who stand in the current folder; its whole path where it lies outside. */
export function shortPath(path: string): string {
  const short = relative(".", path);
  return short.startsWith("..") || isAbsolute(short) ? resolve(path) : short;
}

export function shortUri(uri: string): string {
  return shortPath(fileURLToPath(uri));
}

/** A path as reports for other programs have it: from the current folder, with `/` on every machine. */
export function reportPath(path: string): string {
  return shortPath(path).split(sep).join("/");
}
