import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Choice, Statement } from "../../grammar/index.ts";
import { stepName } from "../model/document.ts";
import { toRange } from "./convert.ts";
import { textToReader } from "./to-reader.ts";
import type { Workspace } from "./workspace.ts";

/** The outline of a script: its steps, and the choices in them with their branches. */
export function outline(workspace: Workspace, document: TextDocument): DocumentSymbol[] {
  const unnamed = workspace.language === "zh" ? textToReader(workspace, "(开头)") : "(beginning)";
  return workspace.judge(document).script.script.steps.map((step) => ({
    name: stepName(step) || unnamed,
    kind: SymbolKind.Function,
    range: toRange(document, step),
    selectionRange: toRange(document, step.name?.kind === "text" ? step.name : step.heading),
    children: choicesOf(document, step.body, 0),
  }));
}

/** How deep nested choices are listed: beyond that an outline no longer helps anybody. */
const DEEPEST = 20;

function choicesOf(document: TextDocument, body: readonly Statement[], depth: number): DocumentSymbol[] {
  if (depth > DEEPEST) return [];
  return body.flatMap((statement) =>
    statement.kind === "choices" ? statement.choices.map((choice) => choiceSymbol(document, choice, depth)) : [],
  );
}

function choiceSymbol(document: TextDocument, choice: Choice, depth: number): DocumentSymbol {
  return {
    name: choice.label.kind === "text" ? choice.label.text : "…",
    kind: SymbolKind.EnumMember,
    range: toRange(document, choice),
    selectionRange: toRange(document, choice.label.kind === "text" ? choice.label : choice),
    children: choicesOf(document, choice.body, depth + 1),
  };
}
