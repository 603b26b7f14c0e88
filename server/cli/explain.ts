import { PROBLEM_TEXTS } from "../config/problem.ts";
import { builtInStandards, nameOf } from "../model/standards.ts";
import { RULES } from "../rules/index.ts";
import { explainRule } from "../rules/manual.ts";
import type { Bilingual } from "../rules/rule.ts";
import { SYNTAX_TEXTS } from "../rules/text.ts";
import { EXIT } from "./exit-codes.ts";

/** Prints the manual's page on each rule named, or one line on every rule. */
export async function explainCommand(ids: readonly string[], language: "zh" | "en"): Promise<number> {
  if (ids.length === 0) {
    for (const { id, severity, title } of RULES)
      process.stdout.write(`${id.padEnd(24)} ${severity.padEnd(8)} ${title[language]}\n`);
    return EXIT.clean;
  }
  for (const id of ids) {
    const message = messageOf(id);
    if (message !== undefined) {
      process.stdout.write(`${id}\n${message[language]}\n`);
      continue;
    }
    const rule = RULES.find((candidate) => candidate.id === id);
    if (rule === undefined) {
      process.stderr.write(language === "zh" ? `没有规则 ${id}。\n` : `There is no rule ${id}.\n`);
      return EXIT.usage;
    }
    process.stdout.write(`${await explainRule(rule, language)}\n`);
  }
  return EXIT.clean;
}

/** What is told about the form of a line, a file of the configuration, or a standard: all that there is to say of it. */
function messageOf(id: string): Bilingual | undefined {
  const [, group, kind = ""] = /^(syntax|config|standard)\/(.+)$/.exec(id) ?? [];
  if (group === "syntax" && Object.hasOwn(SYNTAX_TEXTS, kind))
    return SYNTAX_TEXTS[kind as keyof typeof SYNTAX_TEXTS].message;
  if (group === "standard") return demandOf(id);
  if (group === "config" && Object.hasOwn(PROBLEM_TEXTS, kind))
    return PROBLEM_TEXTS[kind as keyof typeof PROBLEM_TEXTS];
  return undefined;
}

/** What standards demand under an id, and which ones do. */
function demandOf(id: string): Bilingual | undefined {
  const demanding = builtInStandards().filter(({ obligations }) => obligations.some((demand) => demand.id === id));
  const message = demanding[0]?.obligations.find((demand) => demand.id === id)?.message;
  const names = demanding.map(({ names }) => nameOf(names));
  return (
    message && {
      zh: `${message.zh}\n${names.map(({ zh }) => zh).join("、")}`,
      en: `${message.en}\n${names.map(({ en }) => en).join(", ")}`,
    }
  );
}
