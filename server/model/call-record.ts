import { FIELDS, type FieldId, spellings, type Turn } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { importsOf } from "./imports.ts";
import { declarationOf, declarationsIn, placeholdersIn } from "./phrases.ts";
import type { Project } from "./project.ts";

/** What is written down of one moment of a call. */
export interface RecordLine {
  readonly kind: "turn" | "action" | "branch";
  readonly speaker?: string;
  readonly labels: readonly string[];
  readonly text: string;
}

/** A call written down as a record that can be read as a script again, with the span of each of its lines. */
export interface CallRecord {
  readonly text: string;
  /** Half-open, in UTF-16 units of `text`; one a line that was given. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** The fields that say what kind of call it is, so that it is judged as the script is. */
const FACTS: readonly FieldId[] = ["channel", "direction", "scenario", "standard", "language"];

/** Writes down a call that was played from a script: the facts of the script first, then what happened, a line each. */
export function writeRecord(project: Project, document: ScriptDocument, lines: readonly RecordLine[]): CallRecord {
  let text = header(project, document);
  const spans = lines.map((line) => {
    const start = text.length;
    text += `${written(line)}\n`;
    return { start, end: text.length - 1 };
  });
  return { text, spans };
}

/** What a turn says when it is spoken: its phrases put in, its variables left open. */
export function spokenText(project: Project, document: ScriptDocument, turn: Turn): string {
  return expanded(project, document, turn.text.map(({ text }) => text).join(" "), 0);
}

/** Phrases may use phrases, though not without end. */
const DEEPEST = 20;

function expanded(project: Project, document: ScriptDocument, text: string, depth: number): string {
  if (depth > DEEPEST) return text;
  const whole = { kind: "text", text, start: 0, end: text.length } as const;
  let out = "";
  let at = 0;
  for (const { name, start, end } of placeholdersIn(project, document, whole)) {
    const found = declarationOf(project, document, name);
    out += text.slice(at, start);
    at = end;
    if (found?.field.id === "phrase" && found.field.value.kind === "text")
      out += expanded(project, found.document, found.field.value.text, depth + 1);
    else out += `{${name.replace(/^.*[#＃]/, "").trim()}}`;
  }
  return oneLine(out + text.slice(at));
}

function header(project: Project, document: ScriptDocument): string {
  const { language } = document.facts;
  const lines: string[] = [];
  for (const field of document.script.fields)
    if (field.id !== undefined && FACTS.includes(field.id) && field.value.kind === "text")
      lines.push(`${spellings(FIELDS[field.id], language)[0]}: ${oneLine(field.value.text)}`);
  for (const field of document.script.fields)
    if (field.id === "role" && field.argument !== undefined && field.value.kind === "text")
      lines.push(`${spellings(FIELDS.role, language)[0]} ${field.argument.text}: ${oneLine(field.value.text)}`);
  for (const name of variableNames(project, document))
    lines.push(`${spellings(FIELDS.variable, language)[0]} ${name}: …`);
  return lines.length === 0 ? "" : `${lines.join("\n")}\n\n`;
}

function variableNames(project: Project, document: ScriptDocument): ReadonlySet<string> {
  const scripts = [document, ...importsOf(document).flatMap(({ uri }) => (uri && project.get(uri)) || [])];
  return new Set(
    scripts.flatMap((script) =>
      [...declarationsIn(script).values()].flatMap(({ id, argument }) =>
        id === "variable" && argument !== undefined ? [argument.text] : [],
      ),
    ),
  );
}

function written({ kind, speaker = "", labels, text }: RecordLine): string {
  switch (kind) {
    case "turn":
      return `${speaker}${labels.length === 0 ? "" : `(${labels.join(", ")})`}: ${oneLine(text)}`;
    case "action":
      return `[${oneLine(text)}]`;
    case "branch":
      return `> ${oneLine(text)}`;
  }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ").trim();
}
