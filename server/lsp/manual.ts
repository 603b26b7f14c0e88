import { messageOf } from "../config/message-of.ts";
import { RULES } from "../rules/index.ts";
import { explainRule } from "../rules/manual.ts";

/** Whether the manual says something about a rule; an organisation's own rules say all in their message. */
export function hasManualPage(ruleId: string): boolean {
  return byId.has(ruleId) || messageOf(ruleId) !== undefined;
}

/**
 * The address of a rule's page.
 * @param manual what addresses of the manual begin with, as the client understands them: `service-script-manual:`
 */
export function manualLink(manual: string, ruleId: string, language: "zh" | "en"): string {
  return `${manual}/${language}/${ruleId}.md`;
}

/** A rule's page, as Markdown; null when the manual says nothing about it. */
export async function manualPage(ruleId: string, language: "zh" | "en"): Promise<string | null> {
  const rule = byId.get(ruleId);
  if (rule !== undefined) return `${await explainRule(rule, language)}\n`;
  const general = messageOf(ruleId);
  return general === undefined
    ? null
    : `## ${general.title[language]}\n\n\`${ruleId}\`\n\n${general.message[language]}\n`;
}

const byId = new Map(RULES.map((rule) => [rule.id, rule]));
