import { join } from "node:path";
import type { Bilingual } from "../rules/rule.ts";
import { git, troubleWithGit } from "./git.ts";

/** What a change touches of a file: all of it, or some places. Lines count from 1 and end with LF. */
export type Touched = "all" | readonly Hunk[];

/** Lines that are new or different; without any, lines were taken away behind the line `from`. */
export interface Hunk {
  readonly from: number;
  readonly count: number;
}

export interface GitChanges {
  /** The folder of the repository, by its real path. */
  readonly root: string;
  /** What is touched, by the real paths of files as they are now: of a file that was renamed only what differs. */
  readonly files: ReadonlyMap<string, Touched>;
}

/**
 * What has changed in the repository around the current folder since the last commit that it shares with `ref`: what is
 * committed, what is not, and files that git does not know yet.
 */
export async function changesSince(ref: string): Promise<GitChanges | { readonly wrong: Bilingual }> {
  try {
    const root = (await git(["rev-parse", "--show-toplevel"])).replace(/\n$/, "");
    const commit = (await git(["rev-parse", "--verify", "--end-of-options", `${ref}^{commit}`])).trim();
    const patch = await git([...DIFF, "--merge-base", commit], root);
    const untracked = await git(["ls-files", "--others", "--exclude-standard", "-z"], root);
    const files = new Map([...readPatch(patch)].map(([path, touched]) => [join(root, path), touched]));
    for (const path of untracked.split("\0")) if (path !== "") files.set(join(root, path), "all");
    return { root, files };
  } catch (error) {
    const trouble = troubleWithGit(error);
    if ("wrong" in trouble) return trouble;
    const { said } = trouble;
    return {
      wrong: {
        zh: `git 说不出从 ${ref} 起改了什么（${said}）。请在 git 仓库里运行，写存在的提交或分支；CI 里要取完整的历史。`,
        en: `Git cannot tell what has changed since ${ref} (${said}). Run this in a git repository, with a commit or branch that exists; CI has to fetch the whole history.`,
      },
    };
  }
}

/** Nothing that somebody has configured for people may change what is read. */
const DIFF = [
  ...["-c", "core.quotePath=false", "diff", "--unified=0", "--inter-hunk-context=0", "--find-renames"],
  ...["--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--src-prefix=a/", "--dst-prefix=b/"],
  "--ignore-submodules",
];

/** Reads what a patch without context touches, by the files' new paths. */
export function readPatch(patch: string): ReadonlyMap<string, Touched> {
  const files = new Map<string, Touched>();
  const lines = patch.split("\n");
  let hunks: Hunk[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk !== null) {
      const [, gone = "1", from, count = "1"] = hunk;
      hunks.push({ from: Number(from), count: Number(count) });
      // What stands in the lines themselves may look like anything.
      index += Number(gone) + Number(count);
      continue;
    }
    const name = line.startsWith("+++ ") ? nameOf(line.slice(4)) : undefined;
    const binary = /^Binary files .* and (.*) differ$/.exec(line)?.[1];
    if (name !== undefined) {
      hunks = [];
      files.set(name, hunks);
    } else if (binary !== undefined) {
      const path = nameOf(binary);
      if (path !== undefined) files.set(path, "all");
    }
  }
  return files;
}

/** The path that a patch names; undefined where it is that of nothing. */
function nameOf(word: string): string | undefined {
  // Behind a name with blanks git puts a tab.
  const bare = word.replace(/\t$/, "");
  const quoted = /^"(.*)"$/.exec(bare)?.[1];
  const name = quoted === undefined ? bare : unquoted(quoted);
  return name.startsWith("b/") ? name.slice(2) : undefined;
}

/** A name that git has put in quotes, as C does; a sign that is not ASCII may be there as its bytes in octal. */
function unquoted(text: string): string {
  const bytes: Buffer[] = [];
  for (const [part, escaped] of text.matchAll(/\\([0-7]{3}|.)|[^\\]+/gs))
    bytes.push(
      escaped === undefined
        ? Buffer.from(part)
        : /^\d/.test(escaped)
          ? Buffer.from([Number.parseInt(escaped, 8)])
          : Buffer.from(ESCAPES[escaped] ?? escaped),
    );
  return Buffer.concat(bytes).toString();
}

const ESCAPES: Readonly<Record<string, string>> = { a: "\u0007", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" };
