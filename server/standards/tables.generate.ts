import { readFileSync } from "node:fs";
import { LIMIT_COLUMNS, limitRows } from "../config/standard-rows.ts";
import { builtInStandards, commonEvents, nameOf } from "../model/standards.ts";

/** Writes the tables of the pages about standards, each between `<!-- table: name -->` and `<!-- end -->`. */
export function generate(): { path: string; content: string }[] {
  return (["zh", "en"] as const).map((language) => {
    const path = `docs/${language}/standards.md`;
    const content = readFileSync(path, "utf8").replace(
      /(<!-- table: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
      (_, start: string, name: string, end: string) => {
        const build = TABLES[name];
        if (build === undefined) throw new Error(`${path}: there is no table ${name}`);
        return `${start}\n${build(language)}\n\n${end}`;
      },
    );
    return { path, content };
  });
}

const TABLES: Readonly<Record<string, (language: "zh" | "en") => string>> = {
  standards: (language) =>
    builtInStandards()
      .map((standard) => {
        const { id, names } = standard;
        return `### ${nameOf(names)[language]} \`${id}\`\n\n${table(LIMIT_COLUMNS[language], limitRows(standard, language))}`;
      })
      .join("\n\n"),
  events: (language) =>
    table(
      language === "zh" ? ["id", "中文", "英文"] : ["id", "English", "Chinese"],
      commonEvents().map(({ id, words: { zh, en } }) => {
        const cells = [zh.join("、"), en.join(", ")];
        return [`\`${id}\``, ...(language === "zh" ? cells : cells.reverse())];
      }),
    ),
};

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`.replaceAll("  ", " ");
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}
