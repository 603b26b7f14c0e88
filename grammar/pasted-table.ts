import { roleOf, textOf } from "./build-line.ts";
import type { Line } from "./parser.ts";

/**
 * The rows of a table that was pasted from a spreadsheet or from Word, its cells apart by tabs.
 * @param lines of the script, or of a part of it
 * @param start the line that may be the table's first
 * @returns the index of the first line that is no such row, and whether those before it are a table: two rows or more
 */
export function rowsFrom(lines: readonly Line[], start: number): { readonly end: number; readonly isTable: boolean } {
  let isQuoted = false;
  let rows = 0;
  let end = start;
  for (; end < lines.length; end++) {
    const line = lines[end]!;
    if (line.kind !== "bare") break;
    const text = line.text.image;
    // A cell of several lines stands in quotation marks; below merged cells a row begins with tabs.
    if (!isQuoted && !HAS_CELLS.test(text) && !(rows > 0 && line.depth > 0)) break;
    if (!isQuoted) rows++;
    if ((text.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
  }
  return { end, isTable: rows > 1 && !lines.slice(start, end).every(isTurn) };
}

const HAS_CELLS = /\S[ \u3000]*\t[ \t\u3000]*\S/;

/** Who speaks and what they say, in two cells: a turn that lacks nothing but its colon. */
function isTurn(line: Line): boolean {
  const cells = line.kind === "bare" ? textOf(line.text).text.split(/\t+/) : [];
  return cells.length === 2 && roleOf(cells[0]!, new Map()) !== "unknown";
}
