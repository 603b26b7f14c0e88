import { type FoldingRange, FoldingRangeKind, type FoldingRangeParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../grammar/index.ts";
import { blocksOf } from "../model/symbols.ts";
import type { Workspace } from "./workspace.ts";

/** What can be folded away: steps, branches, turns of several lines, and runs of imports and of comments. */
export function folding(workspace: Workspace, document: TextDocument, _: FoldingRangeParams): FoldingRange[] {
  const script = workspace.read(document);
  const { steps, fields } = script.script;
  const ranges: FoldingRange[] = [];
  const fold = (span: Span, kind?: FoldingRangeKind) => {
    const range = linesOf(document, span);
    if (range !== undefined) ranges.push({ ...range, ...(kind && { kind }) });
  };
  for (const step of steps) if (step.name !== undefined) fold(step);
  for (const { choice, statements } of blocksOf(script)) {
    if (choice !== undefined) fold(choice);
    for (const statement of statements) if (statement.kind === "turn") fold(statement);
  }
  const imports = fields.filter(({ id }) => id === "import");
  if (imports.length > 1) fold({ start: imports[0]!.start, end: imports.at(-1)!.end }, FoldingRangeKind.Imports);
  for (const run of runsOf(document, script.comments)) fold(run, FoldingRangeKind.Comment);
  return ranges;
}

/** The lines of a stretch, without blank ones at its end; undefined where it is one line. */
function linesOf(document: TextDocument, { start, end }: Span): FoldingRange | undefined {
  const last = start + document.getText().slice(start, end).trimEnd().length;
  const [startLine, endLine] = [document.positionAt(start).line, document.positionAt(last).line];
  return endLine > startLine ? { startLine, endLine } : undefined;
}

/** Comments on lines that follow one another. */
function* runsOf(document: TextDocument, comments: readonly Span[]): Generator<Span> {
  let run: Span | undefined;
  for (const { start, end } of comments) {
    if (run !== undefined && document.positionAt(start).line === document.positionAt(run.end).line + 1)
      run = { start: run.start, end };
    else {
      if (run !== undefined) yield run;
      run = { start, end };
    }
  }
  if (run !== undefined) yield run;
}
