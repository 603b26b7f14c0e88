import { normalize } from "node:path";
import { buffer } from "node:stream/consumers";
import { decodeScript, type FileProblem, findScripts, readScript } from "./disk-source.ts";
import { IGNORED, isIgnored, withoutIgnored } from "./ignored-scripts.ts";
import type { LintOptions } from "./lint-options.ts";
import type { ScriptJudge } from "./script-judge.ts";

/** The scripts that are to be judged together. */
export interface Scripts {
  /** Their texts by their paths. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly problems: FileProblem[];
  /** What is to be said and is no problem. */
  readonly notes: FileProblem[];
  /** Whether nothing else can use what they offer: files that are named one by one may be used by others. */
  readonly isWhole: boolean;
}

type Wanted = Pick<LintOptions, "paths" | "stdin">;
type Judge = Pick<ScriptJudge, "configurations">;

/** Reads the scripts that the paths name, or the one of standard input, without those that the configuration leaves out. */
export async function readScripts({ paths, stdin }: Wanted, judge: Judge): Promise<Scripts> {
  if (stdin !== undefined) return readStdin(stdin, judge);
  const found = await findScripts(paths);
  const { files, notes, problems: left } = await withoutIgnored(found.files, paths, judge.configurations);
  const problems = [...found.problems, ...left];
  const scripts = new Map<string, string>();
  for (const path of files) {
    const read = await readScript(path);
    if ("problem" in read) problems.push(read.problem);
    else scripts.set(path, read.text);
  }
  const named = new Set(paths.map(normalize));
  // What a file that cannot be read uses, nobody knows.
  return {
    scripts,
    problems,
    notes: [...notes],
    isWhole: problems.length === 0 && !found.files.some((path) => named.has(path)),
  };
}

/** The script of standard input, under the name of a file that there need not be: its folder's configuration holds. */
async function readStdin(name: string, judge: Judge): Promise<Scripts> {
  const path = normalize(name);
  const read = decodeScript(path, await buffer(process.stdin));
  const ignored = await isIgnored(path, judge.configurations);
  return {
    scripts: new Map("text" in read && !ignored ? [[path, read.text]] : []),
    problems: "problem" in read ? [read.problem] : [],
    notes: ignored ? [{ path, message: IGNORED }] : [],
    isWhole: false,
  };
}
