import type { Comment, Script } from "./ast.ts";
import { ScriptReader } from "./reader.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";

export type * from "./ast.ts";
export { type FormatEdit, format, formatEdits } from "./format.ts";
export { type Ignore, parseIgnore } from "./ignore.ts";
export * from "./keywords.ts";
export { type ReadingOptions, ScriptReader, unmovedStep } from "./reader.ts";
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
 * @param reader the one that read the version before, if there was one: it only reads what is new
 */
export function parse(text: string, reader = new ScriptReader()): ParseResult {
  const { comments, script, problems } = reader.read(text);
  return { script, comments, errors: onePerLine(text, problems) };
}

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
