import { extname } from "node:path";
import type { Bilingual } from "../rules/rule.ts";
import type { Categories } from "./categories.ts";
import { type FileProblem, findFiles, readTable } from "./disk-source.ts";
import { type Complaint, type Reading, readLabelledTable, type Utterance } from "./labelled-table.ts";

export interface LabelledList {
  /** As the user named it, or found below a folder that the user named. */
  readonly path: string;
  /** In the order of the file, without those of categories that are to be skipped. */
  readonly utterances: readonly Utterance[];
  readonly skipped: number;
}

/** Why a list cannot be judged; the line, counted from 1, where it is about one. */
export interface ListProblem extends FileProblem {
  readonly line?: number;
}

/** The lists that the paths name. One with a problem is left out whole: figures about half a list would mislead. */
export async function readLists(
  paths: readonly string[],
  categories: Categories,
): Promise<{ readonly lists: readonly LabelledList[]; readonly problems: readonly ListProblem[] }> {
  const endings = [...READERS.keys()];
  const found = await findFiles(paths, endings, {
    zh: `这个文件夹里没有列表（${endings.map((ending) => `.${ending}`).join(" 或 ")}）。`,
    en: `There are no lists (${endings.map((ending) => `.${ending}`).join(" or ")}) in this folder.`,
  });
  const lists: LabelledList[] = [];
  const problems: ListProblem[] = [...found.problems];
  for (const path of found.files) {
    const reader = READERS.get(extname(path).slice(1).toLowerCase());
    if (reader === undefined) {
      problems.push({ path, message: NO_LIST });
      continue;
    }
    const read = await readTable(path);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    const { utterances, complaints } = reader(read.text, categories);
    const kept = utterances.filter(({ category }) => category.expects.kind !== "skip");
    if (complaints.length > 0) problems.push(...together(path, complaints));
    else if (utterances.length === 0) problems.push({ path, message: EMPTY });
    else lists.push({ path, utterances: kept, skipped: utterances.length - kept.length });
  }
  return { lists, problems };
}

/** How each kind of file is read, by its ending. */
const READERS: ReadonlyMap<string, (text: string, categories: Categories) => Reading> = new Map([
  ["tsv", (text, categories) => readLabelledTable(text, "\t", categories)],
  ["csv", (text, categories) => readLabelledTable(text, ",", categories)],
]);

const NO_LIST: Bilingual = {
  zh: "列表应是 .tsv 或 .csv 文件。",
  en: "A list has to be a .tsv or .csv file.",
};

const EMPTY: Bilingual = { zh: "这份列表里没有话语。", en: "There are no utterances in this list." };

/** Tells what is said of many lines once, with the first of them. */
function together(path: string, complaints: readonly Complaint[]): ListProblem[] {
  const alike = new Map<string, { readonly first: Complaint; lines: number }>();
  for (const complaint of complaints) {
    const known = alike.get(complaint.message.en);
    if (known === undefined) alike.set(complaint.message.en, { first: complaint, lines: 1 });
    else known.lines++;
  }
  const told = [...alike.values()].slice(0, MOST_PROBLEMS).map(({ first: { line, message }, lines }) => ({
    path,
    line,
    message: {
      zh: lines === 1 ? message.zh : `${message.zh}（共 ${lines} 行）`,
      en: lines === 1 ? message.en : `${message.en} (${lines} lines)`,
    },
  }));
  const left = alike.size - told.length;
  const more = { zh: `另有 ${left} 种问题没有列出。`, en: `${left} more problems are not listed.` };
  return left === 0 ? told : [...told, { path, message: more }];
}

/** In a list that was never meant as one, every line is a problem of its own. */
const MOST_PROBLEMS = 20;
