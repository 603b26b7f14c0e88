import {
  type Choice,
  lookUp,
  SPEAKERS,
  type Span,
  type Statement,
  type Step,
  spellings,
  TARGETS,
  type Target,
} from "../../grammar/index.ts";
import type { FlowEdit, FlowTarget } from "../protocol.ts";
import { readDocument, type ScriptDocument, stepName } from "./document.ts";
import { resolveFar } from "./imports.ts";
import { endOfLine, indentAt, lineBreakOf } from "./lines.ts";
import { foldName } from "./normalise.ts";
import type { Project } from "./project.ts";
import { blocksOf, stepsByName, targetsOf } from "./symbols.ts";

/** What stands in [start, end) becomes `text`; half-open, in UTF-16 units of the text before. */
export interface TextEdit extends Span {
  readonly text: string;
}

/**
 * Why an edit in the picture cannot be made: nothing of the kind is there, the name is none, means the end of the call, is
 * taken, or would be read as something else; a question follows, so that its branches say where the call goes; or the
 * text is damaged or a record of a call, which nobody plans.
 */
export type EditProblem =
  | "nothing"
  | "empty"
  | "reserved"
  | "taken"
  | "ambiguous"
  | "decided"
  | "damaged"
  | "transcript";

export type EditResult = { readonly edits: readonly TextEdit[] } | { readonly problem: EditProblem };

/** The step to which the node of the picture belongs that begins at `at`, an offset of the text. */
export function stepAt(document: ScriptDocument, at: number): Step | undefined {
  return document.script.steps.find(({ start, end }) => start <= at && at < end);
}

/**
 * The change of the text by which an edit in the picture is made. Nothing beside it changes: it only inserts lines, or
 * writes another target behind one arrow.
 * @param at where the node begins that is edited, as its span in the picture says
 */
export function pictureEdit(
  project: Project,
  document: ScriptDocument,
  at: number,
  edit: Exclude<FlowEdit, { kind: "rename" }>,
): EditResult {
  if (document.errors.length > 0) return { problem: "damaged" };
  if (document.script.transcript) return { problem: "transcript" };
  const result = planned(document, at, edit);
  if ("problem" in result) return result;
  return meansTheSame(project, document, result) ? { edits: [result.edit] } : { problem: "ambiguous" };
}

/** An edit with what it is meant to do. */
interface Plan {
  readonly edit: TextEdit;
  readonly newStep?: string;
  /** What the arrow that it writes leads to; absent where it writes none. */
  readonly leadsTo?: string;
}

type Planned = Plan | { readonly problem: EditProblem };

function planned(document: ScriptDocument, at: number, edit: Exclude<FlowEdit, { kind: "rename" }>): Planned {
  switch (edit.kind) {
    case "add-step":
      return addStep(document, at, edit.name.trim());
    case "connect":
      return connect(document, at, edit.to);
    case "add-branch":
      return addBranch(document, at, edit.label.trim(), edit.to);
  }
}

/**
 * A step behind that of the node. Where the step ended with an arrow, it now leads to the new one, and the arrow is the
 * new one's; else the call goes on from one to the other.
 */
function addStep(document: ScriptDocument, at: number, name: string): Planned {
  const step = stepAt(document, at);
  if (step === undefined) return { problem: "nothing" };
  if (foldName(name) === "" || /[\r\n]/.test(name)) return { problem: "empty" };
  if (lookUp(TARGETS, name) !== undefined) return { problem: "reserved" };
  if (stepsByName(document).has(foldName(name))) return { problem: "taken" };
  const { text, facts } = document;
  const jumps = step.body.at(-1)?.kind === "jump";
  const last = jumps ? step.body.at(-2) : step.body.at(-1);
  const indent = indentOf(text, step, step.body);
  const behind = last ?? headOf(step);
  if (behind === undefined) return { problem: "nothing" };
  const lines = [
    ...(jumps ? [`${indent}-> ${name}`] : []),
    "",
    `${indentAt(text, step.heading.start)}## ${name}`,
    `${indent}${spellings(SPEAKERS.agent, facts.language)[0]}: …`,
  ];
  return { edit: insertBehind(text, behind, lines), newStep: name, ...(jumps && { leadsTo: name }) };
}

/** Leads the lines of a node to a step or to the end, wherever they led before. */
function connect(document: ScriptDocument, at: number, to: FlowTarget): Planned {
  const place = placeAt(document, at);
  const name = targetName(document, to);
  if (place === undefined || name === undefined) return { problem: "nothing" };
  const { text } = document;
  const { next, last, step, choice, statements } = place;
  if (next?.kind === "choices") return { problem: "decided" };
  const target = next?.target ?? choice?.target;
  if (target?.kind === "text") return { edit: { start: target.start, end: target.end, text: name }, leadsTo: name };
  const behind = last ?? headOf(step);
  if (behind === undefined) return { problem: "nothing" };
  const line = `${indentOf(text, step, statements)}-> ${name}`;
  return { edit: insertBehind(text, behind, [line]), leadsTo: name };
}

/**
 * One more choice for a decision; where there is none behind the node's lines, a decision between the branch and going
 * on as before.
 */
