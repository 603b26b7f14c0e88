import { type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../grammar/index.ts";
import type { Severity } from "../protocol.ts";
import type { Edit, Finding } from "../rules/rule.ts";

/** The only place where offsets become positions of the protocol. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

export function toTextEdit(document: TextDocument, edit: Edit): TextEdit {
  return { range: toRange(document, edit), newText: edit.text };
}

export function toDiagnostic(document: TextDocument, finding: Finding, language: "zh" | "en"): Diagnostic {
  const { ruleId, severity, span, message, path } = finding;
  return {
    range: toRange(document, span),
    severity: SEVERITY[severity],
    code: ruleId,
    source: "service-script",
    message: message[language],
    relatedInformation: path.map((point) => ({
      location: { uri: document.uri, range: toRange(document, point.span) },
      message: point.message[language],
    })),
  };
}

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};
