import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { formatEdits, parse, type Span } from "../../grammar/index.ts";
import { toTextEdit } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/**
 * What typing may end: a line, and the head of a turn or field. The colons are both those that people type: the
 * full-width one becomes half-width at once where words already stand behind it.
 */
export const FORMAT_ON = { firstTriggerCharacter: "\n", moreTriggerCharacter: [":", "："] };

/** The whole script. The editor's wishes about tabs are not asked: a script has one form in every editor. */
export function formatting(_: Workspace, document: TextDocument, _params: DocumentFormattingParams): TextEdit[] {
  return editsWithin(document);
}

/** The lines that the range touches and the blank lines between them; they still mean the same in the whole script. */
export function rangeFormatting(
  _: Workspace,
  document: TextDocument,
  { range: { start, end } }: DocumentRangeFormattingParams,
): TextEdit[] {
  // A selection of whole lines ends at the start of the line below, which it does not mean.
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  const from = document.offsetAt({ line: start.line, character: 0 });
  return editsWithin(document, { start: from, end: document.offsetAt({ line: last + 1, character: 0 }) });
}

/**
 * The line that was just finished: after a line break the one above the cursor, after a colon the cursor's own. What
 * lies around the cursor stays, because there the author is about to write: blank lines, the end of the last line, and
 * the depth of a comment, whose own line below does not stand there yet.
 */
export function onTypeFormatting(
  _: Workspace,
  document: TextDocument,
  { ch, position }: DocumentOnTypeFormattingParams,
): TextEdit[] {
  const line = ch === "\n" ? position.line - 1 : position.line;
  if (line < 0) return [];
  const start = document.offsetAt({ line, character: 0 });
  const end = document.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
  if (parse(document.getText()).comments.some((comment) => start <= comment.start && comment.start < end)) return [];
  return editsWithin(document, { start, end }).filter((edit) => document.offsetAt(edit.range.start) < end);
}

function editsWithin(document: TextDocument, within?: Span): TextEdit[] {
  return formatEdits(document.getText(), within).map((edit) => toTextEdit(document, edit));
}
