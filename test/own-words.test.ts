import { describe, expect, it } from "vitest";
import { CONFIGURATION, Configurations } from "../server/config/configurations.ts";
import { PROBLEM_TEXTS } from "../server/config/problem.ts";
import { readDelimited } from "../server/model/delimited.ts";
import { RULES } from "../server/rules/index.ts";
import { applyEdits } from "./support/edits.ts";
import { configurationOf, findingsIn, listSource, problemsOf } from "./support/own-words.ts";
import { workedExamples } from "./support/worked-examples.ts";

/** A list of phrases with a header. */
const list = (...rows: string[]) => `词语,级别,建议,理由\n${rows.join("\n")}\n`;
/** A pack with one rule that holds these lines. */
const rule = (...lines: string[]) => `rules:\n  - id: one\n${lines.map((line) => `    ${line}\n`).join("")}`;

async function said(files: Record<string, string>, turn: string): Promise<string[]> {
  const text = `## 开场\n${/^(客服|客户|- )/.test(turn) ? turn : `客服: ${turn}`}\n`;
  const findings = await findingsIn(files, text);
  return findings.filter(({ ruleId }) => ruleId.startsWith("own/")).map(({ span }) => text.slice(span.start, span.end));
}

describe("a list of phrases", () => {
  it.each([
    ["as it stands", "没法弄", "这个没法弄。", ["没法弄"]],
    ["with spaces between", "没法弄", "这个没 法 弄。", ["没 法 弄"]],
    ["in traditional characters", "没法弄", "這個沒法弄。", ["沒法弄"]],
    ["the list in traditional characters", "沒 法弄。", "这个没法弄", ["没法弄"]],
    ["with an emoji in it", "没法弄", "没😀法弄", ["没😀法弄"]],
    ["Latin words as a whole", "no can do", "No can do! no can dote", ["No can do"]],
    ["Latin in full width", "VIP", "ＶＩＰ客户,vips", ["ＶＩＰ"]],
    ["next to Chinese", "app", "打开app看看", ["app"]],
    ["twice in a turn", "没法弄", "没法弄,真的没法弄", ["没法弄", "没法弄"]],
    ["not in what the customer says", "没法弄", "客户: 没法弄。", []],
    ["not in what is quoted", "没法弄", "您刚才说“没法弄”，对吗？", []],
    ["the sign of a pattern", "(内部)", "这是(内部)价", ["(内部)"]],
  ])("is found %s", async (_, phrase, turn, expected) =>
    expect(await said({ "a.csv": list(phrase) }, turn)).toEqual(expected),
  );

  it("tells the longer one of two that overlap", async () => {
    expect(await said({ "a.csv": list("没法", "没法弄") }, "这个没法弄,那个没法。")).toEqual(["没法弄", "没法"]);
  });

  it("has severity, reason, suggestion, and a fix for the sentence", async () => {
    const text = "## 开场\n客服: 您好。这个没法弄。请讲。\n";
    const findings = await findingsIn({ "a.csv": list("没法弄,错误,我来想办法。,客户要的是办法。") }, text);
    const finding = findings.find(({ ruleId }) => ruleId === "own/phrase")!;
    expect(finding).toMatchObject({ severity: "error", say: ["我来想办法。"] });
    expect(finding.message.zh).toBe("“没法弄”在你们的禁语表里。客户要的是办法。");
    expect(applyEdits(text, finding.fixes[0]!.edits)).toBe("## 开场\n客服: 您好。我来想办法。请讲。\n");
  });

  it.each([
    ["tabs", "词语\t级别\n没法弄\t错误\n"],
    ["a byte order mark", "\ufeff词语,级别\r\n没法弄,错误\r\n"],
    ["columns in another order, and more of them", "编号,级别,词语,部门\n1,错误,没法弄,门店\n"],
    ["an English header", "Phrase,Severity\n没法弄,Error\n"],
    ["the other Chinese header", "禁语,级别\n没法弄,错误\n"],
    ["quoted cells", '"词语","级别"\n"没法弄","错误"\n'],
    ["blank rows as Excel leaves them", "词语,级别,,\n,,,\n没法弄,错误,,\n,,,\n"],
    ["a short row", "词语,级别\n没法弄\n"],
  ])("may come with %s", async (_, text) => {
    expect(await said({ "a.csv": text }, "没法弄。")).toEqual(["没法弄"]);
    expect(problemsOf(await configurationOf({ "a.csv": text }))).toEqual([]);
  });

  it("is read in the encoding in which its header makes sense", async () => {
    const configuration = await configurationOf({ "a.csv": ["渠逄,郭\n羶楊\n", list("没法弄")] });
    expect(problemsOf(configuration)).toEqual([]);
    expect(configuration.wording.rules).toHaveLength(1);
  });

  it.each([
    ["an empty phrase", list("没法弄", ",错误,,"), ["a.csv:3:1 config/empty-phrase ⟦,错误,,⟧"]],
    ["signs only", list("😀。"), ["a.csv:2:1 config/empty-phrase ⟦😀。⟧"]],
    ["a duplicate", list("没法弄", "沒 法弄"), ["a.csv:3:1 config/duplicate-phrase ⟦沒 法弄⟧"]],
    ["a contradiction", list("没法弄", "没法弄,错误"), ["a.csv:3:1 config/contradictory-phrase ⟦没法弄⟧"]],
    ["an unknown severity", list("没法弄,严重"), ["a.csv:2:5 config/unknown-severity ⟦严重⟧"]],
    [
      "what the lexicon recommends",
      list("我帮您核实一下，请您稍等一分钟好吗？"),
      ["a.csv:2:1 config/approved-phrase ⟦我帮您核实一下，请您稍等一分钟好吗？⟧"],
    ],
    [
      "a suggestion that is forbidden",
      list("没法弄,,这个没法弄。"),
      ["a.csv:2:6 config/forbidden-suggestion ⟦这个没法弄。⟧"],
    ],
    ["no header", "没法弄,错误\n", ["a.csv:1:1 config/no-header ⟦没法弄,错误⟧"]],
    ["nothing", "", ["a.csv:1:1 config/no-header ⟦⟧"]],
    ["a quote without its end", '词语\n"没法弄\n', ['a.csv:2:1 config/open-quote ⟦"⟧']],
    ["a row below a cell of two lines", list('"没法\n弄"', ",错误"), ["a.csv:4:1 config/empty-phrase ⟦,错误⟧"]],
  ])("names %s", async (_, text, expected) =>
    expect(problemsOf(await configurationOf({ "a.csv": text }))).toEqual(expected),
  );

  it("keeps what works beside what does not", async () => {
    expect(await said({ "a.csv": list(",错误", "没法弄", "没法弄", "真烦,严重") }, "没法弄。")).toEqual(["没法弄"]);
  });

  it("compares lists with each other", async () => {
    const configuration = await configurationOf({ "a.csv": list("没法弄"), "b.tsv": "词语\n没法弄\n" });
    expect(problemsOf(configuration)).toEqual(["b.tsv:2:1 config/duplicate-phrase ⟦没法弄⟧"]);
    expect(configuration.files[2]!.problems[0]!.message.zh).toContain("a.csv 第 2 行");
  });
});

