import { uriOf } from "../model/imports.ts";
import type { ListSource } from "../model/source.ts";
import { commonEvents } from "../model/standards.ts";
import { uriKey } from "../model/uri-key.ts";
import type { Finding } from "../rules/rule.ts";
import { combine } from "./check.ts";
import { type NamedFile, readConfig } from "./config-file.ts";
import { CONFIGURATION, type Configuration } from "./configurations.ts";
import type { OwnFile } from "./own-file.ts";
import { readPack } from "./pack.ts";
import { readPhraseList } from "./phrase-list.ts";
import { problem } from "./problem.ts";
import { readStandard } from "./standards.ts";
import { YamlFile } from "./yaml-file.ts";

/** Reads a configuration and all that it names; whatever is wrong is told, and the rest holds. */
export async function readConfiguration(uri: string, text: string, source: ListSource): Promise<Configuration> {
  const config = readConfig(text);
  const problems = [...config.problems];
  const own: OwnFile = { name: CONFIGURATION, text, content: { standards: config.standards, problems: [] } };
  const files = new Map<string, OwnFile>([[uri, own]]);
  const uris = new Set([uriKey(uri)]);
  const named = [
    ...config.lexicons.map((file) => ({ file, read: readList })),
    ...config.standardFiles.map((file) => ({ file, read: readStandardFile })),
  ];
  for (const { file, read } of named) {
    const fileUri = uriOf(file.path, uri);
    if (fileUri !== undefined && uris.has(uriKey(fileUri))) {
      problems.push(problem("list-twice", file.span, { path: file.path }));
      continue;
    }
    if (fileUri !== undefined) uris.add(uriKey(fileUri));
    const found = await read(file, fileUri, source);
    if ("content" in found) files.set(fileUri!, found);
    else problems.push(found);
  }
  const combined = combine([...files.values()]);
  return {
    wording: combined.wording,
    uris,
    files: [...files].map(([fileUri, file]) => ({
      uri: fileUri,
      text: file.text,
      problems: inOrder([...(file === own ? problems : []), ...combined.problems.get(file)!]),
    })),
  };
}

/** A list by the ending of its name, or the problem for which there is none. */
async function readList(
  { path, span }: NamedFile,
  uri: string | undefined,
  source: ListSource,
): Promise<OwnFile | Finding> {
  const ending = endingOf(path);
  if (!ENDINGS.includes(ending)) return problem("unknown-list", span, { path });
  const read = await readings(uri, source);
  if ("absent" in read) return problem(`${read.absent}-list`, span, { path });
  if (isYaml(ending)) {
    const text = read.readings[0]!;
    return { name: nameOf(path), text, content: readPack(text) };
  }
  const content = readPhraseList(read.readings, ending === "csv" ? undefined : "\t");
  return { name: nameOf(path), text: content.text, content };
}

/** A standard of a file of its own, or the problem for which there is none. */
async function readStandardFile(
  { path, span }: NamedFile,
  uri: string | undefined,
  source: ListSource,
): Promise<OwnFile | Finding> {
  if (!isYaml(endingOf(path))) return problem("unknown-standard-file", span, { path });
  const read = await readings(uri, source);
  if ("absent" in read) return problem(`${read.absent}-list`, span, { path });
  const text = read.readings[0]!;
  const file = new YamlFile(text);
  const standard = file.problems.length > 0 ? undefined : readStandard(file, file.value ?? {}, [], commonEvents());
  const standards = standard === undefined ? [] : [standard];
  return { name: nameOf(path), text, content: { standards, problems: file.problems } };
}

function readings(uri: string | undefined, source: ListSource): ReturnType<ListSource["readList"]> {
  return uri === undefined ? Promise.resolve({ absent: "missing" }) : source.readList(uri);
}

function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, "");
}

function endingOf(path: string): string {
  return /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

function isYaml(ending: string): boolean {
  return ending === "yaml" || ending === "yml";
}

function inOrder(problems: readonly Finding[]): readonly Finding[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const ENDINGS = ["yaml", "yml", "csv", "tsv", "txt"];
