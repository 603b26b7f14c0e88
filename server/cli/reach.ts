import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CONFIGURATIONS } from "../config/configurations.ts";
import { isInside, liesInside } from "../model/inside.ts";

/**
 * Which files the linter may read for scripts that it was given, so that what somebody sent cannot make it read whatever
 * it names: scripts in and below the given folders and those of the given files, wherever links lead; lists also below
 * the folder of the configuration that is in force there; and configurations of the usual name above them.
 */
export class Reach {
  private readonly paths: readonly string[];
  private folders: Promise<readonly string[]> | undefined;
  private configured: Promise<readonly string[]> | undefined;

  constructor(paths: readonly string[]) {
    this.paths = paths;
  }

  async holdsScript(uri: string): Promise<boolean> {
    return liesInside(uri, await this.given(), realUri);
  }

  async holdsList(uri: string): Promise<boolean> {
    const given = await this.given();
    this.configured ??= Promise.all(given.map(configuredAbove)).then((above) => [...given, ...above.flat()]);
    if (await liesInside(uri, await this.configured, realUri)) return true;
    // By its name it lies in a given folder, so that only a link leads it out: what is above another of them too is no better.
    if (!CONFIGURATIONS.includes(basename(uri)) || given.some((inside) => isInside(uri, inside))) return false;
    const folder = new URL(".", uri).href;
    return given.some((inside) => isInside(inside, folder));
  }

  private given(): Promise<readonly string[]> {
    this.folders ??= Promise.all(this.paths.map(folderOf));
    return this.folders;
  }
}

/** The path on this disk that a URI names; undefined where it can be none. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    // A host or an escaped slash in a file's address: nothing on this disk has it.
    return undefined;
  }
}

/** Whether there is something at a path that is no device: reading those would never end. */
export async function exists(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && (found.isFile() || found.isDirectory());
}

/** The URI of a folder that was given, or of the one in which a given file lies, whatever its name ends in. */
export async function folderOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return pathToFileURL(found?.isDirectory() ? resolve(path) : dirname(resolve(path))).href;
}

/** The folder, this one or above, with the configuration that is in force for its scripts. */
async function configuredAbove(uri: string): Promise<readonly string[]> {
  for (let folder = fileURLToPath(uri); ; folder = dirname(folder)) {
    for (const name of CONFIGURATIONS) if (await exists(join(folder, name))) return [pathToFileURL(folder).href];
    if (folder === dirname(folder)) return [];
  }
}

async function realUri(uri: string): Promise<string | undefined> {
  const path = pathOf(uri);
  const real = path === undefined ? undefined : await realpath(path).catch(() => undefined);
  return real === undefined ? undefined : pathToFileURL(real).href;
}
