import type { Hover, HoverParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { declarationOf } from "../model/phrases.ts";
import { RULES } from "../rules/index.ts";
import type { Finding } from "../rules/rule.ts";
import { commitmentAt } from "./commitment-hover.ts";
import { toRange } from "./convert.ts";
import { escapeMarkdown } from "./markdown.ts";
import { placeholderAt } from "./placeholder-at.ts";
import { standardMeaning } from "./standard-hover.ts";
import type { Workspace } from "./workspace.ts";

const WORDS = {
  zh: { why: "为什么", fix: "怎么改", say: "可以这样说" },
  en: { why: "Why", fix: "What to do", say: "You could say" },
} as const;

/** On a name in braces its words; on a standard's name, a limit and what is done the limits; on a promise by when it is due; on a finding what the rule is, why it matters, and what to say instead. */
export function hover(workspace: Workspace, document: TextDocument, { position }: HoverParams): Hover | null {
  const offset = document.offsetAt(position);
  const { project, script, findings: all } = workspace.judge(document);
  const placeholder = placeholderAt(project, script, offset);
  const declared = placeholder && declarationOf(project, script, placeholder.name)?.field.value;
  if (placeholder !== undefined && declared?.kind === "text")
    return {
      contents: { kind: "markdown", value: escapeMarkdown(declared.text) },
      range: toRange(document, placeholder),
    };
  const findings = all.filter(({ span }) => span.start <= offset && offset <= span.end);
  const meaning =
    standardMeaning(script, offset, workspace.language) ?? commitmentAt(project, script, offset, workspace.language);
  const meanings = meaning === undefined ? [] : [meaning];
  const parts = [
    ...meanings.map(({ markdown }) => markdown),
    ...findings.map((finding) => explanation(finding, workspace.language)),
  ].filter((text) => text !== "");
  if (parts.length === 0) return null;
  // The narrowest of what is under the cursor is what is meant.
  const spans = [...meanings, ...findings].map((found) => found.span);
  const [nearest] = spans.sort((a, b) => a.end - a.start - (b.end - b.start));
  return { contents: { kind: "markdown", value: parts.join("\n\n---\n\n") }, range: toRange(document, nearest!) };
}

function explanation({ ruleId, say, message }: Finding, language: "zh" | "en"): string {
  const rule = RULES.find(({ id }) => id === ruleId);
  const words = WORDS[language];
  const sentences = say.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n");
  const instead = sentences === "" ? [] : [`**${words.say}**\n\n${sentences}`];
  // What is wrong with the form of a line, or by an organisation's own rule, is said in full by its message.
  if (rule === undefined) return [`${escapeMarkdown(message[language])} \`${ruleId}\``, ...instead].join("\n\n");
  return [
    `**${rule.title[language]}** \`${rule.id}\``,
    `**${words.why}** ${rule.why[language]}`,
    `**${words.fix}** ${rule.fix[language]}`,
    ...instead,
  ].join("\n\n");
}
