import { uriOf } from "../model/imports.ts";
import type { ListSource } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import type { Finding } from "../rules/rule.ts";
import { combine } from "./check.ts";
import type { Configuration } from "./configurations.ts";
import { nameOf, readExtended } from "./extended.ts";
import type { OwnFile } from "./own-file.ts";
import { problem } from "./problem.ts";
import { readList, readStandardFile } from "./read-own-file.ts";
import { checkRuleNames, RuleSettings } from "./rule-settings.ts";

/** Reads a configuration and all that it names; whatever is wrong is told, and the rest holds. */
export async function readConfiguration(uri: string, text: string, source: ListSource): Promise<Configuration> {
  const uris = new Set<string>();
  const configs = await readExtended(uri, text, source, uris);
  /** The configurations first, the one that is in force before those on which it is built. */
  const files = new Map<string, OwnFile>(
    [...configs].reverse().map(({ uri, text, config: { standards } }) => {
      return [uri, { name: nameOf(uri), text, content: { standards, problems: [] } }];
    }),
  );
  /** The files that were named, by the configuration that did; two that are built on one another may share them. */
  const named = new Map<string, string>(configs.map((one) => [uriKey(one.uri), ITSELF]));
  for (const { uri: base, config, problems } of configs) {
    const wanted = [
      ...config.lexicons.map((file) => ({ file, read: readList })),
      ...config.standardFiles.map((file) => ({ file, read: readStandardFile })),
    ];
    for (const { file, read } of wanted) {
      const fileUri = uriOf(file.text, base);
      const before = fileUri === undefined ? undefined : named.get(uriKey(fileUri));
      if (before === base || before === ITSELF) problems.push(problem("list-twice", file.span, { path: file.text }));
      if (before !== undefined) continue;
      if (fileUri !== undefined) named.set(uriKey(fileUri), base);
      const found = await read(file, fileUri, source);
      if ("content" in found) files.set(fileUri!, found);
      else problems.push(found);
    }
  }
  for (const key of named.keys()) uris.add(key);
  const combined = combine(
    [...files.values()],
    configs.some(({ problems }) => problems.length > 0),
  );
  const settings = new RuleSettings(uri, configs);
  checkRuleNames(configs, combined.wording);
  const problemsOf = (uri: string) => configs.find((one) => one.uri === uri)?.problems ?? [];
  return {
    wording: combined.wording,
    settings,
    lexicons: configs.flatMap((from) => from.config.lexicons.map((list) => ({ ...list, from }))),
    standards: configs.flatMap((from) => {
      const { standardFiles, standards } = from.config;
      const inside = standards.map(({ standard: { id }, span }) => ({ text: `id: ${id}`, span, from }));
      return [...standardFiles.map((file) => ({ ...file, from })), ...inside];
    }),
    uris,
    files: [...files].map(([uri, file]) => ({
      uri,
      text: file.text,
      problems: inOrder([...problemsOf(uri), ...combined.problems.get(file)!]),
    })),
  };
}

/** Stands for a configuration among the files that are named by one. */
const ITSELF = "";

function inOrder(problems: readonly Finding[]): readonly Finding[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
