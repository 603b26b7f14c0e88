import type { ListSource } from "../model/source.ts";
import { commonEvents } from "../model/standards.ts";
import type { Finding } from "../rules/rule.ts";
import type { OwnFile } from "./own-file.ts";
import { readPack } from "./pack.ts";
import { readPhraseList } from "./phrase-list.ts";
import { problem } from "./problem.ts";
import { readStandard } from "./standards.ts";
import type { Placed } from "./values.ts";
import { YamlFile } from "./yaml-file.ts";

/** A list by the ending of its name, or the problem for which there is none. */
export async function readList(
  { text: path, span }: Placed,
  uri: string | undefined,
  source: ListSource,
): Promise<OwnFile | Finding> {
  const ending = endingOf(path);
  if (!ENDINGS.includes(ending)) return problem("unknown-list", span, { path });
  const read = await readings(uri, source);
  if ("absent" in read) return problem(`${read.absent}-list`, span, { path });
  if (isYaml(ending)) {
    const words = read.readings[0]!;
    return { name: nameOf(path), text: words, content: readPack(words) };
  }
  const content = readPhraseList(read.readings, ending === "csv" ? undefined : "\t");
  return { name: nameOf(path), text: content.text, content };
}

/** A standard of a file of its own, or the problem for which there is none. */
export async function readStandardFile(
  { text: path, span }: Placed,
  uri: string | undefined,
  source: ListSource,
): Promise<OwnFile | Finding> {
  if (!isYaml(endingOf(path))) return problem("unknown-standard-file", span, { path });
  const read = await readings(uri, source);
  if ("absent" in read) return problem(`${read.absent}-list`, span, { path });
  const words = read.readings[0]!;
  const file = new YamlFile(words);
  const standard = file.problems.length > 0 ? undefined : readStandard(file, file.value ?? {}, [], commonEvents());
  const standards = standard === undefined ? [] : [standard];
  return { name: nameOf(path), text: words, content: { standards, problems: file.problems } };
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

const ENDINGS = ["yaml", "yml", "csv", "tsv", "txt"];
