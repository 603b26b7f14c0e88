import { CsvError, parse } from "csv-parse/sync";

/** One row of a table, and the line of the file on which it begins, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A quotation mark at the beginning of a cell that nothing closes: from there on nobody can tell what is a cell. */
export class UnclosedQuote extends Error {
  /** The line on which the row begins, counted from 1. */
  readonly line: number;

  constructor(line: number) {
    super(`line ${line}: a quotation mark that is not closed`);
    this.line = line;
  }
}

/**
 * Reads a table as spreadsheets save it: cells with separators, quotation marks or line breaks stand in quotation marks.
 * A byte order mark and rows without words are left out; line breaks within cells become LF.
 * @throws UnclosedQuote
 */
export function readDelimited(text: string, separator: "," | "\t"): readonly Row[] {
  const rows: Row[] = [];
  let linesRead = 0;
  try {
    parse(text.replace(/\r\n?/g, "\n"), {
      delimiter: separator,
      record_delimiter: "\n",
      bom: true,
      relax_column_count: true,
      // People write “他说"不知道"” without doubling the marks.
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        linesRead = lines;
        const line = lines - cells.join("").split("\n").length + 1;
        if (cells.some((cell) => cell.trim() !== "")) rows.push({ line, cells });
        return null;
      },
    });
  } catch (error) {
    throw error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED" ? new UnclosedQuote(linesRead + 1) : error;
  }
  // A stray quotation mark may be closed by another one rows below; what it swallowed then has both signs of a table.
  const swallowed = separator === "\t" ? rows.find(({ cells }) => cells.some(holdsRows)) : undefined;
  if (swallowed !== undefined) throw new UnclosedQuote(swallowed.line);
  return rows;
}

/** Whether a cell has a tab and, behind it, a line break, as rows have and hardly anything that is said. */
function holdsRows(cell: string): boolean {
  const tab = cell.indexOf("\t");
  return tab >= 0 && cell.lastIndexOf("\n") > tab;
}
