import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CONFIGURATION, Configurations } from "../server/config/configurations.ts";
import { configure } from "../server/config/configure.ts";
import { Globs, globFault } from "../server/config/globs.ts";
import { Project } from "../server/model/project.ts";
import { RULES } from "../server/rules/index.ts";
import { lint } from "../server/rules/lint.ts";
import { faultsOf } from "./support/json-schema.ts";
import { configurationOf, listSource, problemsOf } from "./support/own-words.ts";

/** Brush-off is an error of its own, sla/vague a warning. */
const SCRIPT = "## 开场\n客服: 这个我不清楚。\n客服: 我们会尽快给您回复。\n";

/** What is found in a script beside a configuration, as `rule severity`. */
async function found(
  files: Readonly<Record<string, string>>,
  { text = SCRIPT, name = "calls.sscript" }: { text?: string; name?: string } = {},
): Promise<string[]> {
  const project = new Project();
  const uri = `file:///scripts/${name}`;
  project.set(uri, text);
  await configure(project, uri, new Configurations(listSource(files)));
  const { findings, crashes } = lint(project, project.get(uri)!, { today: "2026-01-01" });
  expect(crashes).toEqual([]);
  return findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
}

const configured = (...lines: string[]) => ({ [CONFIGURATION]: `${lines.join("\n")}\n` });
const problems = async (...lines: string[]) => problemsOf(await configurationOf(configured(...lines)));

describe("the levels of rules", () => {
  it("are their own where nothing is set", async () => {
    expect(await found({})).toEqual(["forbidden/brush-off error", "sla/vague warning"]);
  });

  it.each([
    [
      "a rule by its name",
      ["rules:", "  forbidden/brush-off: info"],
      ["forbidden/brush-off information", "sla/vague warning"],
    ],
    ["a group", ["rules: { sla/*: error }"], ["forbidden/brush-off error", "sla/vague error"]],
    ["off", ["rules: { forbidden/brush-off: off }"], ["sla/vague warning"]],
    ["off in quotes", ['rules: { forbidden/brush-off: "off" }'], ["sla/vague warning"]],
    [
      "the rule before its group, wherever it stands",
      ["rules:", "  forbidden/brush-off: warning", "  forbidden/*: off"],
      ["forbidden/brush-off warning", "sla/vague warning"],
    ],
  ])("take %s", async (_, lines, expected) => expect(await found(configured(...lines))).toEqual(expected));

  it("hold for an organisation's own rules and for the form of lines", async () => {
    const list = "词语,级别\n老用户,错误\n";
    const config = configured("lexicons: [a.csv]", "rules: { own/phrase: info, syntax/*: off }");
    expect(await found({ ...config, "a.csv": list }, { text: "## 开场\n客服(怪): 老用户您好。\n没有冒号\n" })).toEqual([
      "own/phrase information",
    ]);
  });

  it("hold for what a standard demands, whether the script adopts it or not", async () => {
    const text = "标准: 投诉问题应答\n## 开场\n[事件 再投诉]\n客服: 好的。\n";
    const demanded = async (config: Record<string, string>) =>
      (await found(config, { text })).filter((one) => one.startsWith("standard/"));
    expect(await demanded({})).toEqual([expect.stringMatching(/repeat-complaint-recorded (?:warning|error)$/)]);
    const off = configured("rules: { standard/repeat-complaint-recorded: off }");
    expect(await demanded(off)).toEqual([]);
    expect(problemsOf(await configurationOf(off))).toEqual([]);
  });

  it("leave a comment that ignores a rule in peace while the rule is off", async () => {
    const text = "## 开场\n// 忽略 forbidden/brush-off: 照录原话\n客服: 这个我不清楚。\n";
    expect(await found(configured("rules: { forbidden/brush-off: off }"), { text })).toEqual([]);
  });

  it("differ by file, the later override winning", async () => {
    const config = configured(
      "rules: { sla/vague: error }",
      "overrides:",
      "  - files: 在线/**",
      "    rules: { sla/*: off }",
      "  - files: [在线/重要/**, '!**/草稿*']",
      "    rules: { sla/vague: info }",
    );
    const vague = async (name: string) => (await found(config, { name })).filter((one) => one.startsWith("sla"));
    expect(await vague("a.sscript")).toEqual(["sla/vague error"]);
    expect(await vague("在线/a.sscript")).toEqual([]);
    expect(await vague("在线/重要/a.sscript")).toEqual(["sla/vague information"]);
    expect(await vague("在线/重要/草稿1.sscript")).toEqual([]);
  });

  it("do not matter in a script that is ignored", async () => {
    const config = configured("ignore: [旧版, '*.draft.sscript']");
    expect(await found(config, { name: "旧版/2019/a.sscript" })).toEqual([]);
    expect(await found(config, { name: "在线/a.draft.sscript" })).toEqual([]);
    expect(await found(config, { name: "在线/旧版a.sscript" })).toHaveLength(2);
  });

  it("are one and the same thing for scripts for which the same holds, so that nothing is judged twice", async () => {
    const { settings } = await configurationOf(configured("overrides: [{ files: b*, rules: { sla/*: off } }]"));
    const levels = (name: string) => settings!.levelsOf(`file:///scripts/${name}`);
    expect(levels("a.sscript")).toBe(levels("x/c.sscript"));
    expect(levels("b.sscript")).not.toBe(levels("a.sscript"));
  });
});

