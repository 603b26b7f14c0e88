import {
  type PatternLanguage,
  type PatternNode,
  readPattern,
  type WordClasses,
} from "../../server/model/pattern-tree.ts";

/**
 * A pattern as a regular expression of JavaScript: a second, quite different way of matching that the product's own
 * is compared with. Run it over folded text.
 */
export function patternRegExp(pattern: string, language: PatternLanguage, classes: WordClasses): RegExp {
  return new RegExp(WORD_EDGE + sourceOf(readPattern(pattern, language, classes), language) + WORD_EDGE, "g");
}

/** Not in the middle of a Latin word or a number: between two Chinese characters this always holds. */
const WORD_EDGE = "(?:(?<![a-z0-9])|(?![a-z0-9]))";
const CLAUSE_END = '(?=[ "]*(?:[.,!?;:"~…\\n-]|$))';
const CLAUSE_START = '(?<=(?:^|[.,!?;:"~…\\n-])[ "]*)';

function sourceOf(node: PatternNode, language: PatternLanguage): string {
  const inner = (item: PatternNode) => sourceOf(item, language);
  switch (node.kind) {
    case "text":
      return escapeRegExp(node.text);
    case "set":
      return `[${node.chars.map(escapeRegExp).join("")}]`;
    case "sequence":
      return node.items.map(inner).join("");
    case "choice":
      return `(?:${node.options.map(inner).join("|")})`;
    case "class":
      return inner(node.item);
    // Not `(…)?`, which in JavaScript refuses to take nothing where it could: (~4$)? before a comma.
    case "maybe":
      return `(?:${inner(node.item)}|)`;
    case "gap":
      return gapSource(node, language);
    case "edge":
      return node.at === "start" ? CLAUSE_START : CLAUSE_END;
    case "word-rest":
      return "[a-z]*";
  }
}

/** The character itself in a regular expression. */
function escapeRegExp(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** A gap, as long as it must be and no longer. */
function gapSource({ length, overCommas }: PatternNode & { kind: "gap" }, language: PatternLanguage): string {
  const stops = overCommas ? ".!?;\\n…" : '.,!?;:"\\n~…';
  return language === "zh" ? `[^${stops}]{0,${length}}?` : `(?:[^ ${stops}]+${overCommas ? ",?" : ""} ){0,${length}}?`;
}
