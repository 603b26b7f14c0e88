import type { LinkedEditingRangeParams, LinkedEditingRanges } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { occurrenceAt, occurrencesOf } from "../model/names.ts";
import { toRange } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** The places of a name in the script that are written alike, so that one is typed with the other. */
export function linkedEditing(
  workspace: Workspace,
  document: TextDocument,
  { position }: LinkedEditingRangeParams,
): LinkedEditingRanges | null {
  const script = workspace.read(document);
  const found = occurrenceAt(workspace.project, script, document.offsetAt(position));
  if (found === undefined || found.named.document !== script) return null;
  const name = script.text.slice(found.start, found.end);
  const alike = occurrencesOf(workspace.project, [script], found.named)
    .map(({ occurrence }) => occurrence)
    .filter(({ start, end }) => script.text.slice(start, end) === name);
  // A name ends with its line, an arrow, or a sign of the language.
  return alike.length < 2
    ? null
    : {
        ranges: alike.map((span) => toRange(document, span)),
        wordPattern: "[^\\r\\n{}｛｝#＃:：>》→⇒\\[\\]()（）【】]+",
      };
}
