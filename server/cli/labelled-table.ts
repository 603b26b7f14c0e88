import { keywordKey, lookUp, SPEAKERS, type SpeakerId } from "../../grammar/index.ts";
import { type Row, readDelimited, UnclosedQuote } from "../model/delimited.ts";
import type { Bilingual } from "../rules/rule.ts";
import type { Categories, Category } from "./categories.ts";

/** Something that was said, and what people who know say of it. */
export interface Utterance {
  /** On which line of the list it begins, counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly speaker: SpeakerId;
  readonly category: Category;
}

/** Why a line of a list cannot be judged. */
export interface Complaint {
  readonly line: number;
  readonly message: Bilingual;
}

export interface Reading {
  readonly utterances: readonly Utterance[];
  readonly complaints: readonly Complaint[];
}

/** Reads a list that is a table: an utterance a row, with its category and perhaps its speaker. */
export function readLabelledTable(text: string, separator: "," | "\t", categories: Categories): Reading {
  try {
    return readRows(readDelimited(text, separator), categories);
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    const message = {
      zh: '这一行的引号（"）没有成对。格子以引号开头时，里面的引号要写两次，末尾再加一个。',
      en: 'A quotation mark (") is not closed. In a cell that begins with one, double those inside and end with another.',
    };
    return { utterances: [], complaints: [{ line: error.line, message }] };
  }
}

const COLUMNS = {
  utterance: ["utterance", "话语"],
  category: ["category", "类别"],
  speaker: ["speaker", "说话人"],
} as const;

type Columns = { readonly [Name in keyof typeof COLUMNS]: number };

/** Where the columns are in a row of names; -1 for those that it does not name. */
function columnsOf(row: Row | undefined): Columns {
  const names = (row?.cells ?? []).map(keywordKey);
  const at = (name: keyof Columns) => names.findIndex((found) => (COLUMNS[name] as readonly string[]).includes(found));
  return { utterance: at("utterance"), category: at("category"), speaker: at("speaker") };
}

function readRows(rows: readonly Row[], categories: Categories): Reading {
  const named = columnsOf(rows[0]);
  const hasHeader = Object.values(named).some((at) => at >= 0);
  const missing = (["utterance", "category"] as const).find((name) => named[name] < 0);
  if (hasHeader && missing !== undefined) {
    const [en, zh] = COLUMNS[missing];
    const message = { zh: `列名里没有“${zh}”（${en}）。`, en: `No column is called “${en}” (${zh}).` };
    return { utterances: [], complaints: [{ line: rows[0]!.line, message }] };
  }
  const columns = hasHeader ? named : { utterance: 0, category: 1, speaker: -1 };
  const utterances: Utterance[] = [];
  const complaints: Complaint[] = [];
  for (const row of hasHeader ? rows.slice(1) : rows) {
    const read = readRow(row, columns, categories);
    if ("category" in read) utterances.push(read);
    else complaints.push(read);
  }
  const [first, ...others] = complaints;
  // Where the first row is wrong in a way of its own, it may hold the columns' names in other words.
  const isFirstRow = first !== undefined && !hasHeader && first.line === rows[0]?.line;
  if (!isFirstRow || others.some(({ message }) => message.en === first.message.en)) return { utterances, complaints };
  return { utterances, complaints: [{ line: first.line, message: orNames(first.message) }, ...others] };
}

function readRow({ line, cells }: Row, columns: Columns, categories: Categories): Utterance | Complaint {
  const cell = (name: keyof Columns) => cells[columns[name]]?.trim() ?? "";
  const [text, label, who] = [cell("utterance"), cell("category"), cell("speaker")];
  if (text === "") return { line, message: { zh: "这一行没有话语。", en: "There is no utterance on this line." } };
  if (label === "") return { line, message: { zh: "这一行没有类别。", en: "There is no category on this line." } };
  const category = categories.read(label);
  if ("problem" in category) return { line, message: withHint(category.problem, label) };
  const speaker = who === "" ? "agent" : (lookUp(SPEAKERS, who) ?? lookUp(SPEAKERS, who.split(/\s/)[0]!));
  if (speaker === undefined)
    return {
      line,
      message: {
        zh: `说话人“${who}”是谁？请写“客服”或“客户”。`,
        en: `Who is the speaker “${who}”? Write “agent” or “customer”.`,
      },
    };
  return { line, text, speaker, category };
}

function withHint({ zh, en }: Bilingual, label: string): Bilingual {
  return {
    zh: `${zh}可用 --category ${label}=规则 说明它对应哪条规则，或用 =polite、=skip。`,
    en: `${en} Say which rule it stands for with --category ${label}=RULE, or =polite, or =skip.`,
  };
}

function orNames({ zh, en }: Bilingual): Bilingual {
  return {
    zh: `${zh}如果这一行是列名，请写“话语”和“类别”。`,
    en: `${en} If this line names the columns, call them “utterance” and “category”.`,
  };
}
