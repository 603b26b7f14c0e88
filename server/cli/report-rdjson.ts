import type { Span } from "../../grammar/index.ts";
import { Lines } from "../model/lines.ts";
import type { Severity } from "../protocol.ts";
import { applyEdits } from "../rules/apply-edits.ts";
import type { Edit, Fix } from "../rules/rule.ts";
import { type FileReport, failuresOf, type Reporter, reportsOf } from "./report.ts";
import { reportPath } from "./short-path.ts";
import { told } from "./told.ts";

/** The run in the format of reviewdog, which puts findings, and changes that a click accepts, into reviews. */
export const reportRdjson: Reporter = (run, language) => {
  const result = {
    source: { name: "service-script" },
    diagnostics: [
      ...reportsOf(run).flatMap(diagnosticsOf),
      ...failuresOf(run).map(({ path, message }) => ({
        message: message[language],
        location: { path: reportPath(path) },
        severity: "ERROR",
        code: { value: "not-checked" },
      })),
    ],
  };
  return `${JSON.stringify(result, undefined, 2)}\n`;
};

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "ERROR", warning: "WARNING", information: "INFO" };

function diagnosticsOf({ path, text, language, findings }: FileReport) {
  const lines = new Lines(text);
  const suggestions = (fixes: readonly Fix[]) =>
    fixes
      .map(({ edits }) => asOne(text, edits))
      .filter((edit) => lines.at(edit.end).line - lines.at(edit.start).line < LONGEST)
      .map((edit) => ({ range: range(lines, edit), text: edit.text }));
  return findings.map((finding) => ({
    message: told(finding, language),
    location: { path: reportPath(path), range: range(lines, finding.span) },
    severity: SEVERITIES[finding.severity],
    code: { value: finding.ruleId },
    suggestions: suggestions(finding.fixes),
  }));
}

/** Lines that a suggestion changes at most: what is spread over a script is no suggestion for one place. */
const LONGEST = 10;

/** Edits as one, from the first to the last: each suggestion has one range. */
function asOne(text: string, edits: readonly Edit[]): Edit {
  const start = Math.min(...edits.map((edit) => edit.start));
  const end = Math.max(...edits.map((edit) => edit.end));
  const moved = edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
  return { start, end, text: applyEdits(text.slice(start, end), moved) };
}

/** Columns count bytes of UTF-8, from 1; the end is exclusive. */
function range(lines: Lines, { start, end }: Span) {
  const at = (offset: number) => {
    const { line, column } = lines.at(offset);
    return { line: line + 1, column: Buffer.byteLength(lines.words(line).slice(0, column)) + 1 };
  };
  return { start: at(start), end: at(end) };
}
