import { randomUUID } from "node:crypto";
import { access, constants, mkdir, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { holdSignals } from "./hold-signals.ts";

/** Writes a file that is not there yet, with the permissions `mode`; nothing is left of it when that fails. */
export async function createFile(path: string, text: string, mode: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await holdSignals(async () => {
    const file = await open(path, "wx", mode);
    try {
      await file.writeFile(text);
      await file.chmod(mode & 0o7777);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  });
}

/**
 * Replaces a file at one stroke: whoever reads it finds the old text or the new, even if the power fails in between. Its
 * permissions stay, and a link keeps pointing at the file.
 * @param before what the file held when its new text was made
 * @returns false, with nothing written, when it holds something else by now
 */
export async function replaceFile(path: string, text: string, before?: Uint8Array): Promise<boolean> {
  const real = await realpath(path);
  await access(real, constants.W_OK);
  return putInPlace(real, text, (await stat(real)).mode, before);
}

/** Writes a file at one stroke, whether it is there or not, with its folder. */
export async function writeFile(path: string, text: string): Promise<void> {
  const known = await stat(path).catch(() => undefined);
  if (known === undefined) await putInPlace(path, text, NEW);
  // What is no file on a disk, such as /dev/stdout or a pipe, cannot be replaced: it is written to.
  else if (!known.isFile()) await writeTo(path, text);
  else await replaceFile(path, text);
}

/** Writes a file beside the path, and gives it that name when it is whole and, where it is given, the old text still there. */
function putInPlace(path: string, text: string, mode: number, before?: Uint8Array): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  return holdSignals(async () => {
    await createFile(temporary, text, mode);
    try {
      // It is compared as late as can be, when only the renaming is left to do.
      const isUnchanged = before === undefined || Buffer.compare(await readFile(path), before) === 0;
      if (isUnchanged) await rename(temporary, path);
      else await rm(temporary, { force: true });
      return isUnchanged;
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
}

/** Anybody reads it, its owner writes it. */
const NEW = 0o644;

async function writeTo(path: string, text: string): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}
