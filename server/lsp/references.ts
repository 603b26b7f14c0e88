import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type ReferenceParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { occurrenceAt, occurrencesOf } from "../model/names.ts";
import { toLocation, toRange } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** Every place in all scripts that uses what the name at the cursor means. */
export async function references(
  workspace: Workspace,
  document: TextDocument,
  { position, context }: ReferenceParams,
): Promise<Location[]> {
  await workspace.ready;
  const found = occurrenceAt(workspace.project, workspace.read(document), document.offsetAt(position));
  if (found === undefined) return [];
  return occurrencesOf(workspace.project, workspace.project.all(), found.named)
    .filter(({ occurrence }) => context.includeDeclaration || !occurrence.isDefinition)
    .map(({ document: script, occurrence }) => toLocation(script, occurrence));
}

/** The same places in this script alone, told apart by whether the name is given or used there. */
export function highlights(
  workspace: Workspace,
  document: TextDocument,
  { position }: DocumentHighlightParams,
): DocumentHighlight[] {
  const script = workspace.read(document);
  const found = occurrenceAt(workspace.project, script, document.offsetAt(position));
  if (found === undefined) return [];
  return occurrencesOf(workspace.project, [script], found.named).map(({ occurrence }) => ({
    range: toRange(document, occurrence),
    kind: occurrence.isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
