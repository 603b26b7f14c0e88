import { type Ignore, parseIgnore, type Span, type Statement, type Step } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { endOfLine } from "./lines.ts";

/** An ignore comment and the stretch of the script in which it silences findings. */
export interface Silence {
  readonly ignore: Ignore;
  readonly span: Span;
}

/**
 * The ignore comments of a script with what they are about: the next line that is neither blank nor comment, with the
 * lines that continue it; before a heading the whole step, before a choice its branch; or the whole file.
 */
export function silencesIn(document: ScriptDocument): readonly Silence[] {
  let silences = known.get(document);
  if (silences === undefined) {
    silences = document.comments.flatMap((comment) => {
      const ignore = parseIgnore(comment);
      return ignore === undefined ? [] : [{ ignore, span: stretchOf(document, ignore) }];
    });
    known.set(document, silences);
  }
  return silences;
}

/** Whether a silence holds for a finding of this rule at this place. */
export function silences({ ignore, span }: Silence, ruleId: string, offset: number): boolean {
  const meant = ignore.rules.length === 0 || ignore.rules.some(({ text }) => text === ruleId);
  return meant && span.start <= offset && offset <= span.end;
}

const known = new WeakMap<ScriptDocument, readonly Silence[]>();

function stretchOf(document: ScriptDocument, { scope, end }: Ignore): Span {
  const { text, script } = document;
  if (scope === "file") return { start: 0, end: text.length };
  const line = nextLine(text, end);
  for (const step of script.steps) {
    if (step.name !== undefined && step.heading.start === line.start) return { start: step.start, end: step.end };
    if (step.start <= line.start && line.start < step.end) return innermost(step, line);
  }
  return line;
}

/** The statement or choice that begins on a line: a turn with its continuation, a choice with its branch. */
function innermost(step: Step, line: Span): Span {
  let body: readonly Statement[] = step.body;
  for (;;) {
    const around = body.find(({ start, end }) => start <= line.end && line.start <= end);
    if (around === undefined) return line;
    if (around.kind !== "choices")
      return { start: Math.min(around.start, line.start), end: Math.max(around.end, line.end) };
    const choice = around.choices.find(({ start, end }) => start <= line.end && line.start <= end);
    if (choice === undefined) return line;
    if (choice.start >= line.start && choice.start <= line.end) return { start: choice.start, end: choice.end };
    body = choice.body;
  }
}

/** The first line behind `offset` that is neither blank nor comment, from its first character that is no white space. */
function nextLine(text: string, offset: number): Span {
  let at = offset;
  for (;;) {
    const rest = /[^\s\u3000]/.exec(text.slice(endOfLine(text, at)));
    if (rest === null) return { start: text.length, end: text.length };
    const start = endOfLine(text, at) + rest.index;
    if (!/^(?:\/\/|／／)/.test(text.slice(start, start + 2))) return { start, end: endOfLine(text, start) };
    at = start;
  }
}
