import { type CodeAction, CodeActionKind, type SnippetTextEdit } from "vscode-languageserver";
import { IGNORES, type Statement } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { languageTag } from "../../model/language-tag.ts";
import { indentAt, lineBreakOf, startOfLine } from "../../model/lines.ts";
import { statementsOf } from "../../model/symbols.ts";
import type { Finding } from "../../rules/rule.ts";
import { wordIn } from "../completion/item.ts";
import { toDiagnostic, toRange } from "../convert.ts";
import type { ActionRequest } from "./request.ts";

/**
 * A comment above the line that silences a rule there, with the reason as a place to fill in. An editor that has no such
 * places gets it empty, and is told that a reason is missing.
 */
export function ignoring(request: ActionRequest, findings: readonly Finding[], canFillIn: boolean): CodeAction[] {
  const { script, workspace } = request;
  const ids = new Set<string>();
  return findings.flatMap((finding) => {
    const { ruleId, span } = finding;
    if (ids.has(ruleId) || /^(?:syntax|ignore)\//.test(ruleId)) return [];
    ids.add(ruleId);
    const at = startOfLine(script.text, startOf(script, span.start));
    const head = `${indentAt(script.text, at)}// ${wordIn(IGNORES.ignore, languageTag(script))} ${ruleId}: `;
    const end = lineBreakOf(script.text);
    const title = { zh: `忽略这里的 ${ruleId}（写明理由）`, en: `Ignore ${ruleId} here, with a reason` };
    const action: CodeAction = {
      ...request.action(title, CodeActionKind.QuickFix, [{ start: at, end: at, text: `${head}${end}` }]),
      diagnostics: [toDiagnostic(script, finding, workspace)],
    };
    if (!canFillIn) return [action];
    const place = script.facts.language === "zh" ? "理由" : "reason";
    const edit: SnippetTextEdit = {
      range: toRange(request.document, { start: at, end: at }),
      snippet: { kind: "snippet", value: `${head.replace(/[$}\\]/g, "\\$&")}\${1:${place}}${end}` },
    };
    const textDocument = { uri: request.document.uri, version: request.document.version };
    return [{ ...action, edit: { documentChanges: [{ textDocument, edits: [edit] }] } }];
  });
}

/** Where the comment has to stand: above the statement, since a line in the middle of a turn would be said. */
function startOf(script: ScriptDocument, offset: number): number {
  let found: Statement | undefined;
  for (const statement of statementsOf(script)) {
    if (statement.start > offset) break;
    if (offset <= statement.end && statement.kind !== "choices") found = statement;
  }
  return found?.start ?? offset;
}
