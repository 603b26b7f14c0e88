import { readFileSync } from "node:fs";
import {
  ACTIONS,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  FIELD_VALUES,
  FIELDS,
  type Keyword,
  SPEAKERS,
  TARGETS,
} from "./keywords.ts";

/** Writes the tables of the language reference into its pages, each between `<!-- table: name -->` and `<!-- end -->`. */
export function generate(): { path: string; content: string }[] {
  return (["zh", "en"] as const).map((language) => {
    const path = `docs/${language}/language.md`;
    const content = readFileSync(path, "utf8").replace(
      /(<!-- table: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
      (_, start: string, name: string, end: string) => {
        const build = TABLES[name];
        if (build === undefined) throw new Error(`${path}: there is no table ${name}`);
        return `${start}\n${build(language)}\n\n${end}`;
      },
    );
    return { path, content };
  });
}

type Language = "zh" | "en";
type Words = Readonly<Record<string, Keyword>>;

const TABLES: Readonly<Record<string, (language: Language) => string>> = {
  fields: (language) =>
    table(
      [...WORDS_HEADER[language], language === "zh" ? "可以写的值" : "Values"],
      Object.values<Keyword>(FIELDS).map((field) => [...wordsOf(field, language), valuesOf(field, language)]),
    ),
  speakers: (language) => words(SPEAKERS, language),
  actions: (language) => words(ACTIONS, language),
  "customer-labels": (language) => words(CUSTOMER_LABELS, language),
  "agent-labels": (language) => words(AGENT_LABELS, language),
  targets: (language) => words(TARGETS, language),
};

const WORDS_HEADER = { zh: ["中文", "繁体另写", "英文"], en: ["English", "Simplified", "Traditional"] } as const;

function words(keywords: Words, language: Language): string {
  return table(
    WORDS_HEADER[language],
    Object.values(keywords).map((keyword) => wordsOf(keyword, language)),
  );
}

/** All spellings of a keyword, the columns in the order of the reader's languages. */
function wordsOf({ zh, tw = [], en }: Keyword, language: Language): string[] {
  return (language === "zh" ? [zh, tw, en] : [en, zh, tw]).map(codes);
}

/** The words that a field takes as its value, or that it takes any text. */
function valuesOf({ id }: Keyword, language: Language): string {
  const values = (FIELD_VALUES as Readonly<Record<string, Words>>)[id];
  if (values === undefined) return language === "zh" ? "任何文字" : "any text";
  const both = Object.values(values).map(({ zh, en }) => {
    const pair = language === "zh" ? [zh[0]!, en[0]!] : [en[0]!, zh[0]!];
    return [...new Set(pair)].map((word) => `\`${word}\``).join(" ");
  });
  return both.join(language === "zh" ? "、" : ", ");
}

function codes(spellings: readonly string[]): string {
  return spellings.map((word) => `\`${word}\``).join(" ");
}

/** A table whose columns line up, as the formatter of this project wants them. */
function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((row) => widthOf(row[column]!))));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + " ".repeat(widths[column]! - widthOf(cell))).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** A Chinese character takes two columns. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u3001-\u9fff\uff01-\uff5e]/g)?.length ?? 0);
}
