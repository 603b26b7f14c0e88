import type { Text } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { importsOf, uriOf } from "./imports.ts";
import { uriKey } from "./uri-key.ts";

/** The path of an import that leads elsewhere once files have moved, and what it has to be then. */
export interface MovedImport {
  readonly path: Text;
  readonly newPath: string;
}

/**
 * The imports of a script that have to be written anew when files get other addresses, among them perhaps its own.
 * @param moved the new address of a file, its old one where it stays
 */
export function movedImports(document: ScriptDocument, moved: (uri: string) => string): MovedImport[] {
  const base = moved(document.uri);
  return importsOf(document).flatMap(({ uri, path }) => {
    if (uri === undefined || path === undefined) return [];
    const target = moved(uri);
    const there = uriOf(path.text, base);
    if (there !== undefined && uriKey(there) === uriKey(target)) return [];
    const newPath = pathBetween(uriKey(base), uriKey(target));
    return newPath === undefined ? [] : [{ path, newPath }];
  });
}

/** The path from a file to another, as people write it; undefined where none leads from one to the other. */
export function pathBetween(from: string, to: string): string | undefined {
  const [here, there] = [from.split("/"), to.split("/")];
  // `file:`, an empty part and the machine, or nothing, come first.
  if (here.slice(0, 3).join("/") !== there.slice(0, 3).join("/")) return undefined;
  let common = 0;
  while (common < here.length - 1 && common < there.length - 1 && here[common] === there[common]) common++;
  const up = here.length - 1 - common;
  return `${up === 0 ? "./" : "../".repeat(up)}${there.slice(common).join("/")}`;
}
