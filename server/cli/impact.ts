import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ScriptDocument } from "../model/document.ts";
import { Lines } from "../model/lines.ts";
import type { Project } from "../model/project.ts";
import { type Reference, type Uses, usesOf, withoutAlias } from "../model/references.ts";
import { complain } from "./complain.ts";
import { EXIT } from "./exit-codes.ts";
import { loadProject } from "./load-project.ts";
import { printable } from "./printable.ts";
import { wordsToReader } from "./to-reader.ts";

export interface ImpactOptions {
  /** A step, phrase, variable or file. */
  readonly name: string;
  readonly paths: readonly string[];
  readonly format: string;
  /** The reader's language; undefined: the one in which most of the scripts are. */
  readonly language: "zh" | "en" | undefined;
}

/** Prints where something is defined, every place that uses it, and the scripts that a change of it reaches. */
export async function impactCommand({ name, paths, format, language }: ImpactOptions): Promise<number> {
  const { project, scripts, problems } = await loadProject(paths);
  const documents = scripts.map(({ document }) => document);
  const { definitions, references } = usesNamed(project, documents, name);
  const reached = new Set<ScriptDocument>();
  for (const { document } of references)
    for (const user of [document, ...project.usersOf(document.uri)]) reached.add(user);
  const zh = documents.filter(({ facts }) => facts.language === "zh").length;
  const reader = language ?? (2 * zh >= documents.length ? "zh" : "en");
  const words = wordsToReader(WORDS[reader]);
  const all = { definitions: definitions.map(placeOf), references: references.map(placeOf) };
  const files = [...reached].map(({ uri }) => pathOf(uri)).sort();
  if (format === "json") process.stdout.write(`${JSON.stringify({ ...all, scripts: files }, undefined, 2)}\n`);
  else if (definitions.length + references.length === 0) process.stderr.write(`${words.none(name)}\n`);
  else {
    process.stdout.write(section(words.defined, all.definitions));
    process.stdout.write(section(words.used(references.length), all.references));
    process.stdout.write(`${words.reached(files.length)}\n${files.map((path) => `  ${printable(path)}\n`).join("")}`);
  }
  complain(problems, reader);
  return problems.length > 0 || definitions.length + references.length === 0 ? EXIT.usage : EXIT.clean;
}

/** What a name means: as it stands, or else without the alias before it. */
function usesNamed(project: Project, documents: readonly ScriptDocument[], name: string): Uses {
  const uses = usesOf(project, documents, name);
  const other = uses.definitions.length + uses.references.length > 0 ? undefined : withoutAlias(documents, name);
  return other === undefined ? uses : usesOf(project, documents, other);
}

const WORDS = {
  zh: {
    none: (name: string) => `没有叫“${name}”的步骤、用语、变量或文件。`,
    defined: "写在",
    used: (count: number) => `${count} 处用到`,
    reached: (count: number) => `改动会影响 ${count} 份话术`,
  },
  en: {
    none: (name: string) => `No step, phrase, variable or file is called “${name}”.`,
    defined: "defined in",
    used: (count: number) => `used in ${count} ${count === 1 ? "place" : "places"}`,
    reached: (count: number) => `a change reaches ${count} ${count === 1 ? "script" : "scripts"}`,
  },
} as const;

interface Place {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

function placeOf({ document, span }: Reference): Place {
  const lines = new Lines(document.text);
  const { line } = lines.at(span.start);
  return { path: pathOf(document.uri), line: line + 1, text: lines.words(line).trim() };
}

function section(title: string, places: readonly Place[]): string {
  return `${title}\n${places.map(({ path, line, text }) => `  ${printable(path)}:${line}  ${printable(text)}\n`).join("")}`;
}

function pathOf(uri: string): string {
  return relative(process.cwd(), fileURLToPath(uri));
}
