import { createHash } from "node:crypto";
import { Lines } from "../model/lines.ts";
import { rangeOf } from "../model/range.ts";
import type { Severity } from "../protocol.ts";
import { fingerprints } from "./fingerprint.ts";
import { failuresOf, type Reporter, reportsOf } from "./report.ts";
import { reportPath } from "./short-path.ts";
import { told } from "./told.ts";

/** The run as GitLab's code quality report: an array of findings, each with a fingerprint that no other one has. */
export const reportGitlab: Reporter = (run, language) => {
  const findings = reportsOf(run).flatMap(({ path, text, language, findings }) => {
    const lines = new Lines(text);
    const prints = fingerprints(text, findings);
    return findings.map((finding, index) => {
      const { line, endLine } = rangeOf(lines, finding.span);
      return {
        description: told(finding, language),
        check_name: finding.ruleId,
        fingerprint: unique(path, prints[index]!),
        severity: SEVERITIES[finding.severity],
        location: { path: reportPath(path), lines: { begin: line, end: endLine } },
      };
    });
  });
  const failures = failuresOf(run).map(({ path, message }, index) => ({
    description: message[language],
    check_name: "not-checked",
    fingerprint: unique(path, `not checked ${index}`),
    severity: "critical",
    location: { path: reportPath(path), lines: { begin: 1 } },
  }));
  return `${JSON.stringify([...findings, ...failures], undefined, 2)}\n`;
};

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "major", warning: "minor", information: "info" };

function unique(path: string, print: string): string {
  return createHash("sha256")
    .update(`${reportPath(path)}\n${print}`)
    .digest("hex");
}
