import { resolve } from "node:path";
import { Lines } from "../model/lines.ts";
import { rangeOf } from "../model/range.ts";
import type { Severity } from "../protocol.ts";
import { count, type FileReport, failuresOf, type Reporter, reportsOf } from "./report.ts";

/**
 * The run in the shape of ESLint's JSON: an array of files with messages; severity 2 is an error, 1 a warning, 0 an
 * information; lines and columns count from 1, columns in UTF-16 units, the end is exclusive. A file that could not be
 * judged, or on which a rule broke, has one message with `fatal: true`. Files of the configuration are there, first, when something is wrong with them.
 */
export const reportJson: Reporter = (run, language) => {
  const judged = reportsOf(run).map((file) => ({
    filePath: resolve(file.path),
    messages: messagesOf(file),
    errorCount: count([file], "error"),
    warningCount: count([file], "warning"),
    fatalErrorCount: 0,
  }));
  const unread = failuresOf(run).map(({ path, message }) => ({
    filePath: resolve(path),
    messages: [{ ruleId: null, fatal: true, severity: 2, message: message[language], line: 1, column: 1 }],
    errorCount: 1,
    warningCount: 0,
    fatalErrorCount: 1,
  }));
  return `${JSON.stringify([...judged, ...unread], undefined, 2)}\n`;
};

const SEVERITY: Readonly<Record<Severity, number>> = { error: 2, warning: 1, information: 0 };

function messagesOf({ text, findings, language }: FileReport) {
  const lines = new Lines(text);
  return findings.map(({ ruleId, severity, span, message, say, path }) => ({
    ruleId,
    severity: SEVERITY[severity],
    message: message[language],
    ...rangeOf(lines, span),
    say,
    path: path.map((point) => ({ message: point.message[language], ...rangeOf(lines, point.span) })),
  }));
}
