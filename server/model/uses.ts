import type { ScriptDocument } from "./document.ts";
import { importsOf, splitAlias } from "./imports.ts";
import { foldName } from "./normalise.ts";
import type { Project } from "./project.ts";
import { targetsOf } from "./symbols.ts";
import { uriKey } from "./uri-key.ts";

/** The names of steps, phrases and variables that a script uses of others, folded, by the alias of the import. */
export type FarUses = ReadonlyMap<string, ReadonlySet<string>>;

/** What a script uses of those that it imports; no matter whether they can be read, and have what is meant. */
export function farUsesIn(document: ScriptDocument): FarUses {
  let uses = known.get(document);
  if (uses === undefined) {
    uses = readFarUses(document);
    known.set(document, uses);
  }
  return uses;
}

/**
 * All names in braces in a script, folded: also in actions, notes and choices, where they stand for themselves, since
 * an author who writes them there means them.
 */
export function namesInBraces({ text }: ScriptDocument): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { 1: name } of text.matchAll(/[{｛]([^{}｛｝\r\n]*)[}｝]/g)) names.add(foldName(name!));
  return names;
}

/** What is known of the uses of scripts by others. */
export interface KnownUses {
  /** The names that others use of a script; undefined when none imports it. */
  of(uri: string): ReadonlySet<string> | undefined;
}

/** The URI of a script that another one imports, and the names that it uses of it. */
export type UsedNames = readonly [uri: string, names: readonly string[]];

/** What a script uses, import by import; one that only imports another uses nothing of it, but is known to import it. */
export function usedNames(document: ScriptDocument): readonly UsedNames[] {
  return importsOf(document).flatMap(({ uri, alias }): UsedNames[] =>
    uri === undefined || alias === undefined ? [] : [[uri, [...(farUsesIn(document).get(foldName(alias.text)) ?? [])]]],
  );
}

/** What the scripts of a folder use of one another. It holds names only, so that the scripts need not be kept. */
export class UseIndex implements KnownUses {
  private readonly names = new Map<string, Set<string>>();

  add(document: ScriptDocument): void {
    this.addNames(usedNames(document));
  }

  addNames(used: readonly UsedNames[]): void {
    for (const [uri, names] of used) {
      const key = uriKey(uri);
      const known = this.names.get(key) ?? new Set();
      this.names.set(key, known);
      for (const name of names) known.add(name);
    }
  }

  of(uri: string): ReadonlySet<string> | undefined {
    return this.names.get(uriKey(uri));
  }
}

/** The names that the scripts that are known use of this one. */
export function usesByOthers(project: Project, document: ScriptDocument): ReadonlySet<string> {
  return (project.uses ?? usesIn(project)).of(document.uri) ?? NONE;
}

/** What the scripts of a project use of one another, as they are whenever it is asked. */
export function usesIn(project: Project): KnownUses {
  return {
    of(uri) {
      const uses = new UseIndex();
      for (const user of project.usersOf(uri)) uses.add(user);
      return uses.of(uri);
    },
  };
}

const NONE: ReadonlySet<string> = new Set();
const known = new WeakMap<ScriptDocument, FarUses>();

function readFarUses(document: ScriptDocument): FarUses {
  const uses = new Map<string, Set<string>>();
  const use = (text: string) => {
    const parts = splitAlias(document, text);
    if (parts?.found.alias === undefined) return;
    const alias = foldName(parts.found.alias.text);
    const names = uses.get(alias) ?? new Set();
    uses.set(alias, names.add(foldName(parts.name)));
  };
  if (importsOf(document).length === 0) return uses;
  for (const { target } of targetsOf(document)) use(target.text);
  for (const name of namesInBraces(document)) use(name);
  return uses;
}
