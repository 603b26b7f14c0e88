import type { Field, Step, Target, Text } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { foldName } from "./normalise.ts";
import type { Project } from "./project.ts";
import { type Resolution, resolveTarget, stepsByName } from "./symbols.ts";
import { uriKey } from "./uri-key.ts";

/** A file that a script imports under an alias: `引用 公共: ./公共话术.sscript`. */
export interface Import {
  readonly field: Field;
  /** Undefined when the author left it out. */
  readonly alias: Text | undefined;
  readonly path: Text | undefined;
  /** Undefined when the path cannot be one. */
  readonly uri: string | undefined;
  /** The key of that URI, by which scripts are known. */
  readonly key: string | undefined;
}

/** The imports of a script in the order of the text. */
export function importsOf(document: ScriptDocument): readonly Import[] {
  let imports = known.get(document);
  if (imports === undefined) {
    imports = document.script.fields
      .filter(({ id }) => id === "import")
      .map((field) => {
        const path = field.value.kind === "text" ? field.value : undefined;
        const uri = path && uriOf(path.text, document.uri);
        return { field, alias: field.argument, path, uri, key: uri && uriKey(uri) };
      });
    known.set(document, imports);
  }
  return imports;
}

/** Where a target leads, in this script or in one that it imports; `unknown` when that script is not there to ask. */
export type FarResolution =
  | Resolution
  | { readonly kind: "far-step"; readonly document: ScriptDocument; readonly step: Step }
  | { readonly kind: "unknown" };

/**
 * Looks a target up among the script's own steps, whole, then splits it at the first `#` if what stands left of it is
 * the alias of an import.
 */
export function resolveFar(project: Project, document: ScriptDocument, target: Target): FarResolution {
  const own = resolveTarget(document, target);
  if (own.kind !== "undefined") return own;
  const parts = splitAlias(document, target.text);
  if (parts === undefined) return own;
  const far = importedBy(project, parts.found);
  if (far === undefined) return { kind: "unknown" };
  const step = stepsByName(far).get(foldName(parts.name));
  return step === undefined ? own : { kind: "far-step", document: far, step };
}

/** Splits `alias#name` when the alias is declared. */
export function splitAlias(document: ScriptDocument, text: string): { found: Import; name: string } | undefined {
  const sign = text.search(/[#＃]/);
  if (sign < 0) return undefined;
  const found = importsByAlias(document).get(foldName(text.slice(0, sign)));
  return found && { found, name: text.slice(sign + 1).trim() };
}

/** The script that an import brings in, if it could be read. */
export function importedBy(project: Project, { uri }: Import): ScriptDocument | undefined {
  return uri === undefined ? undefined : project.get(uri);
}

const known = new WeakMap<ScriptDocument, readonly Import[]>();
const aliases = new WeakMap<ScriptDocument, ReadonlyMap<string, Import>>();

/** The imports of a script by folded alias; of two that are called alike the first. */
function importsByAlias(document: ScriptDocument): ReadonlyMap<string, Import> {
  let imports = aliases.get(document);
  if (imports === undefined) {
    const named = importsOf(document).filter(({ alias }) => alias !== undefined);
    imports = new Map(named.reverse().map((item) => [foldName(item.alias!.text), item]));
    aliases.set(document, imports);
  }
  return imports;
}

/** The URI of a path as people write it, from the file at `base`; undefined when it can be none. */
export function uriOf(path: string, base: string): string | undefined {
  try {
    // Windows writes paths with the other slash; a # or ? in a file's name is no part of a URI's syntax.
    return new URL(
      path.replaceAll("\\", "/").replaceAll("%", "%25").replaceAll("#", "%23").replaceAll("?", "%3F"),
      base,
    ).href;
  } catch {
    return undefined;
  }
}
