import type { Span } from "../../grammar/index.ts";
import { Lines } from "../model/lines.ts";
import type { Bilingual, Finding } from "../rules/rule.ts";
import type { Pack } from "./pack.ts";
import type { PhraseList } from "./phrase-list.ts";
import type { problem } from "./problem.ts";
import type { ReadStandard } from "./standards.ts";

/** A file of an organisation that was read. */
export interface OwnFile {
  /** What people call it. */
  readonly name: string;
  readonly text: string;
  readonly content: PhraseList | Pack | StandardFile;
}

/** The standards of a file, and what is wrong with it. */
export interface StandardFile {
  readonly standards: readonly ReadStandard[];
  readonly problems: readonly Finding[];
}

/** Reports what is wrong at a place of a file. */
export type ReportProblem = (file: OwnFile, ...what: Parameters<typeof problem>) => void;

/** The packs among the files. */
export function packsIn(files: readonly OwnFile[]): readonly { readonly file: OwnFile; readonly pack: Pack }[] {
  return files.flatMap((file) => ("rules" in file.content ? [{ file, pack: file.content }] : []));
}

/** The standards of the files. */
export function standardsIn(
  files: readonly OwnFile[],
): readonly { readonly file: OwnFile; readonly read: ReadStandard }[] {
  return files.flatMap((file) =>
    "standards" in file.content ? file.content.standards.map((read) => ({ file, read })) : [],
  );
}

/** The stretches of a text that were found, in words. */
export function quoted(text: string, found: readonly Span[]): Bilingual {
  const words = found.map(({ start, end }) => `“${text.slice(start, end)}”`);
  return words.length === 0
    ? { zh: "“”（什么也没找到）", en: "nothing" }
    : { zh: words.join(""), en: words.join(" and ") };
}

/** Where a stretch of a file stands, in words. */
export function placeOf({ name, text }: OwnFile, { start }: Span): Bilingual {
  const line = new Lines(text).at(start).line + 1;
  return { zh: `${name} 第 ${line} 行`, en: `${name}, line ${line}` };
}
