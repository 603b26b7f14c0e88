import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { type Statement, spellings, TARGETS } from "../../../grammar/index.ts";
import { stepName } from "../../model/document.ts";
import { flowOf } from "../../model/flow.ts";
import { endOfLine, indentAt, lineBreakOf, startOfLine } from "../../model/lines.ts";
import { blocksOf, statementsWithin } from "../../model/symbols.ts";
import type { Edit } from "../../rules/rule.ts";
import { newName } from "./new-name.ts";
import type { ActionRequest } from "./request.ts";

/**
 * Moves the selected lines into a step of their own at the end of the script and runs it where they stood, so that the
 * call stays the same. Not offered for lines that lead elsewhere: run as a step they would come back.
 */
export function extractStep(request: ActionRequest): CodeAction[] {
  const { script, workspace } = request;
  const statements = selectedStatements(request);
  if (statements === undefined) return [];
  const { text, facts } = script;
  const start = startOfLine(text, statements[0]!.start);
  const end = endOfLine(text, statements.at(-1)!.end);
  const indent = indentAt(text, start);
  const name = newName(facts.language === "zh" ? "新步骤" : "new step", script.script.steps.map(stepName));
  const lines = text.slice(start, end).split(/\r\n|\r|\n/);
  const body = lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
  const { nodes, falls } = flowOf(workspace.project, script);
  const lastStep = script.script.steps.at(-1);
  // What falls out of the last step would fall into the new one; a step of a shared file comes back before that.
  const fallsIn = facts.kind === "script" && nodes.some(({ id, step }) => step === lastStep && falls.has(id));
  const stop = fallsIn ? [`-> ${spellings(TARGETS.end, facts.language)[0]}`] : [];
  const newline = lineBreakOf(text);
  const addition = [...stop, "", `## ${name}`, ...body, ""].join(newline);
  const edits: Edit[] = [
    { start, end, text: `${indent}=> ${name}` },
    { start: text.length, end: text.length, text: `${/[\r\n]$/.test(text) ? "" : newline}${addition}` },
  ];
  const title = { zh: `把这几行移到新步骤“${name}”`, en: `Move the lines into a new step “${name}”` };
  const { line } = request.document.positionAt(start);
  const position = { line, character: indent.length + "=> ".length };
  return [request.thenRename(request.action(title, CodeActionKind.RefactorExtract, edits), position)];
}

/** The statements of the innermost block that the selection touches, if it touches nothing beside them. */
function selectedStatements({ script, selection }: ActionRequest): readonly Statement[] | undefined {
  const { text } = script;
  // Blanks around the lines do not count.
  const words = text.slice(selection.start, selection.end);
  const start = selection.start + words.length - words.trimStart().length;
  const end = selection.start + words.trimEnd().length;
  let found: readonly Statement[] | undefined;
  if (end <= start) return undefined;
  for (const block of blocksOf(script)) {
    if (block.step.name === undefined) continue;
    const touched = block.statements.filter((statement) => statement.start < end && start < statement.end);
    const [first, last] = [touched[0], touched.at(-1)];
    if (first !== undefined && last !== undefined && startOfLine(text, first.start) <= start && end <= last.end)
      found = touched;
  }
  return found === undefined || [...statementsWithin(found)].some(leadsAway) ? undefined : found;
}

function leadsAway(statement: Statement): boolean {
  return (
    statement.kind === "jump" ||
    (statement.kind === "choices" && statement.choices.some(({ target }) => target !== undefined))
  );
}
