import { uriOf } from "../model/imports.ts";
import type { ListSource } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import type { Finding } from "../rules/rule.ts";
import { type Config, readConfig } from "./config-file.ts";
import { problem } from "./problem.ts";
import type { Placed } from "./values.ts";

/** A configuration's file that was read. */
export interface ReadConfig {
  readonly uri: string;
  readonly text: string;
  readonly config: Config;
  /** What is wrong in it; whoever reads on may add to it. */
  readonly problems: Finding[];
}

/** How deep configurations may be built on one another, and how many there may be, as a bound on what one file causes to be read. */
export const BOUNDS = { depth: 8, count: 32 } as const;

/**
 * A configuration and those that it extends, the most general first, each once. One that is missing, or that leads back
 * to itself, is told where it is named, and the others hold.
 * @param uris takes the keys of all files that are named, those that are missing too
 */
export async function readExtended(
  uri: string,
  text: string,
  source: ListSource,
  uris: Set<string>,
): Promise<readonly ReadConfig[]> {
  const inOrder: ReadConfig[] = [];
  const read = new Set<string>();
  const visit = async (one: ReadConfig, above: readonly ReadConfig[]): Promise<void> => {
    read.add(uriKey(one.uri));
    const chain = [...above, one];
    for (const named of one.config.extends) {
      const next = await follow(named, chain);
      if (next !== undefined) await visit(next, chain);
    }
    inOrder.push(one);
  };
  const follow = async (
    { text: path, span }: Placed,
    chain: readonly ReadConfig[],
  ): Promise<ReadConfig | undefined> => {
    const here = chain.at(-1)!;
    const tell = (...[kind, , params]: Parameters<typeof problem>) => {
      here.problems.push(problem(kind, span, { path, ...params }));
      return undefined;
    };
    const next = uriOf(path, here.uri);
    if (next === undefined) return tell("missing-extends", span);
    uris.add(uriKey(next));
    const start = chain.findIndex(({ uri }) => uriKey(uri) === uriKey(next));
    if (start >= 0) {
      const cycle = [...chain.slice(start), chain[start]!].map(({ uri }) => nameOf(uri)).join(" → ");
      return tell("extends-cycle", span, { cycle });
    }
    if (read.has(uriKey(next))) return undefined;
    if (chain.length > BOUNDS.depth || read.size >= BOUNDS.count)
      return tell("extends-bound", span, { depth: String(BOUNDS.depth), count: String(BOUNDS.count) });
    const file = await source.readList(next);
    if ("absent" in file) return tell(`${file.absent}-extends`, span);
    return configAt(next, file.readings[0]!);
  };
  uris.add(uriKey(uri));
  await visit(configAt(uri, text), []);
  return inOrder;
}

function configAt(uri: string, text: string): ReadConfig {
  const config = readConfig(text);
  return { uri, text, config, problems: [...config.problems] };
}

/** What people call the file at a URI. */
export function nameOf(uri: string): string {
  return uriKey(uri).replace(/^.*\//, "");
}
