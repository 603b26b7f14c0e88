import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { flowOf } from "../model/flow.ts";
import { ownEntries, type TimelineEntry } from "../model/timeline.ts";
import { rowsOf } from "../model/timeline-rows.ts";
import { dueInWords } from "./due-in-words.ts";
import type { Workspace } from "./workspace.ts";

/** Behind each promise and each timed action by when the standard wants it, where the line does not say so itself. */
export function commitmentHints(workspace: Workspace, document: TextDocument, { range }: InlayHintParams): InlayHint[] {
  const { project, script } = workspace.judge(document);
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return ownEntries(flowOf(project, script))
    .filter(({ start, end, due }) => start <= to && from <= end && due.length > 0)
    .map((entry) => hintOf(document, entry, workspace.language));
}

function hintOf(document: TextDocument, entry: TimelineEntry, language: "zh" | "en"): InlayHint {
  const rows = rowsOf(entry, language).map((row) => dueInWords(row, language));
  return {
    position: document.positionAt(entry.end),
    label: [...new Set(rows.map(({ short }) => short))].join(language === "zh" ? "，或" : ", or "),
    paddingLeft: true,
    tooltip: { kind: "markdown", value: rows.map(({ full }) => full).join("\n\n") },
  };
}
