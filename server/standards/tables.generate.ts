import { table, withTables } from "../../grammar/page-tables.ts";
import { LIMIT_COLUMNS, limitRows } from "../config/standard-rows.ts";
import { builtInStandards, commonEvents, nameOf } from "../model/standards.ts";

/** Writes the tables of the pages about standards. */
export function generate(): { path: string; content: string }[] {
  return (["zh", "en"] as const).map((language) => withTables(`docs/${language}/standards.md`, TABLES, language));
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
