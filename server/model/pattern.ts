import { type Factors, factorsOf } from "./pattern-factors.ts";
import { PatternError, type PatternLanguage, type PatternNode, readPattern, type WordClasses } from "./pattern-tree.ts";

/** A pattern as a regular expression without nested repetition, so that it takes linear time, and its factors. */
export interface CompiledPattern extends Factors {
  /** Source of a regular expression for the flag `g`; run it over folded text. */
  readonly source: string;
}

/**
 * Compiles a pattern of the lexicon for the regular expressions of JavaScript.
 * @throws PatternError when it is malformed, names an unknown class, or could match anywhere (it has no factor)
 */
export function compilePattern(pattern: string, language: PatternLanguage, classes: WordClasses): CompiledPattern {
  const node = readPattern(pattern, language, classes);
  return { source: edged(node, language), ...requiredFactors(node) };
}

/** The regular expression of a pattern that is known to be right; see `compilePattern`. */
export function patternSource(pattern: string, language: PatternLanguage, classes: WordClasses): string {
  return edged(readPattern(pattern, language, classes), language);
}

/**
 * The factors of a pattern, so that most text is never tried.
 * @throws PatternError when it has none
 */
export function requiredFactors(node: PatternNode): Factors {
  const factors = factorsOf(node);
  if (factors === undefined) throw new PatternError("nothing-fixed", "", 0);
  return factors;
}

function edged(node: PatternNode, language: PatternLanguage): string {
  return WORD_EDGE + source(node, language) + WORD_EDGE;
}

/** Not in the middle of a Latin word or a number: between two Chinese characters this always holds. */
const WORD_EDGE = "(?:(?<![a-z0-9])|(?![a-z0-9]))";
const CLAUSE_START = '(?<=(?:^|[.,!?;:"~…\\n-])[ "]*)';
const CLAUSE_END = '(?=[ "]*(?:[.,!?;:"~…\\n-]|$))';

function source(node: PatternNode, language: PatternLanguage): string {
  switch (node.kind) {
    case "text":
      return escapeRegExp(node.text);
    case "set":
      return `[${node.chars.map(escapeRegExp).join("")}]`;
    case "sequence":
      return node.items.map((item) => source(item, language)).join("");
    case "choice":
      return `(?:${node.options.map((option) => source(option, language)).join("|")})`;
    case "class":
      return source(node.item, language);
    case "maybe":
      return `(?:${source(node.item, language)})?`;
    case "gap":
      return gapSource(node, language);
    case "edge":
      return node.at === "start" ? CLAUSE_START : CLAUSE_END;
    case "word-rest":
      return "[a-z]*";
  }
}

/** The character itself in a regular expression. */
export function escapeRegExp(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** A gap, as long as it must be and no longer. */
export function gapSource({ length, overCommas }: PatternNode & { kind: "gap" }, language: PatternLanguage): string {
  const stops = overCommas ? ".!?;\\n…" : '.,!?;:"\\n~…';
  return language === "zh" ? `[^${stops}]{0,${length}}?` : `(?:[^ ${stops}]+${overCommas ? ",?" : ""} ){0,${length}}?`;
}
