import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span, Statement } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { occurrencesIn } from "../model/names.ts";
import type { Project } from "../model/project.ts";
import { Division } from "../model/sentences.ts";
import { statementsWithin } from "../model/symbols.ts";
import { toRange } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** For each position what stands around it, from a name or sentence over line, branch and step to the whole script. */
export function selectionRanges(
  workspace: Workspace,
  document: TextDocument,
  { positions }: SelectionRangeParams,
): SelectionRange[] {
  const script = workspace.read(document);
  return positions.map((position) => {
    const offset = document.offsetAt(position);
    const around = [...spansOf(workspace.project, script, offset)].filter(
      ({ start, end }) => start <= offset && offset <= end,
    );
    around.sort((a, b) => b.end - b.start - (a.end - a.start));
    let range: SelectionRange = { range: toRange(document, { start: 0, end: script.text.length }) };
    let outer: Span = { start: 0, end: script.text.length };
    for (const span of around) {
      // Each has to lie in the one before it, and be smaller.
      if (span.start < outer.start || span.end > outer.end || span.end - span.start === outer.end - outer.start)
        continue;
      range = { range: toRange(document, span), parent: range };
      outer = span;
    }
    return range;
  });
}

function* spansOf(project: Project, script: ScriptDocument, offset: number): Generator<Span> {
  yield* occurrencesIn(project, script);
  yield* script.comments;
  for (const field of script.script.fields) yield* [field, field.name, field.value];
  for (const step of script.script.steps) {
    yield* [step, step.heading];
    for (const statement of statementsWithin(step.body))
      if (statement.start <= offset && offset <= statement.end) yield* spansIn(script.text, statement);
  }
}

function* spansIn(text: string, statement: Statement): Generator<Span> {
  yield statement;
  if (statement.kind === "turn") {
    yield* [statement.speaker, ...statement.labels, ...statement.text];
    const [first, last] = [statement.text[0], statement.text.at(-1)];
    if (first === undefined || last === undefined) return;
    yield { start: first.start, end: last.end };
    const sentences = Division.sentences(statement.text);
    for (let at = first.start; at < last.end; ) {
      const sentence = sentences.partAt(at);
      const words = text.slice(sentence.start, sentence.end);
      yield { start: sentence.start + words.length - words.trimStart().length, end: sentence.end };
      at = Math.max(at + 1, sentence.end);
    }
  } else if (statement.kind === "choices")
    for (const choice of statement.choices) yield* [choice, choice.label, ...choice.labels];
  else if (statement.kind === "action") yield* [statement.body, statement.reason].filter((part) => part !== undefined);
}
