import { readFileSync } from "node:fs";

/**
 * A page of the documentation with its tables made anew, each between `<!-- table: name -->` and `<!-- end -->`.
 * @throws Error when the page names a table that is not among `tables`
 */
export function withTables(
  path: string,
  tables: Readonly<Record<string, (language: "zh" | "en") => string>>,
  language: "zh" | "en",
): { path: string; content: string } {
  const content = readFileSync(path, "utf8").replace(
    /(<!-- table: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, start: string, name: string, end: string) => {
      const build = tables[name];
      if (build === undefined) throw new Error(`${path}: there is no table ${name}`);
      return `${start}\n${build(language)}\n\n${end}`;
    },
  );
  return { path, content };
}

/** A table whose columns line up, as the formatter of this project wants them. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((row) => widthOf(row[column]!))));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + " ".repeat(widths[column]! - widthOf(cell))).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** A Chinese character takes two columns. */
function widthOf(text: string): number {
  return text.length + (text.match(/[\u3001-\u9fff\uff01-\uff5e]/g)?.length ?? 0);
}
