import { sep } from "node:path";
import { createTwoFilesPatch } from "diff";
import { type FileProblem, readBytes, readScript } from "./disk-source.ts";
import type { Change } from "./fix.ts";
import { printable } from "./printable.ts";
import { replaceFile } from "./write-file.ts";

/** What became of mended scripts: what there is to say, and those that could not be written. */
export interface Written {
  readonly told: readonly FileProblem[];
  readonly failed: readonly FileProblem[];
}

/** Writes mended scripts, each at one stroke; one that somebody has changed since it was read stays as it is. */
export async function writeMended(changes: readonly Change[]): Promise<Written> {
  const told: FileProblem[] = [];
  const failed: FileProblem[] = [];
  for (const change of changes) {
    const { path } = change;
    try {
      if (await write(change)) told.push({ path, message: MENDED });
      else failed.push({ path, message: CHANGED_MEANWHILE });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      failed.push({ path, message: { zh: `写不了（${code}）。`, en: `It cannot be written (${code}).` } });
    }
  }
  return { told, failed };
}

/** Prints what would be changed as one patch, which `git apply` and `patch -p1` take. */
export function showMended(changes: readonly Change[]): Written {
  for (const { path, before, after } of changes) {
    const lines = patchOf(path.split(sep).join("/").replace(/^\/+/, ""), before, after);
    // To a terminal no control character is sent; a file has to get every character as it is.
    process.stdout.write(process.stdout.isTTY ? lines.split("\n").map(printable).join("\n") : lines);
  }
  return { told: changes.map(({ path }) => ({ path, message: WOULD_BE_MENDED })), failed: [] };
}

/** A patch of a file, its name as people read it where nothing in it has to be put in quotes. */
function patchOf(name: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  const [old, next, ...lines] = patch.replace(/^=+\n/, "").split("\n");
  const isPlain = !/["\\\u0000-\u001f\u007f]/.test(name);
  // Behind a name with blanks a tab says where it ends.
  const end = name.includes(" ") ? "\t" : "";
  return [...(isPlain ? [`--- a/${name}${end}`, `+++ b/${name}${end}`] : [old, next]), ...lines].join("\n");
}

async function write({ path, before, after }: Change): Promise<boolean> {
  const [read, file] = [await readBytes(path), await readScript(path)];
  if (!("bytes" in read) || !("text" in file)) return false;
  // Under another name, such as a link's, it may have been written just now.
  if (file.text === after) return true;
  if (file.text !== before) return false;
  const mark = MARK.every((byte, index) => read.bytes[index] === byte) ? "\ufeff" : "";
  return replaceFile(path, mark + after, read.bytes);
}

/** The byte order mark in UTF-8, which stays where it is. */
const MARK = [0xef, 0xbb, 0xbf];

const MENDED = { zh: "改好了。", en: "Mended." };
const WOULD_BE_MENDED = { zh: "会改成这样（没有写入）。", en: "It would be changed like this (nothing is written)." };
const CHANGED_MEANWHILE = {
  zh: "检查期间有人改了这个文件，没有写入。请再运行一次。",
  en: "Somebody has changed this file meanwhile; it was not written. Run the command again.",
};
