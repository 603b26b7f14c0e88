import { normalize } from "node:path";
import { pathToFileURL } from "node:url";
import type { Configurations } from "../config/configurations.ts";
import type { FileProblem } from "./disk-source.ts";

/** Whether the configuration says that the script at a path is not to be judged. */
export async function isIgnored(path: string, configurations: Configurations): Promise<boolean> {
  const uri = pathToFileURL(path).href;
  return (await configurations.of(uri)).settings?.ignoredBy(uri) !== undefined;
}

export interface KeptFiles {
  readonly files: readonly string[];
  /** Of files that were named and are left out all the same. */
  readonly notes: readonly FileProblem[];
  readonly problems: readonly FileProblem[];
}

/**
 * The files that the configuration does not leave out.
 * @param paths what the user named: the files, or folders of them
 */
export async function withoutIgnored(
  found: readonly string[],
  paths: readonly string[],
  configurations: Configurations,
): Promise<KeptFiles> {
  const named = new Set(paths.map(normalize));
  const files: string[] = [];
  const ignored: string[] = [];
  for (const path of found) ((await isIgnored(path, configurations)) ? ignored : files).push(path);
  // A folder of which nothing is judged would look like one in which nothing is wrong.
  const isNothingLeft = files.length === 0 && ignored.some((path) => !named.has(path));
  return {
    files,
    notes: ignored.filter((path) => named.has(path)).map((path) => ({ path, message: IGNORED })),
    problems: isNothingLeft ? [{ path: paths.join(" "), message: ALL_IGNORED }] : [],
  };
}

export const IGNORED = {
  zh: "没有检查：配置里的 ignore 排除了它。",
  en: "Not checked: the configuration's ignore leaves it out.",
};
const ALL_IGNORED = {
  zh: "这里的话术都被配置里的 ignore 排除了，一份也没有检查。",
  en: "All scripts here are left out by the configuration's ignore: nothing was checked.",
};
