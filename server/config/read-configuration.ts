import { uriOf } from "../model/imports.ts";
import type { ListSource } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import type { Finding } from "../rules/rule.ts";
import { combine } from "./check.ts";
import { type NamedList, readConfig } from "./config-file.ts";
import type { Configuration } from "./configurations.ts";
import type { OwnFile } from "./own-file.ts";
import { readPack } from "./pack.ts";
import { readPhraseList } from "./phrase-list.ts";
import { problem } from "./problem.ts";

/** Reads a configuration and all that it names; whatever is wrong is told, and the rest holds. */
export async function readConfiguration(uri: string, text: string, source: ListSource): Promise<Configuration> {
  const config = readConfig(text);
  const problems = [...config.problems];
  const files = new Map<string, OwnFile>();
  const uris = new Set([uriKey(uri)]);
  for (const list of config.lexicons) {
    const listUri = uriOf(list.path, uri);
    if (listUri !== undefined && uris.has(uriKey(listUri))) {
      problems.push(problem("list-twice", list.span, { path: list.path }));
      continue;
    }
    if (listUri !== undefined) uris.add(uriKey(listUri));
    const read = await readList(list, listUri, source);
    if ("content" in read) files.set(listUri!, read);
    else problems.push(read);
  }
  const combined = combine([...files.values()]);
  return {
    wording: combined.wording,
    uris,
    files: [
      { uri, text, problems: inOrder(problems) },
      ...[...files].map(([listUri, file]) => ({
        uri: listUri,
        text: file.text,
        problems: inOrder(combined.problems.get(file)!),
      })),
    ],
  };
}

/** A list by the ending of its name, or the problem for which there is none. */
async function readList(
  { path, span }: NamedList,
  uri: string | undefined,
  source: ListSource,
): Promise<OwnFile | Finding> {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (!ENDINGS.includes(ending)) return problem("unknown-list", span, { path });
  const read = uri === undefined ? ({ absent: "missing" } as const) : await source.readList(uri);
  if ("absent" in read) return problem(`${read.absent}-list`, span, { path });
  const name = path.replace(/^.*[\\/]/, "");
  if (ending === "yaml" || ending === "yml") {
    const text = read.readings[0]!;
    return { name, text, content: readPack(text) };
  }
  const content = readPhraseList(read.readings, ending === "csv" ? undefined : "\t");
  return { name, text: content.text, content };
}

function inOrder(problems: readonly Finding[]): readonly Finding[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const ENDINGS = ["yaml", "yml", "csv", "tsv", "txt"];
