import { RULES } from "../rules/index.ts";
import { SYNTAX_TEXTS } from "../rules/text.ts";
import { columns } from "./columns.ts";
import { EXIT } from "./exit-codes.ts";
import { ruleText } from "./rule-text.ts";
import { toReader } from "./to-reader.ts";

export interface RulesOptions {
  readonly format: string;
  readonly language: "zh" | "en";
}

/** Prints every rule with its own level, its title and its group; what holds in a folder, `config --print` tells. */
export async function rulesCommand({ format, language }: RulesOptions): Promise<number> {
  const rules = listRules(language);
  process.stdout.write(format === "json" ? `${JSON.stringify(rules, undefined, 2)}\n` : inGroups(rules));
  return EXIT.clean;
}

/** The ids of all rules that `rules` lists. */
export function allRuleIds(): string[] {
  return levels().map(({ id }) => id);
}

interface ListedRule {
  readonly id: string;
  /** As a configuration writes it. */
  readonly level: "error" | "warning" | "info";
  readonly title: string;
  /** A configuration sets a whole group by `group/*`. */
  readonly group: string;
}

/** The rules group by group, those about the form of lines last. */
function listRules(language: "zh" | "en"): ListedRule[] {
  const rules = levels().map(({ id, severity }): ListedRule => {
    const level = severity === "information" ? "info" : severity;
    return { id, level, title: toReader(ruleText(id, language).title), group: id.slice(0, id.indexOf("/")) };
  });
  const groups = [...new Set(rules.map(({ group }) => group))];
  return groups.flatMap((group) => rules.filter((rule) => rule.group === group));
}

function levels() {
  return [
    ...RULES.map(({ id, severity }) => ({ id, severity })),
    ...Object.entries(SYNTAX_TEXTS).map(([kind, { severity }]) => ({ id: `syntax/${kind}`, severity })),
  ];
}

/** A paragraph a group, a line a rule. */
function inGroups(rules: readonly ListedRule[]): string {
  const [idWidth, levelWidth] = (["id", "level"] as const).map((key) =>
    Math.max(...rules.map((rule) => columns(rule[key]))),
  );
  const lines = rules.map(({ id, level, title, group }, index) => {
    const heading = group === rules[index - 1]?.group ? "" : `${index === 0 ? "" : "\n"}${group}/*\n`;
    return `${heading}  ${id.padEnd(idWidth!)}  ${level.padEnd(levelWidth!)}  ${title}\n`;
  });
  return lines.join("");
}
