import type { Span } from "../../grammar/index.ts";
import { type ScriptDocument, stepName } from "./document.ts";
import { importsOf, resolveFar, splitAlias } from "./imports.ts";
import { foldName } from "./normalise.ts";
import { declarationOf, placeholdersIn } from "./phrases.ts";
import type { Project } from "./project.ts";
import { choicesOf, targetsOf, turnsOf } from "./symbols.ts";

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
    const { script } = document;
    if (isFile(document.uri, name)) define({ start: 0, end: 0 });
    for (const step of script.steps) if (foldName(stepName(step)) === wanted) define(step.heading);
    for (const { id, argument } of script.fields)
      if ((id === "phrase" || id === "variable") && argument !== undefined && foldName(argument.text) === wanted)
        define(argument);
    for (const { uri, path } of importsOf(document))
      if (uri !== undefined && path !== undefined && isFile(uri, name)) use(path);
    for (const { target } of targetsOf(document)) {
      const found = resolveFar(project, document, target);
      const isStep = found.kind === "step" || found.kind === "far-step";
      if (isStep && foldName(stepName(found.step)) === wanted) use(target);
    }
    for (const text of spokenIn(document))
      for (const placeholder of placeholdersIn(project, document, text)) {
        const argument = declarationOf(project, document, placeholder.name)?.field.argument;
        if (argument !== undefined && foldName(argument.text) === wanted) use(placeholder);
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

function spokenIn(document: ScriptDocument) {
  const phrases = document.script.fields
    .filter(({ id }) => id === "phrase")
    .map(({ value }) => value)
    .filter((value) => value.kind === "text");
  const labels = [...choicesOf(document)].map(({ label }) => label).filter((label) => label.kind === "text");
  return [...phrases, ...[...turnsOf(document)].flatMap(({ text }) => text), ...labels];
}
