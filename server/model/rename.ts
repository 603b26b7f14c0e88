import { lookUp, TARGETS } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { importsOf } from "./imports.ts";
import { type Named, type Occurrence, occurrencesIn, occurrencesOf } from "./names.ts";
import { foldName } from "./normalise.ts";
import { declarationsIn } from "./phrases.ts";
import { Project } from "./project.ts";
import { stepsByName } from "./symbols.ts";
import { uriKey } from "./uri-key.ts";

/** A stretch of a script that is to become something else; half-open, in UTF-16 units. */
interface Change {
  readonly document: ScriptDocument;
  readonly start: number;
  readonly end: number;
}

/** Why a thing cannot be called so: it is no name, means the end of a call, is taken, or would be read as something else. */
export type RenameProblem = "empty" | "reserved" | "taken" | "ambiguous";

/**
 * The places at which a new name has to be written so that everything goes on to mean what it means, or why there are
 * none.
 */
export function renaming(
  project: Project,
  named: Named,
  newName: string,
): { readonly changes: readonly Change[] } | { readonly problem: RenameProblem } {
  if (foldName(newName) === "" || /[\r\n]/.test(newName)) return { problem: "empty" };
  if (named.kind === "step" && lookUp(TARGETS, newName) !== undefined) return { problem: "reserved" };
  if (isTaken(named, newName)) return { problem: "taken" };
  const changes = occurrencesOf(project, project.all(), named).map(({ document, occurrence: { start, end } }) => ({
    document,
    start,
    end,
  }));
  return keepsMeaning(project, changes, newName) ? { changes } : { problem: "ambiguous" };
}

/** Whether something of the same kind in the same script already has a name that compares alike. */
function isTaken({ kind, document, node }: Named, newName: string): boolean {
  const name = foldName(newName);
  if (kind === "step") return ![node, undefined].includes(stepsByName(document).get(name));
  if (kind === "phrase" || kind === "variable") return ![node, undefined].includes(declarationsIn(document).get(name));
  return document.script.fields.some(
    (field) => field !== node && field.id === node.id && foldName(field.argument?.text ?? "") === name,
  );
}

/**
 * Whether all scripts still read alike after the changes: as many names in each, each leading to the same place. A name
 * with a sign in it may be read as something else, and hide or catch others.
 */
function keepsMeaning(project: Project, changes: readonly Change[], newName: string): boolean {
  const after = new Project();
  const concerned = new Set<ScriptDocument>();
  for (const { document } of changes)
    for (const script of [document, ...project.usersOf(document.uri)]) concerned.add(script);
  for (const script of [...concerned])
    for (const { uri } of importsOf(script)) {
      const imported = uri === undefined ? undefined : project.get(uri);
      if (imported !== undefined) concerned.add(imported);
    }
  for (const script of concerned) {
    const own = changes.filter(({ document }) => document === script).sort((a, b) => b.start - a.start);
    after.set(
      script.uri,
      own.reduce((text, { start, end }) => text.slice(0, start) + newName + text.slice(end), script.text),
    );
  }
  return [...concerned].every((script) => {
    const before = occurrencesIn(project, script);
    const now = occurrencesIn(after, after.get(script.uri)!);
    return (
      before.length === now.length &&
      before.every((occurrence, index) => placeOf(project, occurrence) === placeOf(after, now[index]!))
    );
  });
}

/** Where a name leads, in terms that a change of names does not change: the script, and the how manieth definition. */
function placeOf(project: Project, { named, isDefinition }: Occurrence): string {
  const { document, kind, node } = named;
  const definitions = occurrencesIn(project, document).filter((occurrence) => occurrence.isDefinition);
  return [kind, isDefinition, uriKey(document.uri), definitions.findIndex((one) => one.named.node === node)].join(" ");
}
