import { readFile } from "node:fs/promises";
import type { Bilingual } from "../rules/rule.ts";
import { writeFile } from "./write-file.ts";

/** How often each fingerprint of a rule is known in a script, by the script's path and the rule. */
export type Known = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

const VERSION = 1;

/** Reads a list, or says why there is none to use. */
export async function readList(file: string): Promise<{ readonly known: Known } | { readonly wrong: Bilingual }> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    return { wrong: (error as NodeJS.ErrnoException).code === "ENOENT" ? MISSING : MALFORMED };
  }
  try {
    const list = JSON.parse(text);
    return list.version === VERSION && isKnown(list.files) ? { known: list.files } : { wrong: MALFORMED };
  } catch {
    return { wrong: MALFORMED };
  }
}

function isKnown(files: unknown): files is Known {
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  const each = (value: unknown, holds: (inner: unknown) => boolean) =>
    isRecord(value) && Object.values(value).every(holds);
  return each(files, (rules) => each(rules, (prints) => each(prints, (count) => Number.isInteger(count))));
}

/** Writes a list, in a fixed order, so that a change of it shows what has changed. */
export async function writeList(file: string, files: Known): Promise<void> {
  const sorted = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, sorted(inner)]),
        )
      : value;
  const some = Object.entries(files).filter(([, rules]) => total(rules) > 0);
  await writeFile(
    file,
    `${JSON.stringify({ version: VERSION, files: sorted(Object.fromEntries(some)) }, undefined, 2)}\n`,
  );
}

/** Why there is no list where none was written yet. */
export const MISSING: Bilingual = {
  zh: "没有这份已知问题清单。第一次用 --update-baseline 写下它。",
  en: "There is no such baseline. Write it with --update-baseline first.",
};
const MALFORMED: Bilingual = {
  zh: "这不是 --update-baseline 写下的清单，没有用它。",
  en: "This is no baseline as --update-baseline writes it; it was not used.",
};
/** How many findings of a script are known. */
export function total(rules: Known[string]): number {
  return Object.values(rules).reduce((sum, prints) => sum + Object.values(prints).reduce((a, b) => a + b, 0), 0);
}
