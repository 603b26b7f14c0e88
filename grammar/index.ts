import type { Comment, Script } from "./ast.ts";
import { buildAst } from "./build-ast.ts";
import { textOf } from "./build-line.ts";
import { ScriptParser } from "./parser.ts";
import { type SyntaxProblem, syntaxProblem } from "./syntax-errors.ts";
import { lexer } from "./tokens.ts";

export type * from "./ast.ts";
export { type FormatEdit, format, formatEdits } from "./format.ts";
export { type Ignore, parseIgnore } from "./ignore.ts";
export * from "./keywords.ts";
export type { SyntaxErrorKind, SyntaxProblem } from "./syntax-errors.ts";

export interface ParseResult {
  readonly script: Script;
  readonly comments: readonly Comment[];
  /** In the order of the text, at most one a line. */
  readonly errors: readonly SyntaxProblem[];
}

/**
 * Parses a script. Takes any text and never throws; what is damaged is in `errors`, what is left of it in `script`.
 * All spans are half-open and count UTF-16 units from the start of `text`.
 */
export function parse(text: string): ParseResult {
  // With a line break behind every line, recovery always finds the end of a damaged one.
  const { tokens, groups } = lexer.tokenize(`${text}\n`);
  parser ??= new ScriptParser();
  parser.input = tokens;
  const lines = parser.script() ?? [];
  const { script, problems } = buildAst(lines, text.length);
  const errors = onePerLine(text, [...parser.errors.map(syntaxProblem), ...problems]);
  return { script, comments: (groups.comments ?? []).map(textOf), errors };
}

/** One instance serves all texts: to make one takes longer than to parse a script. */
let parser: ScriptParser | undefined;

/** Keeps one problem of each line, a missing sign before anything else: what follows from it only repeats it. */
function onePerLine(text: string, problems: readonly SyntaxProblem[]): SyntaxProblem[] {
  const starts = problems.map(({ span }) => span.start);
  const order = problems.map((_, index) => index).sort((a, b) => starts[a]! - starts[b]! || a - b);
  const kept: SyntaxProblem[] = [];
  let last: number | undefined;
  for (const index of order) {
    const problem = problems[index]!;
    const before = kept.at(-1);
    if (
      before === undefined ||
      last === undefined ||
      /[\r\n]/.test(text.slice(before.span.start, problem.span.start))
    ) {
      kept.push(problem);
      last = index;
    } else if (index < last) {
      kept[kept.length - 1] = problem;
      last = index;
    }
  }
  return kept;
}
