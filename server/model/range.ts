import type { Span } from "../../grammar/index.ts";
import type { Lines } from "./lines.ts";

/** A stretch of a text as most programs count: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a span of a text lies. */
export function rangeOf(lines: Lines, span: Span): Range {
  const [start, end] = [lines.at(span.start), lines.at(span.end)];
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
