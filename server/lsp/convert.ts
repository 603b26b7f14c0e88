import { type Diagnostic, DiagnosticSeverity, type Location, type Range, type TextEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import type { Severity } from "../protocol.ts";
import type { Bilingual, Edit, Finding } from "../rules/rule.ts";
import { hasManualPage, manualLink } from "./manual.ts";
import { messageToReader } from "./to-reader.ts";

/** The only place where offsets become positions of the protocol. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

/** A place in a script, whether the editor has it open or not. */
export function toLocation(script: ScriptDocument, span: Span): Location {
  return { uri: script.uri, range: toRange(linesOf(script), span) };
}

/** A script as a document of the protocol, whose lines are counted once. */
export function linesOf(script: ScriptDocument): TextDocument {
  let lines = documents.get(script);
  if (lines === undefined) {
    lines = TextDocument.create(script.uri, "service-script", 0, script.text);
    documents.set(script, lines);
  }
  return lines;
}

const documents = new WeakMap<ScriptDocument, TextDocument>();

/** How the reader wants findings told. */
export interface Reader {
  readonly language: "zh" | "en";
  readonly isTaiwan: boolean;
  /** Where the client shows pages of the manual, such as `service-script-manual:`; undefined when it shows none. */
  readonly manual: string | undefined;
  /** Set where the client reports on scripts: it gets findings whole. */
  readonly reporting?: object | undefined;
}

/** @param script what the finding is in: a script, or a file of the configuration */
export function toDiagnostic(script: ScriptDocument | TextDocument, finding: Finding, reader: Reader): Diagnostic {
  const { language, manual, reporting } = reader;
  const document = "getText" in script ? script : linesOf(script);
  const { ruleId, severity, span, message, path } = finding;
  const told = (words: Bilingual) => messageToReader(reader, words[language], document.getText());
  return {
    range: toRange(document, span),
    severity: SEVERITY[severity],
    code: ruleId,
    ...(manual !== undefined &&
      hasManualPage(ruleId) && { codeDescription: { href: manualLink(manual, ruleId, language) } }),
    source: "service-script",
    message: told(message),
    relatedInformation: path.map((point) => ({
      location: { uri: document.uri, range: toRange(document, point.span) },
      message: told(point.message),
    })),
    ...(reporting !== undefined && { data: finding }),
  };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};
