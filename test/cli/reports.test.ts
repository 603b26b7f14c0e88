import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Log, Region, Result } from "sarif";
import { beforeAll, describe, expect, it } from "vitest";
import { FORMATS } from "../../server/cli/reports.ts";
import { RULES } from "../../server/rules/index.ts";
import { scoreOf } from "../../server/rules/score.ts";
import { applyEdits } from "../support/edits.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const COMPLAINT = [
  "渠道: 电话",
  "场景: 投诉",
  "## 开场",
  "客户(愤怒): 我的手机又断线了,我要投诉!",
  '客服: 😀<b>&"这个我不清楚</b>。',
  "客服: 我们会尽快给您回复。",
  "// 忽略 forbidden/brush-off: 照录原话",
  "客服: 这个我不清楚。",
  "[查询 订单",
  "",
].join("\n");
const FILES = {
  "service-script.config.yaml": "rules: { forbiden/*: off }\n",
  "a b/投诉,1:2.sscript": COMPLAINT,
  "clean.sscript": "## 开场\n> 只有说明\n",
  "gbk.sscript": Uint8Array.from([0x23, 0x23, 0x20, 0xbf, 0xaa, 0xb3, 0xa1, 0x0a]),
};
const NAME = "a b/投诉,1:2.sscript";

let path: string;
let json: { filePath: string; messages: { ruleId: string; severity: number; line: number; path: unknown[] }[] }[];
const report = (format: string) => readFileSync(join(path, `out/${format}`), "utf8");
const own = () => json.find(({ filePath }) => filePath.endsWith(NAME))!.messages;

beforeAll(async () => {
  path = folder(FILES);
  const outputs = Object.keys(FORMATS).flatMap((format) => ["--format", `${format}=out/${format}`]);
  const { code, stdout, stderr } = await run(["lint", ...outputs, "."], {}, path);
  expect([code, stdout, stderr.split("\n").length]).toEqual([2, "", 2]);
  json = JSON.parse(report("json"));
  expect(own().map(({ ruleId }) => ruleId)).toEqual(
    expect.arrayContaining(["forbidden/brush-off", "sla/vague", "missing/apology", "syntax/unclosed-bracket"]),
  );
});

/** The stretch of a text between places that count from 1, the end exclusive. */
function stretch(text: string, { startLine = 1, startColumn = 1, endLine = startLine, endColumn = 1 }: Region) {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return { start: starts[startLine - 1]! + startColumn - 1, end: starts[endLine - 1]! + endColumn - 1 };
}

describe("reports", () => {
  it("go to several places in one run, one of which may be standard output", async () => {
    const { stdout } = await run(
      ["lint", "--format=junit=again/deep/junit.xml", "--format", "readable", "."],
      {},
      path,
    );
    expect(stdout).toContain("检查了 2 份话术");
    expect(readFileSync(join(path, "again/deep/junit.xml"), "utf8")).toBe(report("junit"));
    for (const args of [
      ["--format=json", "--format=readable"],
      ["--format=json=a", "--format=sarif=./a"],
      ["--format=json="],
    ])
      expect((await run(["lint", ...args], {}, path)).code).toBe(2);
  });

  it("that cannot be written are told", async () => {
    writeFileSync(join(path, "file"), "");
    const { code, stderr } = await run(["lint", "--format=json=file/a.json", "clean.sscript"], {}, path);
    expect([code, stderr]).toEqual([2, expect.stringContaining("file/a.json: 报告写不了")]);
  });

  it("are the same from one run to the next", async () => {
    for (const format of Object.keys(FORMATS))
      expect((await run(["lint", "--format", format, "."], {}, path)).stdout, format).toBe(report(format));
  });
});

