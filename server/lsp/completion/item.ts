import type { CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { type Keyword, spellings } from "../../../grammar/index.ts";
import type { LanguageTag } from "../../lexicon/format.ts";
import { foldName } from "../../model/normalise.ts";
import { type KeywordTable, keywordsOf } from "../keyword-meaning.ts";
import type { WrittenLine } from "./line.ts";

/** What a completion remembers until its documentation is asked for. */
export type Remembered =
  | { readonly kind: "keyword"; readonly table: KeywordTable; readonly id: string; readonly sentences: "zh" | "en" }
  | { readonly kind: "rule"; readonly id: string }
  | { readonly kind: "name"; readonly uri: string; readonly offset: number };

/** The keywords of a table that are not written on the line yet, in the script's own kind of writing. */
export function keywordItems(
  line: WrittenLine,
  table: KeywordTable,
  kind: CompletionItemKind,
  typed: string,
  after = "",
  taken: ReadonlySet<string> = new Set(),
): CompletionItem[] {
  return Object.values(keywordsOf(table))
    .filter(({ id }) => !taken.has(id))
    .map((keyword) => {
      const word = wordIn(keyword, line.tag);
      const others = spellings(keyword).filter((spelling) => spelling !== word);
      const data: Remembered = { kind: "keyword", table, id: keyword.id, sentences: line.script.facts.language };
      // The other spellings find the item too: whoever types "angry" in a Chinese script is offered 愤怒.
      return {
        label: word,
        kind,
        textEdit: line.replace(typed, `${word}${after}`),
        filterText: [word, ...others].join(" "),
        detail: others.join(" · "),
        data,
      };
    });
}

/** How a keyword is written in a kind of writing. */
export function wordIn(keyword: Keyword, tag: LanguageTag): string {
  const [word = ""] = spellings(keyword, tag === "en" ? "en" : "zh");
  return (tag === "zh-TW" && keyword.tw?.find((spelling) => foldName(spelling) === foldName(word))) || word;
}