describe("a configuration that extends others", () => {
  it("overrides them, the later ones the earlier, and patterns begin at its own folder", async () => {
    const files = {
      ...configured("extends: [base/one.yaml, base/two.yaml]", "rules: { sla/vague: error }"),
      "base/one.yaml": "rules: { sla/*: off, forbidden/*: off }\nlexicons: [words.csv]\n",
      "base/two.yaml":
        "rules: { forbidden/brush-off: info }\noverrides: [{ files: 在线/**, rules: { forbidden/*: warning, sla/*: off } }]\n",
      "base/words.csv": "词语\n回复\n",
    };
    expect(problemsOf(await configurationOf(files))).toEqual([]);
    expect(await found(files)).toEqual(["forbidden/brush-off information", "sla/vague error", "own/phrase warning"]);
    expect(await found(files, { name: "在线/a.sscript" })).toEqual([
      "forbidden/brush-off warning",
      "sla/vague error",
      "own/phrase warning",
    ]);
  });

  it("is read anew when one of them changes", async () => {
    const configurations = new Configurations(listSource({ ...configured("extends: base.yaml"), "base.yaml": "" }));
    await configurations.of("file:///scripts/a.sscript");
    expect(await configurations.concerns("file:///scripts/base.yaml")).toBe(true);
    expect(await configurations.concerns("file:///scripts/other.yaml")).toBe(false);
  });

  it("tells what is missing, leads back to itself, or goes too deep", async () => {
    const files = {
      ...configured("extends: [a.yaml, none.yaml, locked.yaml]"),
      "a.yaml": "extends: b.yaml\nrules: { forbidden/brush-off: off }\n",
      "b.yaml": "extends: [a.yaml]\nrules: { sla/vague: off }\n",
      "locked.yaml": null,
    };
    const configuration = await configurationOf(files);
    expect(problemsOf(configuration)).toEqual([
      `${CONFIGURATION}:1:19 config/missing-extends ⟦none.yaml⟧`,
      `${CONFIGURATION}:1:30 config/unreadable-extends ⟦locked.yaml⟧`,
      "b.yaml:1:11 config/extends-cycle ⟦a.yaml⟧",
    ]);
    expect(configuration.files[2]!.problems[0]!.message.zh).toContain("a.yaml → b.yaml → a.yaml");
    const deep = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`${index}.yaml`, `extends: ${index + 1}.yaml\n`]),
    );
    expect(problemsOf(await configurationOf({ ...configured("extends: 0.yaml"), ...deep }))).toEqual([
      "7.yaml:1:10 config/extends-bound ⟦8.yaml⟧",
    ]);
  });

  it("shares a file that two of them extend", async () => {
    const files = {
      ...configured("extends: [a.yaml, b.yaml]", "lexicons: [list.csv]"),
      "a.yaml": "extends: base.yaml\n",
      "b.yaml": "extends: base.yaml\nlexicons: [list.csv]\n",
      "base.yaml": "rules: { forbidden/*: off }\nlexicons: [list.csv]\n",
      "list.csv": "词语\n老用户\n",
    };
    expect(problemsOf(await configurationOf(files))).toEqual([]);
    expect(await found(files)).toEqual(["sla/vague warning"]);
  });
});

