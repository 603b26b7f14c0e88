import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Source } from "../model/source.ts";
import type { Bilingual } from "../rules/rule.ts";
import { decodeScript, diskSource, readScript } from "./disk-source.ts";
import { gitBytes, troubleWithGit } from "./git.ts";

/** A version of a script that somebody named: a file, or a file as it was at a commit. */
export interface VersionOnDisk {
  /** As the user named it. */
  readonly name: string;
  /** Where the file lies, or lay. */
  readonly uri: string;
  readonly text: string;
  /** Where it finds what it imports, as it was then. */
  readonly source: Source;
}

/** Why a version cannot be had. */
export interface NoVersion {
  readonly name: string;
  readonly wrong: Bilingual;
}

/** Reads the version that a word names: a file, or where there is none of that name, `REV:FILE`. */
export async function readVersion(word: string): Promise<VersionOnDisk | NoVersion> {
  const sign = word.indexOf(":");
  if (sign > 0 && !(await exists(word))) return readRevision(word.slice(0, sign), word.slice(sign + 1));
  const read = await readScript(word);
  if ("problem" in read) return { name: word, wrong: read.problem.message };
  return { name: word, uri: pathToFileURL(word).href, text: read.text, source: diskSource([".", word]) };
}

/** Reads a file as it was at a commit, branch or tag. */
export async function readRevision(rev: string, path: string): Promise<VersionOnDisk | NoVersion> {
  const name = `${rev}:${path}`;
  try {
    const commit = await commitOf(rev, path);
    const read = decodeScript(name, await show(commit, path));
    if ("problem" in read) return { name, wrong: read.problem.message };
    // What it used then is read as it was then; nothing outside the repository was.
    const source: Source = {
      read: async (uri) => {
        try {
          const used = decodeScript(uri, await show(commit, fileURLToPath(uri)));
          return "text" in used ? used : { absent: "unreadable" };
        } catch {
          return { absent: "missing" };
        }
      },
    };
    return { name, uri: pathToFileURL(path).href, text: read.text, source };
  } catch (error) {
    const trouble = troubleWithGit(error);
    if ("wrong" in trouble) return { name, ...trouble };
    return {
      name,
      wrong: {
        zh: `git 里找不到这个版本（${trouble.said}）。请写存在的提交、分支或标签，和那时就有的文件。`,
        en: `Git does not have this version (${trouble.said}). Name a commit, branch or tag that exists, and a file that was there then.`,
      },
    };
  }
}

async function commitOf(rev: string, path: string): Promise<string> {
  const words = ["rev-parse", "--verify", "--end-of-options", `${rev}^{commit}`];
  return Buffer.from(await gitBytes(words, await folderOf(path)))
    .toString()
    .trim();
}

async function show(commit: string, path: string): Promise<Uint8Array> {
  const folder = await folderOf(path);
  const name = folder === "." ? path : basename(path);
  return gitBytes(["show", `${commit}:./${name.replaceAll("\\", "/")}`], folder);
}

/** The folder from which git finds a file: its own, or this one where that is gone. */
async function folderOf(path: string): Promise<string> {
  const folder = dirname(resolve(path));
  return (await exists(folder)) ? folder : ".";
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
