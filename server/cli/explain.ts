import { messageOf } from "../config/message-of.ts";
import { RULES } from "../rules/index.ts";
import { explainRule } from "../rules/manual.ts";
import { EXIT } from "./exit-codes.ts";
import { rulesCommand } from "./rules.ts";
import { toReader } from "./to-reader.ts";

/** Prints the manual's page on each rule named, or lists the rules. */
export async function explainCommand(ids: readonly string[], language: "zh" | "en"): Promise<number> {
  if (ids.length === 0) return rulesCommand({ format: "text", language });
  for (const id of ids) {
    const general = messageOf(id);
    if (general !== undefined) {
      process.stdout.write(`${id} ${toReader(general.title[language])}\n${toReader(general.message[language])}\n`);
      continue;
    }
    const rule = RULES.find((candidate) => candidate.id === id);
    if (rule === undefined) {
      process.stderr.write(language === "zh" ? toReader(`没有规则 ${id}。\n`) : `There is no rule ${id}.\n`);
      return EXIT.usage;
    }
    process.stdout.write(`${toReader(await explainRule(rule, language))}\n`);
  }
  return EXIT.clean;
}
