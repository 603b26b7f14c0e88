import { RULES } from "./index.ts";
import { explainRule } from "./manual.ts";

/** Writes the manual of all rules in both languages, from the rules themselves. */
export function generate(): { path: string; content: string }[] {
  const page = (language: "zh" | "en", title: string) =>
    `# ${title}\n\n${RULES.map((rule) => explainRule(rule, language)).join("\n\n")}\n`;
  const note = "<!-- Generated from the rules by manual.generate.ts (npm run generate). Do not edit. -->\n\n";
  return [{ path: "server/rules/RULES.md", content: `${note}${page("zh", "规则手册")}\n${page("en", "The rules")}` }];
}
