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
import { table, withTables } from "./page-tables.ts";

/** Writes the tables of the language reference into its pages. */
export function generate(): { path: string; content: string }[] {
  return (["zh", "en"] as const).map((language) => withTables(`docs/${language}/language.md`, TABLES, language));
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
