import { normalize } from "node:path";
import { buffer } from "node:stream/consumers";
import { decodeScript, type FileProblem, findScripts, readScript } from "./disk-source.ts";
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
type Judge = Pick<ScriptJudge, "isIgnored">;

/** Reads the scripts that the paths name, or the one of standard input, without those that the configuration leaves out. */
export async function readScripts({ paths, stdin }: Wanted, judge: Judge): Promise<Scripts> {
  if (stdin !== undefined) return readStdin(stdin, judge);
  const { files, problems } = await findScripts(paths);
  const named = new Set(paths.map(normalize));
  const scripts = new Map<string, string>();
  const ignored: string[] = [];
  for (const path of files) {
    if (await judge.isIgnored(path)) {
      ignored.push(path);
      continue;
    }
    const read = await readScript(path);
    if ("problem" in read) problems.push(read.problem);
    else scripts.set(path, read.text);
  }
  const notes = ignored.filter((path) => named.has(path)).map((path) => ({ path, message: IGNORED }));
  // A folder of which nothing is judged would look like one in which nothing is wrong.
  if (scripts.size === 0 && ignored.some((path) => !named.has(path)))
    problems.push({ path: paths.join(" "), message: ALL_IGNORED });
  // What a file that cannot be read uses, nobody knows.
  return { scripts, problems, notes, isWhole: problems.length === 0 && !files.some((path) => named.has(path)) };
}

/** The script of standard input, under the name of a file that there need not be: its folder's configuration holds. */
async function readStdin(name: string, judge: Judge): Promise<Scripts> {
  const path = normalize(name);
  const read = decodeScript(path, await buffer(process.stdin));
  const isIgnored = await judge.isIgnored(path);
  return {
    scripts: new Map("text" in read && !isIgnored ? [[path, read.text]] : []),
    problems: "problem" in read ? [read.problem] : [],
    notes: isIgnored ? [{ path, message: IGNORED }] : [],
    isWhole: false,
  };
}

const IGNORED = {
  zh: "没有检查：配置里的 ignore 排除了它。",
  en: "Not checked: the configuration's ignore leaves it out.",
};
const ALL_IGNORED = {
  zh: "这里的话术都被配置里的 ignore 排除了，一份也没有检查。",
  en: "All scripts here are left out by the configuration's ignore: nothing was checked.",
};
