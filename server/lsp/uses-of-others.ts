import type { ScriptDocument } from "../model/document.ts";
import { importsOf } from "../model/imports.ts";
import { uriKey } from "../model/uri-key.ts";
import { farUsesIn } from "../model/uses.ts";

/** What each script uses of others, remembered to tell when it uses something else. */
export class UsesOfOthers {
  private readonly known = new Map<string, Uses>();

  /**
   * Notes what a script uses now; undefined of one that is gone.
   * @returns the URIs of scripts of which it uses more or less than before
   */
  note(uri: string, script: ScriptDocument | undefined): readonly string[] {
    const key = uriKey(uri);
    const before = this.known.get(key);
    const now = script && usesIn(script);
    if (before?.names === now?.names) return [];
    if (now === undefined) this.known.delete(key);
    else this.known.set(key, now);
    return [...new Set([...(before?.scripts ?? []), ...(now?.scripts ?? [])])];
  }
}

interface Uses {
  readonly scripts: readonly string[];
  /** All that is used of them, as one text to compare. */
  readonly names: string;
}

function usesIn(script: ScriptDocument): Uses {
  const scripts = importsOf(script).flatMap(({ uri }) => uri ?? []);
  const names = [...farUsesIn(script)].map(([alias, used]) => [alias, [...used]]);
  return { scripts, names: JSON.stringify([scripts, names]) };
}
