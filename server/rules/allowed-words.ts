import {
  ACTIONS,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  FIELD_VALUES,
  FIELDS,
  type Keyword,
  lookUp,
  type SyntaxProblem,
  spellings,
} from "../../grammar/index.ts";
import type { Bilingual } from "./rule.ts";

/** The words of which one was wanted where another stands; none where any word will do. */
export function allowedWords({ kind, params }: SyntaxProblem): readonly Keyword[] {
  switch (kind) {
    case "unknown-value":
      return Object.values(FIELD_VALUES[lookUp(FIELDS, params.field ?? "") as keyof typeof FIELD_VALUES] ?? {});
    case "unknown-label":
      return Object.values<Keyword>(params.whose === "agent" ? AGENT_LABELS : CUSTOMER_LABELS);
    case "unknown-action":
      return Object.values(ACTIONS);
    case "unknown-field":
      return Object.values(FIELDS);
    default:
      return [];
  }
}

/** Those words as a message lists them: all, or the first ones and how many there are. */
export function listedWords(problem: SyntaxProblem): Bilingual {
  const words = allowedWords(problem);
  const listed = (language: "zh" | "en", comma: string) =>
    words
      .slice(0, MOST_WORDS)
      .map((keyword) => spellings(keyword, language)[0]!)
      .join(comma);
  const more = words.length > MOST_WORDS;
  return {
    zh: `${listed("zh", "、")}${more ? `……共 ${words.length} 种，写下括号后按 Ctrl+空格可以挑` : ""}`,
    en: `${listed("en", ", ")}${more ? ` … ${words.length} in all; press Ctrl+Space behind the bracket to choose` : ""}`,
  };
}

/** As many words as are read at a glance. */
const MOST_WORDS = 14;
