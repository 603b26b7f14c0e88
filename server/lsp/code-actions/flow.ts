import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { type Choices, SPEAKERS, spellings } from "../../../grammar/index.ts";
import { isComplete } from "../../model/answers.ts";
import { importedBy, resolveFar, splitAlias } from "../../model/imports.ts";
import { lineBreakOf } from "../../model/lines.ts";
import { statementsOf, targetsOf } from "../../model/symbols.ts";
import { addRest } from "../../rules/add-rest.ts";
import type { ActionRequest } from "./request.ts";

/** Writes the step to which `alias#step` at the cursor is to lead, at the end of that other script. */
export function createFarStep(request: ActionRequest): CodeAction[] {
  const { script, selection, workspace } = request;
  for (const { target } of targetsOf(script)) {
    if (selection.start < target.start || target.end < selection.start) continue;
    const parts = splitAlias(script, target.text);
    const far = parts && importedBy(workspace.project, parts.found);
    if (
      parts === undefined ||
      far === undefined ||
      parts.name === "" ||
      resolveFar(workspace.project, script, target).kind !== "undefined"
    )
      return [];
    const newline = lineBreakOf(far.text);
    const agent = spellings(SPEAKERS.agent, far.facts.language)[0];
    const gap = /[\r\n]$/.test(far.text) ? "" : newline;
    const step = `${gap}${newline}## ${parts.name}${newline}${agent}: …${newline}`;
    const at = far.text.length;
    const file = parts.found.path?.text ?? "";
    const title = { zh: `在 ${file} 里补上步骤“${parts.name}”`, en: `Write the step “${parts.name}” in ${file}` };
    return [
      request.actionIn(title, CodeActionKind.QuickFix, [{ script: far, edits: [{ start: at, end: at, text: step }] }]),
    ];
  }
  return [];
}

/** Gives the group of choices at the cursor one for everything else, where it has none. */
export function addFallback(request: ActionRequest): CodeAction[] {
  const { script, selection } = request;
  let group: Choices | undefined;
  for (const statement of statementsOf(script))
    if (statement.kind === "choices" && statement.start <= selection.start && selection.start <= statement.end)
      group = statement;
  // The innermost group is meant; what a choice does is not, only the choices themselves.
  const isAtChoice = group?.choices.some(
    ({ start, label }) => start <= selection.start && selection.start <= label.end,
  );
  if (group === undefined || !isAtChoice || isComplete(group)) return [];
  const { title, edits } = addRest(script, group);
  return [request.action(title, CodeActionKind.RefactorRewrite, edits)];
}
