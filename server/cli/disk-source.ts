import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import { CONFIGURATIONS } from "../config/configurations.ts";
import { decode, FOREIGN, type Recognised, readingsOf, recognise } from "../model/encoding.ts";
import type { ListSource, Source } from "../model/source.ts";
import type { Bilingual } from "../rules/rule.ts";

/** A file that cannot be judged, and why. */
export interface FileProblem {
  readonly path: string;
  readonly message: Bilingual;
}

/** The endings of script files. */
const ENDINGS = ["sscript", "话术"];

export interface FoundFiles {
  readonly files: string[];
  readonly problems: FileProblem[];
}

/** The scripts that the paths name: a file is taken as it is, a folder with all scripts below it. */
export async function findScripts(paths: readonly string[]): Promise<FoundFiles> {
  return findFiles(paths, ENDINGS, {
    zh: "这个文件夹里没有话术文件（.sscript 或 .话术）。",
    en: "There are no scripts (.sscript or .话术) in this folder.",
  });
}

/**
 * The files that the paths name: a file is taken as it is, a folder with all files of these endings below it (not those
 * in node_modules or hidden folders). Sorted within a folder, each file once.
 * @param none what to say of a folder without any
 */
export async function findFiles(
  paths: readonly string[],
  endings: readonly string[],
  none: Bilingual,
): Promise<FoundFiles> {
  /** The paths to report, by the files that they mean. */
  const files = new Map<string, string>();
  const take = (path: string) => {
    if (!files.has(resolve(path))) files.set(resolve(path), path);
  };
  const problems: FileProblem[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined)
      problems.push({ path, message: { zh: "找不到这个文件或文件夹。", en: "There is no such file or folder." } });
    else if (!found.isDirectory()) take(normalize(path));
    else {
      const below = await glob(
        endings.map((ending) => `**/*.${ending}`),
        {
          cwd: path,
          ignore: ["**/node_modules/**"],
          expandDirectories: false,
          caseSensitiveMatch: false,
          followSymbolicLinks: false,
        },
      );
      if (below.length === 0) problems.push({ path, message: none });
      for (const file of below.sort()) take(join(path, file));
    }
  }
  return { files: [...files.values()], problems };
}

/** Reads a script as UTF-8; a byte order mark is left out. Any other encoding is a problem that names what it looks like. */
export async function readScript(path: string): Promise<{ text: string } | { problem: FileProblem }> {
  const read = await readBytes(path);
  return "problem" in read ? read : decodeScript(path, read.bytes);
}

/** The text of a script, given its bytes and its name, as `readScript` gives it. */
export function decodeScript(path: string, bytes: Uint8Array): { text: string } | { problem: FileProblem } {
  const found = recognise(bytes);
  return found.kind === "utf-8" ? { text: found.text } : { problem: { path, message: notUtf8(path, found) } };
}

/**
 * Reads a table in whatever encoding a spreadsheet saved it, since many spreadsheets do not ask; where two are possible,
 * it is a problem that names both.
 */
export async function readTable(path: string): Promise<{ text: string } | { problem: FileProblem }> {
  const read = await readBytes(path);
  if ("problem" in read) return read;
  const found = recognise(read.bytes);
  if (found.kind === "utf-8") return { text: found.text };
  const text = found.kind === "foreign" && found.sure ? decode(read.bytes, found.candidates[0]!) : undefined;
  return text === undefined ? { problem: { path, message: notUtf8(path, found) } } : { text };
}

export async function readBytes(path: string): Promise<{ bytes: Uint8Array } | { problem: FileProblem }> {
  try {
    return { bytes: await readFile(path) };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const message = UNREADABLE[reason] ?? {
      zh: `读不了这个文件（${reason}）。`,
      en: `This file cannot be read (${reason}).`,
    };
    return { problem: { path, message } };
  }
}

const UNREADABLE: Readonly<Record<string, Bilingual>> = {
  ENOENT: { zh: "找不到这个文件。", en: "There is no such file." },
  EISDIR: { zh: "这是一个文件夹，请写出文件名。", en: "This is a folder: name the files." },
};

/** Says in which encoding a file seems to be, and which command makes UTF-8 of it. */
function notUtf8(path: string, found: Exclude<Recognised, { kind: "utf-8" }>): Bilingual {
  if (found.kind === "unknown")
    return {
      zh: "这个文件不是 UTF-8 编码，也认不出是哪一种。请用写它的软件打开，另存为 UTF-8。",
      en: "This file is not UTF-8, nor any encoding known here. Open it where it was written and save it as UTF-8.",
    };
  const names = found.candidates.map((encoding) => FOREIGN[encoding]);
  const from = found.sure ? "" : ` --from ${found.candidates.join("|")}`;
  // What a shell would take apart is quoted.
  const file = /^[\w./\\:\u3400-\u9fff-]+$/.test(path) ? path : JSON.stringify(path);
  const command = `service-script convert${from} ${file}`;
  return {
    zh: `这个文件不是 UTF-8 编码，看起来是 ${names.join("或 ")}。转成 UTF-8:${command}`,
    en: `This file is not UTF-8; it looks like ${names.join(" or ")}. Convert it: ${command}`,
  };
}

/**
 * Reads imported scripts, and the lists that a configuration names, below the given files' folders and the given
 * folders only: what somebody sent must not make the linter read whatever it names. A configuration may lie above them,
 * and lists below it.
 */
export function diskSource(paths: readonly string[]): Source & ListSource {
  const folders = scriptFolders(paths);
  const isInside = (path: string) =>
    folders.some((folder) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
  return {
    async read(uri) {
      const path = pathOf(uri);
      if (path === undefined) return { absent: "missing" };
      if (!isInside(path)) return { absent: "outside" };
      if (!(await exists(path))) return { absent: "missing" };
      const read = await readScript(path);
      return "text" in read ? read : { absent: "unreadable" };
    },
    async readList(uri) {
      const path = pathOf(uri);
      if (path === undefined) return { absent: "missing" };
      if (!CONFIGURATIONS.includes(basename(path)) && !isInside(path) && !(await isBelowConfiguration(path)))
        return { absent: "outside" };
      if (!(await exists(path))) return { absent: "missing" };
      const read = await readBytes(path);
      const readings = "bytes" in read ? readingsOf(read.bytes) : [];
      return readings.length === 0 ? { absent: "unreadable" } : { readings };
    },
  };
}

/** The whole paths of folders, and of those in which the given scripts lie. */
export function scriptFolders(paths: readonly string[]): readonly string[] {
  return paths.map((path) => resolve(ENDINGS.some((ending) => path.endsWith(`.${ending}`)) ? dirname(path) : path));
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    // A host or an escaped slash in a file's address: nothing on this disk has it.
    return undefined;
  }
}

/** Whether there is something at a path that is no folder and no device: reading those would never end. */
async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && (found.isFile() || found.isDirectory());
}

async function isBelowConfiguration(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    for (const name of CONFIGURATIONS) if (await exists(join(folder, name))) return true;
    if (folder === dirname(folder)) return false;
  }
}
