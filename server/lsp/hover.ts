import type { Hover, HoverParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { RULES } from "../rules/index.ts";
import type { Finding } from "../rules/rule.ts";
import { commitmentAt } from "./commitment-hover.ts";
import { toRange } from "./convert.ts";
import { escapeMarkdown } from "./markdown.ts";
import { meaningAt } from "./meaning-at.ts";
import { ruleSummary } from "./rule-summary.ts";
import { standardMeaning } from "./standard-hover.ts";
import type { Workspace } from "./workspace.ts";

/** What stands at the cursor; on a finding also what the rule is, why it matters, and what to say instead. */
export function hover(workspace: Workspace, document: TextDocument, { position }: HoverParams): Hover | null {
  const offset = document.offsetAt(position);
  const { script, findings: all } = workspace.judge(document);
  const meanings = [
    meaningAt(workspace, script, offset),
    standardMeaning(script, offset, workspace.language) ??
      commitmentAt(workspace.project, script, offset, workspace.language),
  ].filter((meaning) => meaning !== undefined);
  const findings = all.filter(({ span }) => span.start <= offset && offset <= span.end);
  const parts = [
    ...meanings.map(({ markdown }) => markdown),
    ...new Set(findings.map((finding) => explanation(finding, workspace.language))),
  ];
  if (parts.length === 0) return null;
  // The narrowest of what is under the cursor is what is meant.
  const spans = [...meanings, ...findings].map(({ span }) => span);
  const [nearest] = spans.sort((a, b) => a.end - a.start - (b.end - b.start));
  const value = parts.join("\n\n---\n\n");
  return { contents: { kind: "markdown", value }, range: toRange(document, nearest!) };
}

function explanation({ ruleId, say, message }: Finding, language: "zh" | "en"): string {
  const rule = RULES.find(({ id }) => id === ruleId);
  const sentences = say.map((sentence) => `- ${escapeMarkdown(sentence)}`).join("\n");
  const instead = sentences === "" ? [] : [`**${language === "zh" ? "可以这样说" : "You could say"}**\n\n${sentences}`];
  // What is wrong with the form of a line, or by an organisation's own rule, is said in full by its message.
  const what = rule === undefined ? `${escapeMarkdown(message[language])} \`${ruleId}\`` : ruleSummary(rule, language);
  return [what, ...instead].join("\n\n");
}
