import type { ILexingError, IToken } from "chevrotain";
import { type Line, ScriptParser } from "./parser.ts";
import { type SyntaxProblem, syntaxProblem } from "./syntax-errors.ts";
import { lexer } from "./tokens.ts";

/** A text as lines, with everything that is wrong with the form of single ones, in no particular order. */
export interface ReadLines {
  readonly lines: readonly Line[];
  readonly comments: readonly IToken[];
  readonly problems: readonly SyntaxProblem[];
}

/** Reads any text through lexer and parser; never throws. */
export function readLines(text: string): ReadLines {
  // With a line break behind every line, recovery always finds the end of a damaged one.
  const { tokens, groups, errors: skipped } = lexer.tokenize(`${text}\n`);
  parser ??= new ScriptParser();
  parser.input = tokens;
  const lines = parser.script() ?? [];
  return {
    lines,
    comments: groups.comments ?? [],
    problems: [...skipped.map(lostCharacters), ...parser.errors.map(syntaxProblem)],
  };
}

/** One instance serves all texts: to make one takes longer than to parse a script. */
let parser: ScriptParser | undefined;

/** Characters that no token takes are lost to the tree, so they are told. */
function lostCharacters({ offset, length }: ILexingError): SyntaxProblem {
  return { kind: "damaged-line", span: { start: offset, end: offset + length }, params: { text: "" } };
}