describe("sarif", () => {
  const log = () => JSON.parse(report("sarif")) as Log;
  const results = () => log().runs[0]!.results!;
  const ofScript = () => results().filter((result) => uriOf(result) === NAME);
  const uriOf = (result: Result) => decodeURIComponent(result.locations![0]!.physicalLocation!.artifactLocation!.uri!);
  const ruleOf = (id: string) =>
    ofScript().find(({ ruleId, suppressions }) => ruleId === id && suppressions?.length === 0)!;

  it("has the form of the published schema", () => {
    const schema = JSON.parse(readFileSync("test/schemas/sarif-2.1.0.schema.json", "utf8"));
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    expect(validate(log()), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...log(), version: "2.0.0" })).toBe(false);
  });

  it("leads to the files and marks the same words in UTF-16 units", () => {
    const [first] = log().runs;
    expect(first!.columnKind).toBe("utf16CodeUnits");
    expect(fileURLToPath(first!.originalUriBaseIds!.SRCROOT!.uri!)).toBe(`${path}/`);
    expect(uriOf(results()[0]!)).toBe("service-script.config.yaml");
    const { start, end } = stretch(COMPLAINT, ruleOf("forbidden/brush-off").locations![0]!.physicalLocation!.region!);
    expect(COMPLAINT.slice(start, end)).toBe("不清楚");
  });

  it("has each rule with its help, and each result its rule", () => {
    const { rules } = log().runs[0]!.tool.driver;
    for (const { ruleId, ruleIndex } of results()) expect(rules![ruleIndex!]!.id).toBe(ruleId);
    const { why, fix } = RULES.find(({ id }) => id === "missing/apology")!;
    const help = rules!.find(({ id }) => id === "missing/apology")!.help!;
    expect([help.text, help.markdown]).toEqual([`${why.zh}\n${fix.zh}`, expect.stringContaining(why.zh)]);
  });

  it("has the path of a counter-example as a code flow", () => {
    const { locations } = ruleOf("missing/apology").codeFlows![0]!.threadFlows[0]!;
    expect(locations.length).toBeGreaterThan(1);
    expect(locations[0]!.location!.physicalLocation!.region!.startLine).toBe(4);
    for (const { location } of locations) expect(location!.message!.text).not.toBe("");
  });

  it("has fixes that do what they say", () => {
    const { fixes, message } = ruleOf("syntax/unclosed-bracket");
    expect([message.text, fixes!.length]).toEqual([expect.any(String), 1]);
    const edits = fixes![0]!.artifactChanges[0]!.replacements.map(({ deletedRegion, insertedContent }) => ({
      ...stretch(COMPLAINT, deletedRegion),
      text: insertedContent!.text!,
    }));
    expect(applyEdits(COMPLAINT, edits)).toBe(COMPLAINT.replace("[查询 订单", "[查询 订单]"));
  });

  it("tells what a comment suppresses, with its reason", () => {
    const suppressed = ofScript().filter(({ suppressions }) => suppressions!.length > 0);
    expect(suppressed.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ["forbidden/brush-off", [{ kind: "inSource", status: "accepted", justification: "照录原话" }]],
    ]);
  });

  it("has fingerprints that differ, and stay when lines move", async () => {
    const prints = (some: Result[]) =>
      some.map((one) => `${one.ruleId} ${one.partialFingerprints!["serviceScript/v1"]}`);
    const before = prints(ofScript());
    expect(new Set(before).size).toBe(before.length);
    const moved = folder({ ...FILES, [NAME]: COMPLAINT.replace("## 开场\n", "## 开场\n> 新的说明\n\n") });
    await run(["lint", "--format=sarif=out.sarif"], {}, moved);
    const after = JSON.parse(readFileSync(join(moved, "out.sarif"), "utf8")) as Log;
    expect(prints(after.runs[0]!.results!.filter((one) => uriOf(one) === NAME)).sort()).toEqual([...before].sort());
  });

  it("says that a file could not be judged", () => {
    const [invocation] = log().runs[0]!.invocations!;
    expect(invocation!.executionSuccessful).toBe(false);
    expect(invocation!.toolExecutionNotifications![0]!.message.text).toContain("GB18030");
  });
});

it("github: each finding is a command that reads back as it was", () => {
  const commands = report("github").trimEnd().split("\n").map(readCommand);
  const total = json.reduce((sum, { messages }) => sum + messages.length, 0);
  expect(commands).toHaveLength(total);
  const brushOff = commands.find(({ properties }) => properties.title === "forbidden/brush-off")!;
  expect(brushOff).toMatchObject({ name: "error", properties: { file: NAME, line: "5", endLine: "5" } });
  expect(brushOff.message).toMatch(/^“这个我不清楚|^“不清楚/);
  expect(commands.find(({ properties }) => properties.title === "missing/apology")!.message).toMatch(/\n4: /);
});

/** Reads a workflow command as GitHub's runner does. */
function readCommand(line: string) {
  const [, name, list, data] = /^::(\w+) ([^\n]*?)::([^\r\n]*)$/.exec(line)!;
  const plain = (text: string) =>
    text
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  const properties = Object.fromEntries(list!.split(",").map((pair) => pair.split("=").map(plain)));
  return { name, properties, message: plain(data!) };
}

it("gitlab: each finding has what a code quality report needs, and a fingerprint of its own", () => {
  const issues = JSON.parse(report("gitlab"));
  for (const issue of issues) {
    expect(issue).toMatchObject({
      description: expect.stringMatching(/./),
      check_name: expect.stringMatching(/^[\w/-]+$/),
    });
    expect(["info", "minor", "major", "critical", "blocker"]).toContain(issue.severity);
    expect(issue.location.path).not.toMatch(/^(?:\.?\/)/);
    expect(issue.location.lines.begin).toBeGreaterThan(0);
  }
  expect(new Set(issues.map(({ fingerprint }: never) => fingerprint)).size).toBe(issues.length);
});

