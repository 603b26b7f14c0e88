import {
  ACTIONS,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  FIELD_VALUES,
  FIELDS,
  IGNORES,
  type Keyword,
  SPEAKERS,
  spellings,
  TARGETS,
} from "../../grammar/index.ts";
import { suggestionsFor } from "../model/acts.ts";
import type { Bilingual } from "../rules/rule.ts";
import {
  ACTION_TEXTS,
  CUSTOMER_LABEL_TEXTS,
  END_TEXT,
  FIELD_TEXTS,
  IGNORE_TEXTS,
  SPEAKER_TEXTS,
} from "./keyword-texts.ts";
import { escapeMarkdown } from "./markdown.ts";

/** The tables of keywords, by the names under which a completion remembers where its word is from. */
const TABLES = {
  field: FIELDS,
  action: ACTIONS,
  customer: CUSTOMER_LABELS,
  agent: AGENT_LABELS,
  speaker: SPEAKERS,
  ignore: IGNORES,
  target: TARGETS,
} as const;

export type KeywordTable = keyof typeof TABLES | `value:${keyof typeof FIELD_VALUES}`;

/** The keywords of a table. */
export function keywordsOf(table: KeywordTable): Readonly<Record<string, Keyword>> {
  return table.startsWith("value:")
    ? FIELD_VALUES[table.slice("value:".length) as keyof typeof FIELD_VALUES]
    : TABLES[table as keyof typeof TABLES];
}

/**
 * What a keyword is, as Markdown in the reader's language: its spellings, and what it is for.
 * @param sentences the language of the script, in which an agent's label is exemplified
 */
export function meaningOfKeyword(
  table: KeywordTable,
  id: string,
  language: "zh" | "en",
  sentences: "zh" | "en",
): string {
  const keyword = keywordsOf(table)[id];
  if (keyword === undefined) return "";
  const [word, ...others] = spellings(keyword, language);
  const head = `**${word}** ${others.join(" · ")}`;
  const text = textOf(table, id)?.[language];
  const examples = table === "agent" ? exampleOf(id, language, sentences) : undefined;
  return [head, text, examples].filter((part) => part !== undefined).join("\n\n");
}

function textOf(table: KeywordTable, id: string): Bilingual | undefined {
  switch (table) {
    case "field":
      return FIELD_TEXTS[id as keyof typeof FIELD_TEXTS];
    case "action":
      return ACTION_TEXTS[id as keyof typeof ACTION_TEXTS];
    case "customer":
      return CUSTOMER_LABEL_TEXTS[id as keyof typeof CUSTOMER_LABEL_TEXTS];
    case "agent":
      return AGENT_LABEL_TEXT;
    case "speaker":
      return SPEAKER_TEXTS[id as keyof typeof SPEAKER_TEXTS];
    case "ignore":
      return IGNORE_TEXTS[id as keyof typeof IGNORE_TEXTS];
    case "target":
      return END_TEXT;
    default:
      return FIELD_TEXTS[table.slice("value:".length) as keyof typeof FIELD_TEXTS];
  }
}

const AGENT_LABEL_TEXT: Bilingual = {
  zh: "写话术的人认定这句话做到了这件事，检查时就算数，不管用词。",
  en: "The author says that this turn does it, so that it counts, whatever the words.",
};

function exampleOf(act: string, language: "zh" | "en", sentences: "zh" | "en"): string | undefined {
  const say = suggestionsFor(act, sentences)[0]?.say;
  return say === undefined ? undefined : `${language === "zh" ? "例如" : "For example"}: ${escapeMarkdown(say)}`;
}