describe("a rule of a pack", () => {
  it.each([
    ["any", ['any: ["送{您}礼品", "赠品~4(随便|任选)"]'], "送您礼品,赠品可以任选。", ["送您礼品", "赠品可以任选"]],
    ["one text for any", ["any: 送礼品"], "送礼品。", ["送礼品"]],
    [
      "unless, in the same sentence",
      ["any: 送礼品", "unless: 活动期间"],
      "活动期间,我们送礼品。别的时候也送礼品。",
      ["送礼品"],
    ],
    ["none, in the whole turn", ["any: 送礼品", "none: 活动期间"], "活动期间。送礼品。", []],
    ["all", ["all: [免费, 不限量]"], "这个免费,而且不限量。", ["免费,而且不限量"]],
    ["not all", ["all: [免费, 不限量]"], "这个免费。", []],
    ["at-least", ["at-least: { count: 2, of: [免费, 不限量, 终身] }"], "终身免费。", ["终身免费"]],
    ["not so many", ["at-least: { count: 2, of: [免费, 不限量, 终身] }"], "免费免费。", []],
    ["order", ["order: [押金, 不退]", "within: 6"], "押金交了以后是不退的。", ["押金交了以后是不退"]],
    ["not in that order", ["order: [押金, 不退]"], "不退押金。", []],
    ["not so far apart", ["order: [押金, 不退]", "within: 3"], "押金交了以后是不退的。", []],
    ["order over sentences", ["order: [押金, 不退]"], "先交押金。不退的。", ["押金。不退"]],
    [
      "order in words",
      ["order: [free, forever]", "within: 2"],
      "It is free for you, forever. Free to all of you forever.",
      ["free for you, forever"],
    ],
    ["the customer", ["speaker: customer", "any: 退钱"], "客户: 我要退钱!", ["退钱"]],
    ["the customer's choices", ["speaker: customer", "any: 退钱"], "- 要退钱", ["退钱"]],
    ["anyone", ["speaker: anyone", "any: 退钱"], "客服: 退钱。\n客户: 退钱!", ["退钱", "退钱"]],
  ])("finds %s", async (_, lines, turn, expected) => {
    const pack = rule(...lines);
    expect(problemsOf(await configurationOf({ "a.yaml": pack }))).toEqual([]);
    expect(await said({ "a.yaml": pack }, turn)).toEqual(expected);
  });

  it("has its own name, severity, message and suggestions, and can be ignored by its name", async () => {
    const pack = rule(
      "severity: information",
      "any: 送礼品",
      'message: { zh: "“{said}”要批准", en: "“{said}” needs leave" }',
      "reason: 赠品有限。",
      "suggestion: [我先登记。, 我问一下主管。]",
    );
    const text = "## 开场\n客服: 送礼品。\n// 忽略 own/one: 主管已批准\n客服: 送礼品。\n";
    const findings = await findingsIn({ "a.yaml": pack }, text, RULES);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      ruleId: "own/one",
      severity: "information",
      say: ["我先登记。", "我问一下主管。"],
    });
    expect(findings[0]!.message).toEqual({ zh: "“送礼品”要批准。赠品有限。", en: "“送礼品” needs leave. 赠品有限。" });
    expect(findings[0]!.fixes).toHaveLength(2);
    expect((await findingsIn({}, text, RULES)).map(({ ruleId }) => ruleId)).toContain("ignore/unknown-rule");
  });

  it("uses the classes of the language, and its own", async () => {
    const pack = `${rule('any: ["{店名}的{我}"]')}classes:\n  店名: (东街店|西街店)\n`;
    expect(await said({ "a.yaml": pack }, "东街店的同事,西街店的我们。")).toEqual(["西街店的我们"]);
  });

  it.each([
    ["a missing name", "rules:\n  - any: 送礼品\n", ["a.yaml:2:5 config/missing-key ⟦any: 送礼品\n⟧"]],
    ["a key that is misspelt", rule("any: 送礼品", "unles: 活动"), ["a.yaml:4:5 config/unknown-key ⟦unles⟧"]],
    ["an unknown key at the top", "rule:\n  - id: one\n", ["a.yaml:1:1 config/unknown-key ⟦rule⟧"]],
    ["a value that is none", rule("severity: fatal", "any: 送礼品"), ["a.yaml:3:15 config/wrong-value ⟦fatal⟧"]],
    ["a name with capitals", "rules:\n  - id: One\n    any: 送\n", ["a.yaml:2:9 config/wrong-value ⟦One⟧"]],
    ["no condition", rule("severity: error"), ["a.yaml:2:9 config/no-condition ⟦one⟧"]],
    [
      "two rules of one name",
      `${rule("any: 送礼品")}  - id: one\n    any: 赠品\n`,
      ["a.yaml:4:9 config/duplicate-rule ⟦one⟧"],
    ],
    [
      "the name that lists have",
      "rules:\n  - id: phrase\n    any: 送礼品\n",
      ["a.yaml:2:9 config/duplicate-rule ⟦phrase⟧"],
    ],
    ["a pattern that cannot match", rule('any: ["送^礼品"]'), ['a.yaml:3:11 config/pattern ⟦"送^礼品"⟧']],
    ["a pattern without a fixed word", rule('any: ["~4"]'), ['a.yaml:3:11 config/pattern ⟦"~4"⟧']],
    ["an unknown class", rule('any: ["送{他}"]'), ['a.yaml:3:11 config/pattern ⟦"送{他}"⟧']],
    ["an unsafe pattern", rule('any: ["送~60~60~60礼"]'), ['a.yaml:3:11 config/pattern ⟦"送~60~60~60礼"⟧']],
    ["more than there are", rule("at-least: { count: 3, of: [甲乙, 丙丁] }"), ["a.yaml:3:24 config/wrong-value ⟦3⟧"]],
    [
      "an example in which it is not found",
      rule("any: 送礼品", "examples: { match: [送大礼] }"),
      ["a.yaml:4:25 config/example-not-found ⟦送大礼⟧"],
    ],
    [
      "an example in which more is found",
      rule("any: 送礼品", "examples: { match: [⟦送礼⟧品] }"),
      ["a.yaml:4:25 config/example-not-found ⟦⟦送礼⟧品⟧"],
    ],
    [
      "an example that is not clean",
      rule("any: 送礼品", "examples: { clean: [不送礼品] }"),
      ["a.yaml:4:25 config/clean-example-found ⟦不送礼品⟧"],
    ],
    [
      "marks that do not pair up",
      rule("any: 送礼品", "examples: { match: [⟦送礼品] }"),
      ["a.yaml:4:25 config/marks ⟦⟦送礼品⟧"],
    ],
    [
      "a suggestion that it forbids",
      rule("any: 送礼品", "suggestion: 下次送礼品。"),
      ["a.yaml:4:17 config/forbidden-suggestion ⟦下次送礼品。⟧"],
    ],
    ["a known class", "classes:\n  我: 我\n", ["a.yaml:2:6 config/known-class ⟦我⟧"]],
    ["a class that cannot work", 'classes:\n  店: "(东"\n', ['a.yaml:2:6 config/pattern ⟦"(东"⟧']],
    [
      "an unknown act",
      "acts:\n  - { act: apologize, patterns: [赔礼] }\n",
      ["a.yaml:2:12 config/unknown-act ⟦apologize⟧"],
    ],
    ["YAML that is none", "rules:\n\t- id: one\n", ["a.yaml:2:1 config/yaml ⟦\t⟧"]],
    [
      "braces without quotes",
      rule("any: [送{您}礼品]"),
      expect.arrayContaining([expect.stringContaining("a.yaml:3:")]),
    ],
    ["an alias that is nowhere", "rules: *none\n", expect.arrayContaining([expect.stringContaining("config/yaml")])],
  ])("names %s", async (_, pack, expected) =>
    expect(problemsOf(await configurationOf({ "a.yaml": pack }))).toEqual(expected),
  );

  it("does not run when one of its patterns cannot", async () => {
    expect(await said({ "a.yaml": rule("any: 送礼品", 'unless: ["^"]') }, "送礼品。")).toEqual([]);
  });

  it("contradicts a list whose phrase it shows as clean", async () => {
    const files = { "a.csv": list("活动礼品"), "b.yaml": rule("any: 送礼品", "examples: { clean: [这是活动礼品。] }") };
    expect(problemsOf(await configurationOf(files))).toEqual(["a.csv:2:1 config/approved-phrase ⟦活动礼品⟧"]);
  });

  it("does not burst on a bomb of aliases", async () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 12; level++)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(", ")}]`,
      );
    expect(problemsOf(await configurationOf({ "a.yaml": lines.join("\n") })).length).toBeGreaterThan(0);
  });
});

describe("terms and acts of a pack", () => {
  it("find jargon, and put the words of customers in its place", async () => {
    const text = "## 开场\n客服: 请您登录天工平台,或者APN。\n";
    const pack = "terms:\n  - { term: 天工平台, say: 我们的网站 }\n  - { term: APN, say: 上网设置 }\n";
    const findings = await findingsIn({ "a.yaml": pack }, text);
    expect(findings.map(({ ruleId, severity, say }) => [ruleId, severity, say[0]])).toEqual([
      ["forbidden/jargon", "warning", "我们的网站"],
      ["forbidden/jargon", "warning", "上网设置"],
    ]);
    expect(applyEdits(text, findings[0]!.fixes[0]!.edits)).toContain("请您登录我们的网站,");
  });

  it("let an organisation's way of apologising count", async () => {
    const text = "## 开场\n客户(愤怒): 又断了!\n客服: 给您作个揖了。\n客服: 原因是线路断了。\n";
    const rules = async (files: Record<string, string>) =>
      (await findingsIn(files, text, RULES)).map(({ ruleId }) => ruleId).filter((id) => id === "missing/apology");
    expect(await rules({})).toEqual(["missing/apology"]);
    expect(await rules({ "a.yaml": "acts:\n  - act: apologise\n    patterns: 给{您}作个揖\n" })).toEqual([]);
  });
});

describe("the configuration", () => {
  it.each([
    ["a misspelt key", "lexicon:\n  - a.csv\n", [`${CONFIGURATION}:1:1 config/unknown-key ⟦lexicon⟧`]],
    ["no list", "lexicons: a.csv\n", [`${CONFIGURATION}:1:11 config/wrong-value ⟦a.csv⟧`]],
    ["a file that is missing", "lexicons: [no.csv]\n", [`${CONFIGURATION}:1:12 config/missing-list ⟦no.csv⟧`]],
    [
      "a file that cannot be read",
      "lexicons: [null.csv]\n",
      [`${CONFIGURATION}:1:12 config/unreadable-list ⟦null.csv⟧`],
    ],
    ["a file of another kind", "lexicons: [a.xlsx]\n", [`${CONFIGURATION}:1:12 config/unknown-list ⟦a.xlsx⟧`]],
    ["a file twice", "lexicons: [a.csv, ./a.csv]\n", [`${CONFIGURATION}:1:19 config/list-twice ⟦./a.csv⟧`]],
    ["a Chinese colon", "lexicons：\n  - a.csv\n", [`${CONFIGURATION}:1:9 config/full-width-sign ⟦：⟧`]],
    [
      "a Chinese colon among others",
      "# 我们的\nlexicons：\n  - a.csv\nrules: 1\n",
      [`${CONFIGURATION}:2:9 config/full-width-sign ⟦：⟧`],
    ],
    [
      "many places that are no YAML, of which the first one makes the others",
      `rules:\n  forbidden/rude: off\n - one\n${"two: [\n  }\n".repeat(50)}`,
      [`${CONFIGURATION}:3:1 config/yaml ⟦ ⟧`],
    ],
    ["nothing at all", "", []],
    ["a comment only", "# 还没有\n", []],
  ])("with %s", async (_, text, expected) => {
    const files = { [CONFIGURATION]: text, "a.csv": list("没法弄"), "null.csv": null };
    expect(problemsOf(await configurationOf(files))).toEqual(expected);
  });

  it("may be a .yml, which counts where there is no .yaml", async () => {
    const named = (name: string) => ({ [name]: "lexicons: [a.csv]\n", "a.csv": list("没法弄") });
    const rules = async (files: Record<string, string>) =>
      (await new Configurations(listSource(files)).of("file:///scripts/calls.sscript")).wording.rules.length;
    expect(await rules(named("service-script.config.yml"))).toBe(1);
    expect(await rules({ ...named("service-script.config.yml"), [CONFIGURATION]: "" })).toBe(0);
  });

  it.each([
    ["behind a key", "rules:\n  - id： one\n    any: 大减价\n", ["a.yaml:2:7 ⟦：⟧"]],
    [
      "behind the keys of braces",
      "obligations:\n  - id: one\n    precedence: { of： 承诺, first： 致歉 }\n",
      ["a.yaml:3:21 ⟦：⟧", "a.yaml:3:32 ⟦：⟧"],
    ],
    ["between them", "obligations:\n  - id: one\n    precedence: { of: 承诺， first: 致歉 }\n", ["a.yaml:3:25 ⟦，⟧"]],
  ])("tells a Chinese sign %s in a pack", async (_, pack, expected) => {
    const problems = problemsOf(await configurationOf({ "a.yaml": pack }));
    expect(problems).toEqual(expected.map((place) => place.replace(" ", " config/full-width-sign ")));
  });

  it("leaves the Chinese signs of text alone", async () => {
    const pack = "rules:\n  - id: one\n    any: [卖完了]\n    message: 注意，价格：不能说\n";
    expect(problemsOf(await configurationOf({ "a.yaml": pack }))).toEqual([]);
  });

  it("keeps the rest when a key is unknown", async () => {
    const files = { [CONFIGURATION]: "lexicons: [a.csv]\nrulez: 1\n", "a.csv": list("没法弄") };
    expect((await configurationOf(files)).wording.rules).toHaveLength(1);
  });

  it("words every problem in both languages", () => {
    for (const { zh, en } of Object.values(PROBLEM_TEXTS)) {
      expect(zh).toMatch(/[\u3400-\u9fff]/);
      expect(en).not.toMatch(/[\u3400-\u9fff]/);
      expect([...zh.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole).sort()).toEqual(
        [...en.matchAll(/\{(\w+)\}/g)].map(([, hole]) => hole).sort(),
      );
    }
  });
});

describe("a table", () => {
  it.each(["\n", "\r\n", "\r"])("has the line on which each row begins, when lines end with %j", (end) => {
    const text = 'a,b\n\n"c\nd",e\nf\n'.replaceAll("\n", end);
    expect(readDelimited(text, ",")).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 3, cells: ["c\nd", "e"] },
      { line: 5, cells: ["f"] },
    ]);
  });
});

describe.each(["docs/zh/own-words.md", "docs/en/own-words.md"])("%s", (page) => {
  const examples = workedExamples(page);

  it("has worked examples", () => expect(examples.length).toBeGreaterThan(3));

  it.each(examples)("shows in “$title” what the linter says", async ({ shown, told }) => {
    expect(await told()).toBe(shown);
  });
});