function addBranch(document: ScriptDocument, at: number, label: string, to: FlowTarget | undefined): Planned {
  const place = placeAt(document, at);
  const name = to === undefined ? undefined : targetName(document, to);
  if (place === undefined || (to !== undefined && name === undefined)) return { problem: "nothing" };
  if (foldName(label) === "" || /[\r\n]/.test(label)) return { problem: "empty" };
  const { text, facts } = document;
  const { next, last, step, choice, statements } = place;
  const leadsTo = name !== undefined && { leadsTo: name };
  const agent = spellings(SPEAKERS.agent, facts.language)[0];
  // A choice with nothing under it would take the turn behind the choices for its own.
  const branch = name === undefined ? [`- ${label}`, `  ${agent}: …`] : [`- ${label} -> ${name}`];
  if (next?.kind === "choices") {
    if (next.choices.some((one) => one.label.kind === "text" && foldName(one.label.text) === foldName(label)))
      return { problem: "taken" };
    const indent = indentAt(text, next.choices.at(-1)!.start);
    return { edit: insertBehind(text, next, indented(branch, indent)), ...leadsTo };
  }
  const behind = last ?? headOf(step);
  if (behind === undefined) return { problem: "nothing" };
  const { rest, asBefore } = OTHERWISE[facts.language];
  const otherwise = choice !== undefined && next === undefined ? [`- ${rest}`, `  > ${asBefore}`] : [`- ${rest}`];
  const indent = indentOf(text, step, statements);
  return { edit: insertBehind(text, behind, indented([...branch, ...otherwise], indent)), ...leadsTo };
}

/** The choice for everything that a new branch leaves, and what stands under it where something must. */
const OTHERWISE = {
  zh: { rest: "其他", asBefore: "照旧往下走" },
  en: { rest: "otherwise", asBefore: "goes on as before" },
} as const;

function indented(lines: readonly string[], indent: string): string[] {
  return lines.map((line) => indent + line);
}

/** Where the lines of a node end: behind `last` of a block, in front of the choices or the arrow, if one follows. */
interface EditPlace {
  readonly step: Step;
  readonly choice?: Choice;
  readonly statements: readonly Statement[];
  readonly last?: Statement;
  readonly next?: Extract<Statement, { kind: "choices" | "jump" }>;
}

/** The place of the node that begins at `at`: a step at its heading, else a statement with those that follow it. */
function placeAt(document: ScriptDocument, at: number): EditPlace | undefined {
  for (const { step, choice, statements } of blocksOf(document)) {
    const isHead = choice === undefined && at === step.heading.start;
    const first = isHead ? 0 : statements.findIndex((statement) => isAt(statement, at));
    if (first === -1) continue;
    const length = statements.slice(first).findIndex(({ kind }) => kind === "choices" || kind === "jump");
    const end = length === -1 ? statements.length : first + length;
    const [last, next] = [statements[end - 1], statements[end]];
    return {
      step,
      statements,
      ...(choice && { choice }),
      ...(last && { last }),
      ...((next?.kind === "choices" || next?.kind === "jump") && { next }),
    };
  }
  return undefined;
}

/** A decision without a question begins with its first choice. */
function isAt(statement: Statement, at: number): boolean {
  return statement.start === at || (statement.kind === "choices" && statement.choices[0]?.start === at);
}

function targetName(document: ScriptDocument, to: FlowTarget): string | undefined {
  if (to === "end") return spellings(TARGETS.end, document.facts.language)[0];
  const step = document.script.steps.find(({ heading }) => heading.start === to);
  return step?.name?.kind === "text" ? step.name.text : undefined;
}

/** What opens a step: its heading, with its fields; the first step may have none. */
function headOf({ name, fields, heading }: Step): Span | undefined {
  return name === undefined ? undefined : (fields.at(-1) ?? heading);
}

/** How deep the lines of a block stand. */
function indentOf(text: string, step: Step, statements: readonly Statement[]): string {
  return indentAt(text, (statements[0] ?? step.heading).start);
}

/** Lines of their own behind the last line of what stands there already. */
function insertBehind(text: string, { end }: Span, lines: readonly string[]): TextEdit {
  const at = endOfLine(text, end);
  const newline = lineBreakOf(text);
  return { start: at, end: at, text: lines.map((line) => newline + line).join("") };
}

/**
 * Whether the edit is read as it is meant: nothing is damaged, no step but the new one comes or goes, its arrow leads
 * where it should and every other one where it led. A name with a sign in it may be read as something else.
 */
function meansTheSame(project: Project, document: ScriptDocument, { edit, newStep, leadsTo }: Plan): boolean {
  const { start, end, text } = edit;
  const after = readDocument(document.uri, document.text.slice(0, start) + text + document.text.slice(end), document);
  if (after.errors.length > 0) return false;
  const names = after.script.steps.map(stepName);
  if (newStep !== undefined) names.splice(names.indexOf(newStep), names.includes(newStep) ? 1 : 0);
  if (after.script.steps.length !== document.script.steps.length + (newStep === undefined ? 0 : 1)) return false;
  if (document.script.steps.map(stepName).join("\n") !== names.join("\n")) return false;
  const placeOf = (script: ScriptDocument, target: Target) => {
    const found = resolveFar(project, script, target);
    return found.kind === "step" ? `step ${stepName(found.step)}` : found.kind;
  };
  const written = targetsOf(after).filter(({ target }) => start <= target.start && target.start < start + text.length);
  const wanted = leadsTo === undefined ? [] : [lookUp(TARGETS, leadsTo) === undefined ? `step ${leadsTo}` : "end"];
  if (written.map(({ target }) => placeOf(after, target)).join("\n") !== wanted.join("\n")) return false;
  const before = targetsOf(document).filter(({ target }) => target.start < start || target.start >= end);
  const now = targetsOf(after).filter(({ target }) => target.start < start || target.start >= start + text.length);
  return (
    before.length === now.length &&
    before.every(({ target }, index) => {
      const place = placeOf(document, target);
      // An arrow that led nowhere may lead to the new step.
      return place === "undefined" || place === placeOf(after, now[index]!.target);
    })
  );
}
