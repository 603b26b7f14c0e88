import { messageOf } from "../config/message-of.ts";
import { RULES } from "../rules/index.ts";
import { explainRule } from "../rules/manual.ts";
import type { Bilingual } from "../rules/rule.ts";
import { EXIT } from "./exit-codes.ts";
import { allRuleIds, rulesCommand } from "./rules.ts";
import { toReader } from "./to-reader.ts";

/** Prints the manual's page on each rule named, or lists the rules; answers with words where a rule is not known. */
export async function explainCommand(ids: readonly string[], language: "zh" | "en"): Promise<number | Bilingual> {
  if (ids.length === 0) return rulesCommand({ format: "text", language });
  for (const id of ids) {
    const general = messageOf(id);
    if (general !== undefined) {
      process.stdout.write(`${id} ${toReader(general.title[language])}\n${toReader(general.message[language])}\n`);
      continue;
    }
    const rule = RULES.find((candidate) => candidate.id === id);
    if (rule === undefined) {
      const { unknownRule } = await import("./unknown-words.ts");
      return unknownRule(id, allRuleIds());
    }
    process.stdout.write(`${toReader(await explainRule(rule, language))}\n`);
  }
  return EXIT.clean;
}
