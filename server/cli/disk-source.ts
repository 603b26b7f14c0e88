import { readFile, stat } from "node:fs/promises";
import { join, normalize } from "node:path";
import { glob } from "tinyglobby";
import type { Bilingual } from "../rules/rule.ts";

/** A file that cannot be judged, and why. */
export interface FileProblem {
  readonly path: string;
  readonly message: Bilingual;
}

/** The endings of script files. */
const ENDINGS = ["sscript", "话术"];

/**
 * The scripts that the paths name: a file is taken as it is, a folder with all scripts below it (not those in
 * node_modules or hidden folders). Sorted within a folder, each file once.
 */
export async function findScripts(paths: readonly string[]): Promise<{ files: string[]; problems: FileProblem[] }> {
  const files = new Set<string>();
  const problems: FileProblem[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined)
      problems.push({ path, message: { zh: "找不到这个文件或文件夹。", en: "There is no such file or folder." } });
    else if (!found.isDirectory()) files.add(normalize(path));
    else {
      const below = await glob(
        ENDINGS.map((ending) => `**/*.${ending}`),
        { cwd: path, ignore: ["**/node_modules/**"], expandDirectories: false },
      );
      if (below.length === 0)
        problems.push({
          path,
          message: {
            zh: "这个文件夹里没有话术文件(.sscript 或 .话术)。",
            en: "There are no scripts (.sscript or .话术) in this folder.",
          },
        });
      for (const file of below.sort()) files.add(join(path, file));
    }
  }
  return { files: [...files], problems };
}

/** Reads a script as UTF-8; a byte order mark is left out. Any other encoding is a problem that names what it looks like. */
export async function readScript(path: string): Promise<{ text: string } | { problem: FileProblem }> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return {
      problem: { path, message: { zh: `读不了这个文件(${reason})。`, en: `This file cannot be read (${reason}).` } },
    };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const looks = encodingOf(bytes);
    return {
      problem: {
        path,
        message: {
          zh: `这个文件不是 UTF-8 编码${looks === undefined ? "" : `,看起来是 ${looks}`}。请用编辑器另存为 UTF-8。`,
          en: `This file is not UTF-8${looks === undefined ? "" : `; it looks like ${looks}`}. Save it as UTF-8 in your editor.`,
        },
      },
    };
  }
}

/** What an encoding other than UTF-8 looks like: by its byte order mark, or by decoding without an error. */
function encodingOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
  try {
    new TextDecoder("gb18030", { fatal: true }).decode(bytes);
    return "GB18030 (GBK)";
  } catch {
    return undefined;
  }
}
