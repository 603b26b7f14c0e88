import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { importsOf, splitAlias } from "./imports.ts";
import { nameOf, occurrencesIn } from "./names.ts";
import { foldName } from "./normalise.ts";
import type { Project } from "./project.ts";

/** A place in a script that names something, half-open in UTF-16 units. */
export interface Reference {
  readonly document: ScriptDocument;
  readonly span: Span;
}

/** What a name means in some scripts: where it is defined, and where it is used. */
export interface Uses {
  readonly definitions: readonly Reference[];
  readonly references: readonly Reference[];
}

/**
 * What a name with an alias before it, as scripts write it (`公共#问候`), means without; undefined where no script has
 * such an import. An alias by itself means the file.
 */
export function withoutAlias(scripts: readonly ScriptDocument[], name: string): string | undefined {
  for (const document of scripts) {
    const far = splitAlias(document, name)?.name;
    if (far !== undefined) return far;
    const own = importsOf(document).find(({ alias }) => alias !== undefined && foldName(alias.text) === foldName(name));
    if (own?.path !== undefined) return own.path.text;
  }
  return undefined;
}

/**
 * Finds what is called `name` among the steps, phrases and variables of the scripts, or which of them is the file of
 * this name, and every place that uses it, from whatever script, under whatever alias.
 */
export function usesOf(project: Project, scripts: readonly ScriptDocument[], name: string): Uses {
  const wanted = foldName(name);
  const definitions: Reference[] = [];
  const references: Reference[] = [];
  for (const document of scripts) {
    const define = (span: Span) => definitions.push({ document, span });
    const use = (span: Span) => references.push({ document, span });
    if (isFile(document.uri, name)) define({ start: 0, end: 0 });
    for (const { uri, path } of importsOf(document))
      if (uri !== undefined && path !== undefined && isFile(uri, name)) use(path);
    for (const { named, isDefinition, ...span } of occurrencesIn(project, document)) {
      if (named.kind === "role" || named.kind === "import" || foldName(nameOf(named)) !== wanted) continue;
      if (isDefinition) define(span);
      else use(span);
    }
  }
  return { definitions, references };
}

/** Whether a URI ends in this path or file name. */
function isFile(uri: string, name: string): boolean {
  const path = decodeURI(uri);
  const end = name.replaceAll("\\", "/").replace(/^\.\//, "");
  return end !== "" && (path === end || path.endsWith(`/${end}`));
}
