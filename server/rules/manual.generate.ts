import { RULES } from "./index.ts";
import { explainRule } from "./manual.ts";

/** Writes the manual of all rules in both languages, from the rules themselves. */
export async function generate(): Promise<{ path: string; content: string }[]> {
  const page = async (language: "zh" | "en", title: string) =>
    `# ${title}\n\n${(await Promise.all(RULES.map((rule) => explainRule(rule, language)))).join("\n\n")}\n`;
  const note = "<!-- Generated from the rules by manual.generate.ts (npm run generate). Do not edit. -->\n\n";
  return [
    {
      path: "server/rules/RULES.md",
      content: `${note}${await page("zh", "规则手册")}\n${await page("en", "The rules")}`,
    },
  ];
}
