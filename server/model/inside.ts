import { uriKey } from "./uri-key.ts";

/** Where the file or folder that a URI names really lies, all links followed; undefined where there is none. */
export type RealUri = (uri: string) => Promise<string | undefined>;

/**
 * Whether a file lies in one of the folders, or below it: by its name, and by where links really lead, since what
 * somebody sent must not reach out of its folder by a link either.
 * @param uri of the file, which need not exist
 * @param folders their URIs
 */
export async function liesInside(uri: string, folders: readonly string[], realUri: RealUri): Promise<boolean> {
  if (!folders.some((folder) => isInside(uri, folder))) return false;
  const real = await realUri(uri);
  if (real === undefined) return true;
  const realFolders = await Promise.all(folders.map(realUri));
  return realFolders.some((folder) => folder !== undefined && isInside(real, folder));
}

/** Whether one URI lies below the folder that another one names, however either is escaped; what climbs is inside nothing. */
export function isInside(uri: string, folder: string): boolean {
  const key = keyOf(uri);
  return key.startsWith(keyOf(folder).replace(/\/?$/, "/")) && !/\/\.\.(?:\/|$)/.test(key);
}

/** On Windows a path may be written with the other slash, and a drive with either letter. */
function keyOf(uri: string): string {
  return uriKey(uri)
    .replaceAll("\\", "/")
    .replace(/^file:\/\/\/[A-Z]:/, (drive) => drive.toLowerCase());
}
