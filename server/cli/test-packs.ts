import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { combine } from "../config/check.ts";
import { readPack } from "../config/pack.ts";
import { Lines } from "../model/lines.ts";
import type { Bilingual } from "../rules/rule.ts";
import type { ListProblem } from "./labelled-lists.ts";

/** How an organisation's pack fared: how many examples its rules have, and what is wrong with it or with them. */
export interface JudgedPack {
  readonly path: string;
  readonly examples: number;
  readonly problems: readonly ListProblem[];
}

/** Whether a path names a pack rather than a list of utterances. */
export function isPack(path: string): boolean {
  return /\.ya?ml$/i.test(path);
}

/** Runs the examples that a pack's rules have: each marked stretch is to be found exactly, and clean turns are to be clean. */
export async function judgePack(path: string): Promise<JudgedPack> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return { path, examples: 0, problems: [{ path, message: UNREADABLE }] };
  }
  const content = readPack(text);
  const file = { name: basename(path), text, content };
  const lines = new Lines(text);
  const examples = content.rules.reduce((sum, { examples: { match, clean } }) => sum + match.length + clean.length, 0);
  const problems = combine([file])
    .problems.get(file)!
    .map(({ span, message }) => ({ path, line: lines.at(span.start).line + 1, message }));
  return { path, examples, problems };
}

const UNREADABLE: Bilingual = { zh: "读不了这个文件。", en: "This file cannot be read." };
