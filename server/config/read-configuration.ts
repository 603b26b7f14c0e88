import { uriOf } from "../model/imports.ts";
import type { ListSource } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import type { Finding } from "../rules/rule.ts";
import { combine } from "./check.ts";
import type { Configuration } from "./configurations.ts";
import { readExtended } from "./extended.ts";
import type { OwnFile } from "./own-file.ts";
import { readPack } from "./pack.ts";
import { readPhraseList } from "./phrase-list.ts";
import { problem } from "./problem.ts";
import { checkRuleNames, RuleSettings } from "./rule-settings.ts";
import type { Placed } from "./values.ts";

/** Reads a configuration and all that it names; whatever is wrong is told, and the rest holds. */
export async function readConfiguration(uri: string, text: string, source: ListSource): Promise<Configuration> {
  const uris = new Set<string>();
  const configs = await readExtended(uri, text, source, uris);
  const files = new Map<string, OwnFile>();
  /** The lists that were named, by the configuration that did; two that are built on one another may share them. */
  const named = new Map<string, string>();
  for (const { uri: base, config, problems } of configs)
    for (const list of config.lexicons) {
      const listUri = uriOf(list.text, base);
      const known = listUri === undefined ? undefined : named.get(uriKey(listUri));
      if (known === base || (listUri !== undefined && configs.some((one) => uriKey(one.uri) === uriKey(listUri)))) {
        problems.push(problem("list-twice", list.span, { path: list.text }));
        continue;
      }
      if (known !== undefined) continue;
      if (listUri !== undefined) named.set(uriKey(listUri), base);
      const read = await readList(list, listUri, source);
      if ("content" in read) files.set(listUri!, read);
      else problems.push(read);
    }
  for (const key of named.keys()) uris.add(key);
  const combined = combine([...files.values()]);
  const settings = new RuleSettings(uri, configs);
  checkRuleNames(configs, combined.wording.ruleIds);
  return {
    wording: combined.wording,
    settings,
    lexicons: configs.flatMap((from) => from.config.lexicons.map((list) => ({ ...list, from }))),
    uris,
    files: [
      // The one that is in force comes first, then those on which it is built.
      ...[...configs].reverse().map((one) => ({ uri: one.uri, text: one.text, problems: inOrder(one.problems) })),
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
  { text: path, span }: Placed,
  uri: string | undefined,
  source: ListSource,
): Promise<OwnFile | Finding> {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (!ENDINGS.includes(ending)) return problem("unknown-list", span, { path });
  const read = uri === undefined ? ({ absent: "missing" } as const) : await source.readList(uri);
  if ("absent" in read) return problem(`${read.absent}-list`, span, { path });
  const name = path.replace(/^.*[\\/]/, "");
  if (ending === "yaml" || ending === "yml") {
    const words = read.readings[0]!;
    return { name, text: words, content: readPack(words) };
  }
  const content = readPhraseList(read.readings, ending === "csv" ? undefined : "\t");
  return { name, text: content.text, content };
}

function inOrder(problems: readonly Finding[]): readonly Finding[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const ENDINGS = ["yaml", "yml", "csv", "tsv", "txt"];
