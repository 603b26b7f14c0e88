import { isAlarm, type Verdict } from "./judge.ts";
import type { ListProblem } from "./labelled-lists.ts";
import type { JudgedList, TestReporter } from "./report-test.ts";
import type { JudgedPack } from "./test-packs.ts";
import { toReader, wordsToReader } from "./to-reader.ts";
import { element, escapeXml } from "./xml.ts";

/**
 * The run as JUnit's XML, which CI servers show: a test suite a list, a test case an utterance. What was missed, found by
 * another rule only, or wrongly found is a failure; a list that cannot be read is an error.
 */
export const reportTestJunit: TestReporter = ({ lists, packs, problems }, { language }) => {
  const suites = [
    ...lists.map((list) => listSuite(list, language)),
    ...packs.map((pack) => packSuite(pack, language)),
    ...problems.map((problem) => problemSuite(problem, language)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="service-script">\n${suites.join("\n")}\n</testsuites>\n`;
};

const WORDS = {
  zh: { missed: "没有规则发现", "another-rule": "只有别的规则发现", "false-alarm": "误报" },
  en: { missed: "no rule finds it", "another-rule": "only another rule finds it", "false-alarm": "false alarm" },
} as const;

function listSuite({ path, verdicts }: JudgedList, language: "zh" | "en"): string {
  const failures = verdicts.filter(({ outcome }) => outcome in wordsToReader(WORDS[language])).length;
  const cases = verdicts.map((verdict) => testCase(path, verdict, language));
  const open = element("testsuite", { name: path, tests: verdicts.length, failures, errors: 0 });
  return [`  <${open}>`, ...cases, "  </testsuite>"].join("\n");
}

function testCase(path: string, { utterance, outcome, findings }: Verdict, language: "zh" | "en"): string {
  const { line, text, category } = utterance;
  const open = element("testcase", { name: `${line}: ${text}`, classname: category.name, file: path, line });
  const said = (some: Verdict["findings"]) =>
    some
      .map(
        ({ ruleId, span, message }) => `${ruleId}: ${text.slice(span.start, span.end)}: ${toReader(message[language])}`,
      )
      .join(" / ");
  if (outcome === "found" || outcome === "clean") {
    const information = outcome === "clean" ? said(findings) : "";
    return information === ""
      ? `    <${open}/>`
      : `    <${open}><system-out>${escapeXml(information)}</system-out></testcase>`;
  }
  const alarming = outcome === "false-alarm" ? findings.filter(isAlarm) : findings;
  const failure = element("failure", { type: outcome, message: WORDS[language][outcome] });
  return `    <${open}><${failure}>${escapeXml(said(alarming))}</failure></testcase>`;
}

/** The suite of a pack: one case for all examples that hold, and a failure for each thing that does not. */
function packSuite({ path, examples, problems }: JudgedPack, language: "zh" | "en"): string {
  const open = element("testsuite", { name: path, tests: problems.length + 1, failures: problems.length, errors: 0 });
  const cases = problems.map(({ line = 1, message }) => {
    const testcase = element("testcase", { name: `${path}:${line}`, classname: path, file: path, line });
    return `    <${testcase}><${element("failure", { type: "pack", message: toReader(message[language]) })}/></testcase>`;
  });
  const all = element("testcase", { name: `${path}: ${examples}`, classname: path, file: path });
  return [`  <${open}>`, `    <${all}/>`, ...cases, "  </testsuite>"].join("\n");
}

function problemSuite({ path, line, message }: ListProblem, language: "zh" | "en"): string {
  const open = element("testsuite", { name: path, tests: 1, failures: 0, errors: 1 });
  const name = line === undefined ? path : `${path}:${line}`;
  const place = line === undefined ? { file: path } : { file: path, line };
  const testcase = element("testcase", { name, classname: path, ...place });
  const error = element("error", { type: "unreadable", message: toReader(message[language]) });
  return `  <${open}>\n    <${testcase}><${error}/></testcase>\n  </testsuite>`;
}
