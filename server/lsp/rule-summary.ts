import type { AnyRule } from "../rules/rule.ts";

const WORDS = {
  zh: { why: "为什么", fix: "怎么改" },
  en: { why: "Why", fix: "What to do" },
} as const;

/** What a rule is about, why it matters and what to do, as Markdown. */
export function ruleSummary({ id, title, why, fix }: AnyRule, language: "zh" | "en"): string {
  const words = WORDS[language];
  return [
    `**${title[language]}** \`${id}\``,
    `**${words.why}** ${why[language]}`,
    `**${words.fix}** ${fix[language]}`,
  ].join("\n\n");
}
