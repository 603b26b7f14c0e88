import { Lines } from "../model/lines.ts";
import { rangeOf } from "../model/range.ts";
import type { Severity } from "../protocol.ts";
import type { Finding } from "../rules/rule.ts";
import { printable } from "./printable.ts";
import { type FileReport, failuresOf, type Reporter, reportsOf } from "./report.ts";
import { reportPath } from "./short-path.ts";
import { told } from "./told.ts";

/** The run as workflow commands of GitHub Actions, which show each finding at its line of the change. */
export const reportGithub: Reporter = (run, language) => {
  const findings = reportsOf(run).flatMap((file) => {
    const lines = new Lines(file.text);
    return file.findings.map((finding) => command(file, lines, finding));
  });
  const failures = failuresOf(run).map(({ path, message }) =>
    line("error", { file: reportPath(path) }, message[language]),
  );
  return [...findings, ...failures].map((command) => `${command}\n`).join("");
};

const COMMANDS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "notice" };

function command({ path, language }: FileReport, lines: Lines, finding: Finding): string {
  const { line: first, column, endLine, endColumn } = rangeOf(lines, finding.span);
  // Columns are taken only of a stretch on one line.
  const columns = first === endLine ? { col: column, endColumn } : {};
  const points = finding.path.map(({ span, message }) => `${lines.at(span.start).line + 1}: ${message[language]}`);
  return line(
    COMMANDS[finding.severity],
    { file: reportPath(path), line: first, endLine, ...columns, title: finding.ruleId },
    [told(finding, language), ...points].join("\n"),
  );
}

function line(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(",")}::${escapeData(message)}`;
}

/** As GitHub's own toolkit escapes the text of a command. */
function escapeData(text: string): string {
  return text
    .split("\n")
    .map(printable)
    .join("\n")
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
