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
  return WORD_EDGE + sourceOf(node, language, CLAUSE_END) + WORD_EDGE;
}

/** Not in the middle of a Latin word or a number: between two Chinese characters this always holds. */
const WORD_EDGE = "(?:(?<![a-z0-9])|(?![a-z0-9]))";
const CLAUSE_END = '(?=[ "]*(?:[.,!?;:"~…\\n-]|$))';
const CLAUSE_START = '(?<=(?:^|[.,!?;:"~…\\n-])[ "]*)';

/**
 * A part of a pattern as the source of a regular expression.
 * @param clauseEnd how the engine finds the end of a clause; not all can look ahead
 */
export function sourceOf(node: PatternNode, language: PatternLanguage, clauseEnd: string): string {
  const inner = (item: PatternNode) => sourceOf(item, language, clauseEnd);
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
    case "maybe":
      return `(?:${inner(node.item)})?`;
    case "gap":
      return gapSource(node, language);
    case "edge":
      return node.at === "start" ? CLAUSE_START : clauseEnd;
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
