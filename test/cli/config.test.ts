import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { RULES } from "../../server/rules/index.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const BAD = "## 开场\n客服: 这个我不清楚。\n";
const FILES = {
  "service-script.config.yaml":
    "extends: base.yaml\nrules:\n  forbidden/*: warning\noverrides:\n  - files: 在线/**\n    rules: { forbidden/brush-off: info }\nignore: ['旧 版/**']\n",
  "base.yaml": "rules: { sla/vague: off }\nlexicons: [词.csv]\n",
  "词.csv": "词语\n老用户\n",
  "a.sscript": BAD,
  "在线/b.sscript": BAD,
  "旧 版/c.sscript": BAD,
};

describe("service-script config --print", () => {
  it("tells where each value is written, as YAML that means the same", async () => {
    const { code, stdout } = await run(["config", "--print"], {}, folder(FILES));
    expect(code).toBe(0);
    expect(parse(stdout)).toEqual({
      extends: ["base.yaml"],
      lexicons: ["词.csv"],
      ignore: ["旧 版/**"],
      rules: { "sla/vague": "off", "forbidden/*": "warning" },
      overrides: [{ files: ["在线/**"], rules: { "forbidden/brush-off": "info" } }],
    });
    expect(stdout).toMatch(/^ {2}sla\/vague: off +# base\.yaml:1$/m);
    expect(stdout).toMatch(/^ {2}forbidden\/\*: warning +# service-script\.config\.yaml:3$/m);
    expect(stdout).toMatch(/^ {6}forbidden\/brush-off: info +# service-script\.config\.yaml:6$/m);
  });

  it("tells for a script the level of every rule, and whether it is checked at all", async () => {
    const path = folder(FILES);
    const print = async (file: string) =>
      JSON.parse((await run(["config", "--print", "--format", "json", join(path, file)])).stdout);
    const { rules, ignoredBy } = await print("在线/b.sscript");
    expect(Object.keys(rules)).toEqual(expect.arrayContaining([...RULES.map(({ id }) => id), "syntax/no-speaker"]));
    const file = (name: string, line: number) => `${join(path, name)}:${line}`;
    expect(rules["forbidden/brush-off"]).toEqual({ value: "info", origin: file("service-script.config.yaml", 6) });
    expect(rules["forbidden/deny"]).toEqual({ value: "warning", origin: file("service-script.config.yaml", 3) });
    expect(rules["sla/vague"]).toEqual({ value: "off", origin: file("base.yaml", 1) });
    expect(rules["missing/apology"]).toEqual({ value: "error", origin: "default" });
    expect(rules["own/phrase"]).toEqual({ value: "warning", origin: "default" });
    expect(ignoredBy).toBeNull();
    expect((await print("旧 版/c.sscript")).ignoredBy.value).toBe("旧 版/**");
  });

  it("tells that there is none, what is wrong with one, and that a file is missing", async () => {
    expect((await run(["config", "--print"], {}, folder({}))).stdout).toContain("没有 service-script.config.yaml");
    const broken = await run(
      ["config", "--print"],
      {},
      folder({ "service-script.config.yaml": "rules: { a/b: off }" }),
    );
    expect([broken.code, broken.stderr]).toEqual([
      2,
      expect.stringContaining("service-script.config.yaml:1: 没有叫“a/b”的规则"),
    ]);
    expect((await run(["config", "--print", "none"], {}, folder({}))).code).toBe(2);
    expect((await run(["config"])).code).toBe(2);
  });
});

describe("the exit code of service-script lint", () => {
  const WARNED = "## 开场\n客服: 我们会尽快给您回复。\n";
  const POINTED = {
    "a.sscript": "## 开场\n客服: 你好，请讲。\n",
    "service-script.config.yaml": "rules: { forbidden/familiar-address: info }",
  };
  const code = async (files: Record<string, string>, ...args: string[]) =>
    (await run(["lint", ...args], {}, folder(files))).code;

  it.each([
    ["an error", { "a.sscript": BAD }, [], 1],
    ["a warning", { "a.sscript": WARNED }, [], 0],
    ["a warning that is to fail", { "a.sscript": WARNED }, ["--fail-level", "warning"], 1],
    ["an error that is to fail as warnings are", { "a.sscript": BAD }, ["--fail-level", "warning"], 1],
    ["information that is to fail", POINTED, ["--fail-level", "info"], 1],
    ["information", POINTED, ["--fail-level", "warning"], 0],
    ["as many warnings as there may be", { "a.sscript": WARNED }, ["--max-warnings", "1"], 0],
    ["more warnings than there may be", { "a.sscript": WARNED }, ["--max-warnings", "0"], 1],
    ["warnings that --quiet leaves out of the report", { "a.sscript": WARNED }, ["--max-warnings=0", "--quiet"], 1],
    ["--exit-zero", { "a.sscript": BAD }, ["--exit-zero"], 0],
    ["a broken configuration", { "a.sscript": "", "service-script.config.yaml": "rules: [" }, [], 2],
    [
      "a broken configuration and --exit-zero",
      { "a.sscript": "", "service-script.config.yaml": "rule: {}" },
      ["--exit-zero"],
      2,
    ],
    ["a rule turned off", { "a.sscript": BAD, "service-script.config.yaml": "rules: { forbidden/*: off }" }, [], 0],
    [
      "an unknown rule turned off",
      { "a.sscript": "", "service-script.config.yaml": "rules: { forbiden/*: off }" },
      [],
      2,
    ],
    ["a folder of which nothing is left", { "a.sscript": BAD, "service-script.config.yaml": "ignore: '**'" }, [], 2],
    ["a level that is none", { "a.sscript": "" }, ["--fail-level", "grave"], 2],
    ["a number that is none", { "a.sscript": "" }, ["--max-warnings", "-1"], 2],
  ] as const)("for %s", async (_, files, args, expected) => expect(await code(files, ...args)).toBe(expected));

  it("says of a script that is named and ignored that it is not checked, and counts nothing of it", async () => {
    const path = folder({ "a.sscript": BAD, "service-script.config.yaml": "ignore: a.*" });
    const { code, stdout, stderr } = await run(["lint", "a.sscript"], {}, path);
    expect([code, stderr]).toEqual([0, "a.sscript: 没有检查：配置里的 ignore 排除了它。\n"]);
    expect(stdout).toContain("检查了 0 份话术");
  });

  it("--quiet shows only what fails the run", async () => {
    const path = folder({ "a.sscript": `${BAD}客服: 我们会尽快给您回复。\n` });
    const { stdout } = await run(["lint", "--quiet"], {}, path);
    expect([stdout.includes("forbidden/brush-off"), stdout.includes("sla/vague")]).toEqual([true, false]);
    expect((await run(["lint", "--quiet", "--fail-level=warning"], {}, path)).stdout).toContain("sla/vague");
  });

  it("is told when it is there and cannot be read, and ends with 2", async () => {
    const path = folder({
      "service-script.config.yaml": Uint8Array.of(0xff, 0xfe, 0xfa),
      "a.sscript": "## 一\n客服: 您好。\n",
    });
    const { code, stdout } = await run(["lint", path]);
    expect(code).toBe(2);
    expect(stdout).toContain("config/unreadable-list");
  });
});
