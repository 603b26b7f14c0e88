import { parse } from "csv-parse/sync";

/** A row of a table, with the line on which it begins, counted from 1: a quoted cell may hold line breaks. */
export interface DelimitedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a table as spreadsheets save it, with quotes where a cell needs them; rows may differ in length, and blank lines
 * are left out.
 * @throws Error when a quote is never closed
 */
export function readDelimited(text: string, separator: "," | "\t"): readonly DelimitedRow[] {
  // The parser would count a CR LF inside quotes as two lines.
  const rows = parse(text.replace(/\r\n?/g, "\n"), {
    delimiter: separator,
    record_delimiter: "\n",
    bom: true,
    info: true,
    relax_column_count: true,
    // Somebody who writes 他说"不行" by hand does not think of doubling the quotes.
    relax_quotes: true,
  }) as unknown as readonly { readonly info: { readonly lines: number }; readonly record: readonly string[] }[];
  let line = 1;
  return rows.flatMap(({ info, record }) => {
    const row = { line, cells: record };
    // The parser counts the lines that it has read, this row's among them.
    line = info.lines + 1;
    return record.every((cell) => cell.trim() === "") ? [] : [row];
  });
}