describe("what is wrong with a configuration", () => {
  it.each([
    [
      "a rule that does not exist",
      ["rules:", "  forbidden/brush-of: off"],
      `2:3 config/unknown-rule ⟦forbidden/brush-of⟧`,
    ],
    ["a group that does not exist", ["rules:", "  forbiden/*: off"], `2:3 config/unknown-rule ⟦forbiden/*⟧`],
    [
      "a problem of the configuration turned off",
      ["rules: { config/yaml: off }"],
      `1:10 config/unknown-rule ⟦config/yaml⟧`,
    ],
    ["a level that is none", ["rules:", "  sla/vague: loud"], `2:14 config/unknown-level ⟦loud⟧`],
    ["a level that is a list", ["rules:", "  sla/vague: [off]"], `2:14 config/unknown-level ⟦[off]⟧`],
    ["rules that are a list", ["rules: [sla/vague]"], `1:8 config/wrong-value ⟦[sla/vague]⟧`],
    [
      "an override without files",
      ["overrides:", "  - rules: { sla/*: off }"],
      `2:5 config/missing-key ⟦rules: { sla/*: off }\n⟧`,
    ],
    [
      "a misspelt key of an override",
      ["overrides:", "  - { file: a, files: b, rules: {} }"],
      `2:7 config/unknown-key ⟦file⟧`,
    ],
    ["an absolute pattern", ["ignore: /home/a"], `1:9 config/glob ⟦/home/a⟧`],
    ["a pattern that leads out", ["ignore: [../a/**]"], `1:10 config/glob ⟦../a/**⟧`],
    ["a pattern of Windows", ["ignore: 'old\\calls'"], `1:9 config/glob ⟦'old\\calls'⟧`],
    ["a bracket left open", ["ignore: 'a{b,c'"], `1:9 config/glob ⟦'a{b,c'⟧`],
  ])("tells %s", async (_, lines, expected) =>
    expect(await problems(...lines)).toEqual([`${CONFIGURATION}:${expected}`]),
  );

  it("leaves the rest in force", async () => {
    expect(
      await found(configured("rules: { forbidden/brush-off: off, sla/vague: loud }", "overrides: no", "ignores: [a]")),
    ).toEqual(["sla/vague warning"]);
  });
});

describe("patterns of paths", () => {
  const glob = (...texts: string[]) => new Globs(texts.map((text) => ({ text })));

  it.each([
    ["*.sscript", "a.sscript", true],
    ["*.sscript", "x/y/a.sscript", true],
    ["./x/*.sscript", "x/a.sscript", true],
    ["x/*.sscript", "x/y/a.sscript", false],
    ["x/", "x/y/a.sscript", true],
    ["y", "x/y/a.sscript", true],
    ["x/**", "x/.hidden/a.sscript", true],
    ["{x,z}/**", "z/a.sscript", true],
    ["客服*", "x/客服一.话术", true],
    ["x", "xx/a.sscript", false],
  ])("%s and %s: %s", (pattern, path, expected) => {
    expect(globFault(pattern)).toBeUndefined();
    expect(glob(pattern).match(path) !== undefined).toBe(expected);
  });

  it("are taken back by a later one with an exclamation mark", () => {
    expect(glob("x/**", "!x/keep/**").match("x/keep/a")).toBeUndefined();
    expect(glob("!x/keep/**", "x/**").match("x/keep/a")?.text).toBe("x/**");
  });
});

it("an editor completes every rule, and marks a level that is none", () => {
  const schema = JSON.parse(readFileSync("client/schemas/configuration.json", "utf8"));
  expect(Object.keys(schema.properties.rules.properties)).toEqual(expect.arrayContaining(RULES.map(({ id }) => id)));
  const faults = (text: string) => faultsOf(parse(text), schema);
  const good =
    "extends: a.yaml\nrules: { missing/*: off, own/mine: info }\nignore: [a]\noverrides: [{ files: a, rules: { sla/vague: error } }]\n";
  expect(faults(good)).toEqual([]);
  expect(faults("rules: { sla/vague: loud }")).toEqual(["/rules/sla/vague"]);
  expect(faults("overrides: [{ files: a, rules: { sla/vague: loud } }]")).toEqual(["/overrides/0/rules/sla/vague"]);
});
