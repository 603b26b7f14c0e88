import type { ILexingError, IToken } from "chevrotain";
import type { Script } from "./ast.ts";
import { buildAst } from "./build-ast.ts";
import { type Line, ScriptParser } from "./parser.ts";
import { type SyntaxProblem, syntaxProblem } from "./syntax-errors.ts";
import { lexer } from "./tokens.ts";

/** A script as lines and as a tree, with everything that is wrong with its form, in no particular order. */
export interface ReadScript {
  readonly lines: readonly Line[];
  readonly comments: readonly IToken[];
  readonly script: Script;
  readonly problems: readonly SyntaxProblem[];
}

/** Reads any text through lexer, parser and tree builder; never throws. */
export function readLines(text: string): ReadScript {
  // With a line break behind every line, recovery always finds the end of a damaged one.
  const { tokens, groups, errors: skipped } = lexer.tokenize(`${text}\n`);
  parser ??= new ScriptParser();
  parser.input = tokens;
  const lines = parser.script() ?? [];
  const { script, problems } = buildAst(lines, text.length);
  return {
    lines,
    comments: groups.comments ?? [],
    script,
    problems: [...skipped.map(lostCharacters), ...parser.errors.map(syntaxProblem), ...problems],
  };
}

/** One instance serves all texts: to make one takes longer than to parse a script. */
let parser: ScriptParser | undefined;

/** Characters that no token takes are lost to the tree, so they are told. */
function lostCharacters({ offset, length }: ILexingError): SyntaxProblem {
  return { kind: "damaged-line", span: { start: offset, end: offset + length }, params: { text: "" } };
}
