import { Lines } from "../model/lines.ts";
import { rangeOf } from "../model/range.ts";
import type { Severity } from "../protocol.ts";
import { type FileReport, failuresOf, type Reporter, reportsOf } from "./report.ts";
import { reportPath } from "./short-path.ts";
import { told } from "./told.ts";
import { element } from "./xml.ts";

/** The run as Checkstyle's XML, which many CI servers and review tools read. */
export const reportCheckstyle: Reporter = (run, language) => {
  const files = reportsOf(run).map(fileElement);
  const failures = failuresOf(run).map(({ path, message }) => {
    const error = { line: 1, severity: "error", message: message[language], source: "service-script.not-checked" };
    return block(path, [error]);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${[...files, ...failures].join("")}</checkstyle>\n`;
};

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", information: "info" };

function fileElement({ path, text, language, findings }: FileReport): string {
  const lines = new Lines(text);
  return block(
    path,
    findings.map((finding) => {
      const { line, column } = rangeOf(lines, finding.span);
      const source = `service-script.${finding.ruleId}`;
      return { line, column, severity: SEVERITIES[finding.severity], message: told(finding, language), source };
    }),
  );
}

function block(path: string, errors: readonly Readonly<Record<string, string | number>>[]): string {
  const lines = errors.map((error) => `    <${element("error", error)}/>\n`);
  return `  <${element("file", { name: reportPath(path) })}>\n${lines.join("")}  </file>\n`;
}
