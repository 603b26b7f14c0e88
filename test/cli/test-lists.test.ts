import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Categories } from "../../server/cli/categories.ts";
import { figuresOf, percent } from "../../server/cli/figures.ts";
import { checkFloors } from "../../server/cli/floors.ts";
import { judge } from "../../server/cli/judge.ts";
import { reportTestText } from "../../server/cli/report-test-text.ts";
import { NO_WORDING } from "../../server/model/wording.ts";
import { RULES } from "../../server/rules/index.ts";
import type { AnyRule } from "../../server/rules/rule.ts";
import { encode } from "../support/encode.ts";
import { run } from "../support/executable.ts";
import { expectWellFormed } from "../support/xml.ts";

const folder = mkdtempSync(join(tmpdir(), "service-script-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const json = async (...args: string[]) => JSON.parse((await run(["test", "--format", "json", ...args])).stdout);

/** One of each outcome but information, in both languages. */
const MIXED = [
  "utterance\tcategory\tspeaker\tnote",
  "这个我不清楚。\tbrush-off\t\t",
  "Sorry, I don't know.\tforbidden/brush-off\tagent\t",
  "这个我不清楚。\tflat-refusal\t客服 小林\t规则认成了别的",
  "您的包裹明天到。\tblame\t\t其实没毛病",
  "We'll get back to you shortly.\tvague\t\t",
  "这个我不清楚。\t禁语\t\t",
  "请稍等，我马上为您查询。\t合格\t\t",
  "我不知道怎么办。\tpolite\t客户\t",
  "这个我不清楚。\tclean\t\t标错了",
].join("\n");
const mixed = file("mixed.tsv", MIXED);

describe("service-script test", () => {
  it("counts what is found by the right rule, by any rule, and wrongly", async () => {
    const { code, stdout, stderr } = await run(["test", mixed]);
    expect([code, stderr]).toEqual([0, ""]);
    const row = (name: string) =>
      stdout
        .split("\n")
        .find((line) => line.startsWith(`${name} `))
        ?.split(/ {2,}/);
    expect(row("forbidden/flat-refusal")).toEqual(["forbidden/flat-refusal", "1", "0", "0%", "1", "100%"]);
    expect(row("forbidden")).toEqual(["forbidden", "1", "1", "100%", "1", "100%"]);
    expect(row("polite")).toEqual(["polite", "3", "1", "33.4%", "0"]);
    expect(stdout).toContain("查全率 66.6%（4/6），连同别的规则发现的 83.3%（5/6）。");
    expect(stdout).toContain("误报率 33.4%（1/3）。");
  });

  it("gives a rule's precision from its hits and false alarms, not from what it finds in other categories", async () => {
    const { rules } = await json(mixed);
    expect(rules).toEqual([
      { rule: "forbidden/brush-off", hits: 3, elsewhere: 1, falseAlarms: 1, information: 0, precision: 75 },
      { rule: "sla/vague", hits: 1, elsewhere: 0, falseAlarms: 0, information: 0, precision: 100 },
    ]);
  });

  it("lists misses and false alarms with file, line and the words", async () => {
    const { stdout } = await run(["test", mixed]);
    expect(stdout).toContain(`漏掉的：1\n  ${mixed}:5  您的包裹明天到。  forbidden/blame\n`);
    expect(stdout).toContain(
      `只有别的规则发现的：1\n  ${mixed}:4  这个我⟦不清楚⟧。  forbidden/flat-refusal → forbidden/brush-off\n`,
    );
    expect(stdout).toContain(`误报：1\n  ${mixed}:10  这个我⟦不清楚⟧。  polite → forbidden/brush-off\n`);
  });

  it("lists as many as it is told", async () => {
    const many = file("many.tsv", `utterance\tcategory\n${"这句话没有毛病。\tblame\n".repeat(30)}`);
    const listed = async (...args: string[]) =>
      (await run(["test", many, ...args])).stdout.match(/many\.tsv:/g)?.length;
    expect([await listed(), await listed("--misses", "3"), await listed("--misses", "all")]).toEqual([20, 3, 30]);
    expect(await listed("--misses", "0")).toBeUndefined();
    expect((await run(["test", many, "--language", "en"])).stdout).toContain("10 more; --misses all lists them.");
    rmSync(many);
  });

  it("takes every character of an utterance as said, and several lines as one turn", async () => {
    const list = file(
      "signs.csv",
      'utterance,category\n"- 不清楚 // 备注",brush-off\n## 我不知道,brush-off\n"这个我不清\r\n楚",brush-off\n-> (不清楚),brush-off\n',
    );
    expect((await json(list)).totals).toMatchObject({ faults: { lines: 4, found: 4 }, recall: 100 });
    rmSync(list);
  });

  it("reads columns in any order, and without names the utterance and its category", async () => {
    const lists = mkdtempSync(join(folder, "lists-"));
    writeFileSync(join(lists, "ordered.TSV"), "类别\t编号\t说话人\t话语\nbrush-off\t1\t客服\t这个我不清楚\n");
    mkdirSync(join(lists, "below"));
    writeFileSync(join(lists, "below", "nameless.csv"), "\n这个我不清楚,brush-off\n\n您好,合格\n");
    writeFileSync(join(lists, "notes.txt"), "别的文件\n");
    const { lists: read, totals } = await json(lists, mixed, mixed);
    expect(read).toHaveLength(3);
    expect(totals).toMatchObject({ faults: { lines: 8, found: 6 }, clean: { lines: 4 } });
  });

  it.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${MIXED}`)],
    ["GB18030", encode(MIXED, "gb18030")],
    ["UTF-16", encode(`\ufeff${MIXED}`, "utf-16le")],
    ["UTF-16 the other way round", encode(`\ufeff${MIXED}`, "utf-16be")],
    [
      "Big5",
      encode(
        "utterance\tcategory\n這個我不清楚。您去問別人吧。\tforbidden\n您好,很高興為您服務,請問有什麼可以幫您?\tpolite\n",
        "big5",
      ),
    ],
  ])("reads %s", async (_, bytes) => {
    const list = file("encoded.tsv", bytes);
    const { totals, problems } = await json(list);
    expect(problems).toEqual([]);
    expect(totals.faults.foundByAny).toBeGreaterThan(0);
    rmSync(list);
  });

  it("reads what spreadsheets put in quotation marks, and those that people forget to double", async () => {
    const list = file(
      "quoted.csv",
      '话语,类别\r\n"您好,请讲",合格\r\n"他说""不清楚""\r\n就挂了",brush-off\r\n我说"不清楚"了,brush-off\r\n您说,blame\r\n',
    );
    const { totals, verdicts } = await json(list);
    expect(totals.faults.lines + totals.clean.lines).toBe(4);
    expect(verdicts.at(-1)).toMatchObject({ line: 6, utterance: "您说", outcome: "missed" });
    rmSync(list);
  });
});

describe("a list that cannot be judged", () => {
  it.each([
    ["an unknown category", "utterance\tcategory\n您好\tpolite\n您好\tbrushoff\n", 3, "是不是“brush-off”？"],
    ["a category of whole scripts", "您好\tpolite\n您好\tmissing/apology\n", 2, "“missing/apology”要看整份话术"],
    ["a row of names that we do not know", "text\tlabel\n您好\tpolite\n", 1, "请写“话语”和“类别”"],
    ["a row of names that lacks one", "话语\tlabel\n您好\tpolite\n", 1, "没有“类别”（category）"],
    ["no category", "话语\t类别\n您好\n", 2, "没有类别"],
    ["no utterance", "话语\t类别\n\n\tpolite\n", 3, "没有话语"],
    ["an unknown speaker", "话语\t类别\t说话人\n您好\tpolite\t custmer \n", 2, "“custmer”是谁"],
    ["a quotation mark without another", '您好\tpolite\n\n"您好\tpolite\n您好\tpolite\n', 3, "没有成对"],
    ["a quotation mark that another one closes", '您好\tpolite\n"您好\tpolite\n您好\t"polite"\n', 2, "没有成对"],
  ])("names file and line of %s, and ends with 2", async (_, content, line, said) => {
    const list = file("broken.tsv", content);
    const { code, stdout, stderr } = await run(["test", list]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`${list}:${line}: `);
    expect(stderr).toContain(said);
    rmSync(list);
  });

  it("does not keep the others from being judged", async () => {
    const list = file("unknown.csv", "您好,chitchat\n早上好,chitchat\n");
    const { code, stdout, stderr } = await run(["test", list, mixed, join(folder, "none.csv"), "--language", "en"]);
    expect(code).toBe(2);
    expect(stdout).toContain("9 utterances of 1 list tested.");
    expect(stderr).toContain(`${list}:1: There is no category “chitchat”.`);
    expect(stderr).toContain("(2 lines)");
    expect(stderr).toContain("There is no such file or folder.");
    rmSync(list);
  });

  it("is one without utterances, of another kind, or in an encoding that cannot be told", async () => {
    const lists = [
      file("empty.csv", "utterance,category\n"),
      file("nothing.csv", ""),
      file("list.txt", "您好\tpolite\n"),
      file("bytes.tsv", Uint8Array.from([0xff, 0x80, 0x81, 0xfe, 0x09, 0x90])),
    ];
    const { code, stderr } = await run(["test", ...lists]);
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toEqual([
      `${lists[0]}: 这份列表里没有话语。`,
      `${lists[1]}: 这份列表里没有话语。`,
      `${lists[2]}: 列表应是 .tsv 或 .csv 文件。`,
      expect.stringContaining("不是 UTF-8 编码"),
    ]);
    for (const list of lists) rmSync(list);
  });

  it("shows hostile words as text", async () => {
    const list = file("hostile.tsv", "您好\t\u001b[31m\u202ex\n");
    const { stderr } = await run(["test", list]);
    expect(stderr).toContain("没有“");
    expect(stderr).not.toMatch(/[\u001b\u202e]/);
    rmSync(list);
  });
});

describe("--category", () => {
  const list = file(
    "mapped.tsv",
    "这个我不清楚。\tEvasive\n这不归我管，您打别的电话吧。\tevasive\n您好\tgreeting\n咦\tnoise\n",
  );

  it("lets any of several rules find a category, and passes or skips others", async () => {
    const mappings = ["evasive=brush-off+forbidden/pass-the-buck", "greeting＝合格", "noise=skip"];
    const { faults, clean, lists } = await json(list, ...mappings.flatMap((mapping) => ["--category", mapping]));
    expect(faults).toEqual([{ category: "evasive", lines: 2, found: 2, foundByAny: 2, recall: 100 }]);
    expect(clean).toEqual([{ category: "greeting", lines: 1, falseAlarms: 0, information: 0, falseAlarmRate: 0 }]);
    expect(lists).toEqual([{ filePath: list, utterances: 3, skipped: 1 }]);
  });

  it.each([
    ["evasive", "应写成"],
    ["=blame", "应写成"],
    ["evasive=", "没有“”"],
    ["evasive=brushoff", "是不是“brush-off”？"],
    ["evasive=apology", "要看整份话术"],
    ["evasive=polite+blame", "“polite”不能与别的并列"],
  ])("refuses %s with 2", async (mapping, said) => {
    const { code, stdout, stderr } = await run(["test", list, "--category", mapping]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });
});

describe("floors", () => {
  it("end with 1 and a sentence when they are not met", async () => {
    const { code, stdout, stderr } = await run(["test", mixed, "--min-recall", "95", "--max-false-alarms", "0.5%"]);
    expect(code).toBe(1);
    expect(stdout).toContain("查全率 66.6%");
    expect(stderr).toBe(
      "--min-recall: 查全率 66.6%（4/6），低于要求的 95%。\n--max-false-alarms: 误报率 33.4%（1/3），高于允许的 0.5%。\n",
    );
  });

  it("end with 0 when they are met exactly", async () => {
    const args = ["--min-recall", "66.66", "--max-false-alarms", "33.34"];
    expect((await run(["test", mixed, ...args])).code).toBe(0);
  });

  it("are not met by lists that have nothing to measure them by", async () => {
    const list = file("polite.csv", "您好,polite\n");
    const { code, stderr } = await run(["test", list, "--min-recall", "0", "--language", "en"]);
    expect(code).toBe(1);
    expect(stderr).toContain("recall cannot be measured");
    rmSync(list);
  });

  it("compare counts, not rounded percentages", () => {
    const floors = (found: number, falseAlarms: number, minRecall: number, maxFalseAlarms: number) => {
      const figures = {
        ...figuresOf([], []),
        allFaults: { lines: 10_000, found, foundByAny: found },
        allClean: { lines: 10_000, falseAlarms, information: 0 },
      };
      return checkFloors(figures, { minRecall, maxFalseAlarms }).map(({ met }) => met);
    };
    expect(floors(5_700, 57, 57, 0.57)).toEqual([true, true]);
    expect(floors(5_699, 58, 57, 0.57)).toEqual([false, false]);
    expect([percent(7, 1_000, "low"), percent(9_999, 10_000, "high"), percent(1, 10_000, "low")]).toEqual([
      0.7, 99.9, 0.1,
    ]);
  });
});

describe("the reports for programs", () => {
  it("are JSON with figures, floors, what went wrong, and why a list was not judged", async () => {
    const missing = join(folder, "missing.csv");
    const report = await json(mixed, missing, "--min-recall", "50", "--misses", "0", "--language", "en");
    expect(Object.keys(report)).toEqual([
      "lists",
      "totals",
      "faults",
      "clean",
      "rules",
      "floors",
      "verdicts",
      "packs",
      "problems",
    ]);
    expect(report.floors).toEqual([{ floor: "minRecall", required: 50, met: true, reached: 66.6 }]);
    expect(report.problems).toEqual([{ filePath: missing, line: null, message: "There is no such file or folder." }]);
    expect(report.verdicts.map(({ line, outcome }: { line: number; outcome: string }) => [line, outcome])).toEqual([
      [4, "another-rule"],
      [5, "missed"],
      [10, "false-alarm"],
    ]);
    expect(report.verdicts[2]).toMatchObject({
      filePath: mixed,
      category: "polite",
      speaker: "agent",
      utterance: "这个我不清楚。",
      findings: [{ ruleId: "forbidden/brush-off", severity: "error", start: 3, end: 6, words: "不清楚" }],
    });
  });

  it("are JUnit's XML with a test case an utterance", async () => {
    const { code, stdout } = await run(["test", mixed, join(folder, "missing.csv"), "--format", "junit"]);
    expect(code).toBe(2);
    const elements = expectWellFormed(stdout);
    const suites = elements.filter(({ name }) => name === "testsuite").map(({ attributes }) => attributes);
    expect(suites).toEqual([
      { name: mixed, tests: "9", failures: "3", errors: "0" },
      { name: join(folder, "missing.csv"), tests: "1", failures: "0", errors: "1" },
    ]);
    expect(elements.filter(({ name }) => name === "testcase")).toHaveLength(10);
    expect(elements.flatMap(({ name, attributes }) => (name === "failure" ? [attributes.type] : []))).toEqual([
      "another-rule",
      "missed",
      "false-alarm",
    ]);
  });

  it("are well-formed whatever was said", async () => {
    const said = `"<b>]]>&amp; ""这个我不清楚"" 'x' \u0000\u0008\u001b\u202e\ufffe\n\n  -- 第二行"`;
    const list = file("a&b <i>.tsv", `${said}\tpolite\n`);
    const { stdout } = await run(["test", list, "--format", "junit"]);
    const elements = expectWellFormed(stdout);
    const testcase = elements.find(({ name }) => name === "testcase")!;
    expect(testcase.attributes.name).toBe("1: &lt;b&gt;]]&gt;&amp;amp; &quot;这个我不清楚&quot; 'x' ����� ⏎ -- 第二行");
    expect(stdout).toContain('type="false-alarm"');
    rmSync(list);
  });
});

describe("information", () => {
  const pointsOut: AnyRule = {
    ...RULES.find(({ id }) => id === "forbidden/brush-off")!,
    id: "forbidden/point-out",
    severity: "information",
  };
  const categories = new Categories([pointsOut]);
  const verdictOf = (word: string) => {
    const category = categories.read(word);
    if ("problem" in category) throw new Error(category.problem.en);
    const utterance = { line: 1, text: "这个我不清楚。", speaker: "agent", category } as const;
    return judge(utterance, [pointsOut], "2026-01-01", NO_WORDING).verdict;
  };

  it("finds what it should, is no false alarm, and does not count in precision", () => {
    const verdicts = [verdictOf("point-out"), verdictOf("polite")];
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(["found", "clean"]);
    const figures = figuresOf(verdicts, [pointsOut]);
    expect(figures.rules).toEqual([
      { rule: "forbidden/point-out", hits: 1, elsewhere: 0, falseAlarms: 0, information: 1, precision: undefined },
    ]);
    const lists = [{ path: "list.tsv", utterances: [], skipped: 0, verdicts }];
    const report = reportTestText(
      { lists, figures, floors: [], problems: [], packs: [] },
      { language: "zh", most: 20 },
    );
    expect(report).toContain("合格话语里的提示（不算误报）：1\n  list.tsv:1  这个我⟦不清楚⟧。");
    expect(report).toContain("误报率 0%（0/1）");
  });
});

describe("the usage", () => {
  it.each([
    [["test"], "test 列表…"],
    [["test", mixed, "--format", "readable"], "text | json | junit"],
    [["test", mixed, "--misses", "many"], "--misses"],
    [["test", mixed, "--min-recall", "101"], "--min-recall"],
    [["test", mixed, "--max-false-alarms", "few"], "--max-false-alarms"],
    [["test", mixed, "--exit-zero"], "--exit-zero"],
    [["lint", "--min-recall", "95"], "--min-recall"],
  ])("refuses %j with 2", async (args, said) => {
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });

  it("is explained in both languages", async () => {
    expect((await run(["--help"])).stdout).toContain("--max-false-alarms");
    expect((await run(["--help", "--language", "en"])).stdout).toContain("--max-false-alarms");
  });
});

describe("a pack of an organisation", () => {
  const PACK = [
    "rules:",
    "  - id: gift-promise",
    '    any: ["送{您}礼品"]',
    "    examples:",
    '      match: ["我们⟦送您礼品⟧。"]',
    '      clean: ["这里有礼品。"]',
    "",
  ].join("\n");

  it("is tried on the examples that its rules have", async () => {
    const good = file("good.yaml", PACK);
    const { code, stdout } = await run(["test", good, "--language", "zh"]);
    expect([code, stdout]).toEqual([0, `${good}: 2 个例子都对。\n`]);
    const wrong = file("wrong.yaml", PACK.replace("⟦送您礼品⟧", "⟦送您⟧礼品"));
    const run2 = await run(["test", wrong, "--language", "zh"]);
    expect([run2.code, run2.stderr]).toEqual([1, expect.stringContaining("wrong.yaml:5")]);
    const junit = await run(["test", wrong, "--format", "junit"]);
    expect(junit.stdout).toContain('failures="1"');
  });

  it("holds for the lists beside it", async () => {
    mkdirSync(join(folder, "own"));
    file("own/service-script.config.yaml", "lexicons:\n  - pack.yaml\n");
    file("own/pack.yaml", PACK);
    const list = file("own/list.tsv", "utterance\tcategory\n我们送您礼品。\town/gift-promise\n");
    const { code, stdout } = await run(["test", list, "--format", "json"]);
    expect([code, JSON.parse(stdout).totals.recall]).toEqual([0, 100]);
  });
});