describe("xml", () => {
  const parse = (xml: string) => {
    expect(XMLValidator.validate(xml)).toBe(true);
    const list = ["testsuite", "testcase", "file", "error"];
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: "",
      isArray: (tag) => list.includes(tag),
    });
    return parser.parse(xml);
  };

  it("junit: suites count their cases, and hostile text stays text", () => {
    const suites = parse(report("junit")).testsuites.testsuite as {
      name: string;
      tests: string;
      failures: string;
      errors: string;
      testcase: { name: string; failure?: { message: string }; error?: object; "system-out"?: string }[];
    }[];
    expect(suites.map(({ name }) => name)).toEqual([
      "service-script.config.yaml",
      NAME,
      "clean.sscript",
      "gbk.sscript",
    ]);
    for (const { tests, failures, errors, testcase } of suites) {
      expect(testcase).toHaveLength(Number(tests));
      expect(testcase.filter(({ failure }) => failure !== undefined)).toHaveLength(Number(failures));
      expect(testcase.filter(({ error }) => error !== undefined)).toHaveLength(Number(errors));
    }
    expect(suites[1]!.testcase).toHaveLength(own().length);
    expect(suites[2]!.testcase).toEqual([expect.objectContaining({ name: "clean.sscript" })]);
  });

  it("checkstyle: each file has its errors", () => {
    const files = parse(report("checkstyle")).checkstyle.file as { name: string; error?: Record<string, string>[] }[];
    expect(files.map(({ name }) => name)).toEqual(["service-script.config.yaml", NAME, "clean.sscript", "gbk.sscript"]);
    expect(files[1]!.error!.map(({ line, source }) => [Number(line), source])).toEqual(
      own().map(({ line, ruleId }) => [line, `service-script.${ruleId}`]),
    );
    for (const { severity } of files.flatMap(({ error = [] }) => error))
      expect(["error", "warning", "info"]).toContain(severity);
  });
});

describe("rdjson", () => {
  const result = () => JSON.parse(report("rdjson"));

  it("has the form of the published schema", () => {
    const { $schema, ...schema } = JSON.parse(readFileSync("test/schemas/rdjson.schema.json", "utf8"));
    expect($schema).toContain("draft-04");
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(result()), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ diagnostics: [{ message: 1 }] })).toBe(false);
  });

  it("counts columns in bytes, and suggests what an editor would put there", () => {
    const bytes = COMPLAINT.split("\n").map((line) => Buffer.from(line));
    const { diagnostics } = result();
    const of = (rule: string) => diagnostics.find(({ code }: never) => (code as { value: string }).value === rule);
    const { start, end } = of("forbidden/brush-off").location.range;
    expect(bytes[start.line - 1]!.subarray(start.column - 1, end.column - 1).toString()).toBe("不清楚");
    const [suggestion] = of("syntax/unclosed-bracket").suggestions;
    expect(suggestion.range.start).toEqual(suggestion.range.end);
    const line = bytes[suggestion.range.start.line - 1]!;
    const at = suggestion.range.start.column - 1;
    expect(`${line.subarray(0, at)}${suggestion.text}${line.subarray(at)}`).toBe("[查询 订单]");
  });
});

it("markdown: a table that adds up, and text that stays text", () => {
  const text = report("markdown");
  const rows = text.match(/^\|.*\|$/gm)!.map((row) => row.slice(2, -2).split(" | "));
  for (const row of rows) expect(row).toHaveLength(4);
  const numbers = rows.slice(2).map((row) => row.slice(1).map(Number));
  const total = numbers.pop()!;
  expect(total).toEqual([0, 1, 2].map((column) => numbers.reduce((sum, row) => sum + row[column]!, 0)));
  expect(total[0]).toBe(
    json.flatMap(({ messages }) => messages).filter(({ severity, ruleId }) => severity === 2 && ruleId).length,
  );
  expect(text).not.toMatch(/<b>/);
  expect(text).toContain("### `a b/投诉,1:2.sscript`");
});

describe("html", () => {
  it("is a whole page that loads and runs nothing, with hostile text as text", () => {
    const html = report("html");
    const xml = html.replace("<!doctype html>", "").replace(/<meta [^>]*>/g, "");
    expect(XMLValidator.validate(xml, { allowBooleanAttributes: true })).toBe(true);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\bon\w+=|url\(|https?:|@import/i);
    expect(html).toContain("😀&lt;b&gt;&amp;&quot;这个我<mark>不清楚</mark>&lt;/b&gt;。");
    expect(html).toContain("<mark>");
    expect(html).toContain('<b class="score');
  });

  it("scores as its formula says", () => {
    const of = (agentTurns: number, ...severities: ("error" | "warning" | "information")[]) =>
      scoreOf(
        agentTurns,
        severities.map((severity) => ({ severity })),
      );
    expect(of(10)).toBe(100);
    expect(of(10, "information")).toBe(100);
    expect(of(10, "error", "error")).toBe(80);
    expect(of(10, "warning")).toBe(96);
    expect(of(1000, "warning")).toBe(99);
    expect(of(1, "error", "error")).toBe(0);
    expect(of(0)).toBe(100);
  });
});
