import { Lines } from "../model/lines.ts";
import type { Finding } from "../rules/rule.ts";
import type { FileProblem } from "./disk-source.ts";
import { type FileReport, failuresOf, type Reporter, reportsOf } from "./report.ts";
import { reportPath } from "./short-path.ts";
import { told } from "./told.ts";
import { element, escapeXml } from "./xml.ts";

/**
 * The run as JUnit's XML: a test suite a script, a test case a finding. Errors and warnings are failures, information is
 * output of a case that passes; a script without findings is one case that passes, a file that could not be judged an
 * error.
 */
export const reportJunit: Reporter = (run, language) => {
  const suites = [...reportsOf(run).map(fileSuite), ...failuresOf(run).map((one) => failureSuite(one, language))];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="service-script">\n${suites.join("")}</testsuites>\n`;
};

function fileSuite(file: FileReport): string {
  const { text, findings } = file;
  const path = reportPath(file.path);
  const lines = new Lines(text);
  const cases = findings.map((finding) => testCase(file, path, lines.at(finding.span.start).line + 1, finding));
  if (cases.length === 0) cases.push(`    <${element("testcase", { name: path, classname: path, file: path })}/>\n`);
  const failures = findings.filter(({ severity }) => severity !== "information").length;
  const suite = element("testsuite", { name: path, tests: cases.length, failures, errors: 0 });
  return `  <${suite}>\n${cases.join("")}  </testsuite>\n`;
}

function testCase({ language }: FileReport, path: string, line: number, finding: Finding): string {
  const { ruleId, severity } = finding;
  const open = element("testcase", { name: `${line}: ${ruleId}`, classname: path, file: path, line });
  const words = told(finding, language);
  const body =
    severity === "information"
      ? `<system-out>${escapeXml(words)}</system-out>`
      : `<${element("failure", { type: severity, message: words })}>${escapeXml(`${path}:${line}: ${words}`)}</failure>`;
  return `    <${open}>${body}</testcase>\n`;
}

function failureSuite({ path, message }: FileProblem, language: "zh" | "en"): string {
  const name = reportPath(path);
  const suite = element("testsuite", { name, tests: 1, failures: 0, errors: 1 });
  const testcase = element("testcase", { name, classname: name, file: name });
  const error = element("error", { type: "not-checked", message: message[language] });
  return `  <${suite}>\n    <${testcase}><${error}/></testcase>\n  </testsuite>\n`;
}
