import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it, vi } from "vitest";
import { applyFix, lint } from "../server/api/index.ts";
import { RULES } from "../server/rules/index.ts";
import { run } from "./support/executable.ts";

describe("lint", () => {
  it("tells where a finding is, in UTF-16 units, lines and columns", async () => {
    const text = "## 开场😀\r\n客服: 😀这个我不清楚。\r\n";
    const [found] = await lint(text);
    expect(found).toMatchObject({ file: "script.sscript", ruleId: "forbidden/brush-off", severity: "error" });
    expect(text.slice(found!.start, found!.end)).toBe("不清楚");
    expect([found!.line, found!.column, found!.endLine, found!.endColumn]).toEqual([2, 10, 2, 13]);
  });

  it("speaks the language that is asked for, and quotes the script as it is", async () => {
    const text = "## 开场\n客服: 您打错了，这个我不清楚。\n";
    const told = async (language?: "zh" | "zh-TW" | "en") => (await lint(text, { language }))[0]!.message;
    const chinese = await told();
    expect(chinese).toMatch(/^“.*”/);
    expect([await told("zh"), await told("en")]).toEqual([chinese, expect.stringMatching(/^“.*” [a-z]/)]);
    expect(await told("zh-TW")).toMatch(/^「/);
    expect((await told("zh-TW")).slice(1, 3)).toBe(chinese.slice(1, 3));
  });

  it("has remedies that can be applied", async () => {
    const text = "## Opening\nagent Good morning.\n";
    const [found] = await lint(text);
    expect(found!.fixes[0]).toMatchObject({ safe: true });
    expect(applyFix(text, found!.fixes[0]!)).toBe("## Opening\nagent: Good morning.\n");
  });

  it("shows the way through the call that proves a finding", async () => {
    const text = readFileSync("samples/en/damaged-parcel-before.sscript", "utf8");
    const proven = (await lint(text)).filter(({ path }) => path.length > 0);
    expect(proven.length).toBeGreaterThan(0);
    for (const { path } of proven)
      for (const { start, end, line, message } of path) {
        expect(text.slice(0, start).split("\n")).toHaveLength(line);
        expect([end > start, message]).toEqual([true, expect.stringMatching(/\w/)]);
      }
  });

  it("takes imported scripts from the files, and no others", async () => {
    const text = "引用 公共: ../公共/收尾 #1.sscript\n## 开场\n客服: 您好。\n-> 公共#道别\n";
    const options = { name: "投诉/断线.sscript", files: { "公共/收尾 #1.sscript": "## 道别\n客服: 再见。\n" } };
    const flow = async (options: Parameters<typeof lint>[1]) =>
      (await lint(text, options)).map(({ ruleId }) => ruleId).filter((id) => /^(?:import|flow)\//.test(id));
    expect(await flow(options)).toEqual([]);
    expect(await flow({ ...options, files: {} })).toEqual(["import/missing-file"]);
    expect(await flow({ name: "README.md", files: {} })).toEqual(["import/missing-file"]);
  });

  it("follows a configuration, whether it is a text, an object or a file", async () => {
    const text = "## 开场\n客服: 这个我不清楚，尽快答复您。\n";
    const levels = async (options: Parameters<typeof lint>[1]) =>
      (await lint(text, options)).map(({ ruleId, severity }) => `${ruleId} ${severity}`);
    const wanted = ["sla/vague error"];
    const rules = { "forbidden/*": "off", "sla/vague": "error" };
    const yaml = "rules:\n  forbidden/*: off\n  sla/vague: error\n";
    expect(await levels({ configuration: { rules } })).toEqual(wanted);
    expect(await levels({ configuration: yaml })).toEqual(wanted);
    expect(await levels({ name: "a/b.sscript", files: { "a/service-script.config.yml": yaml } })).toEqual(wanted);
    const extended = { configuration: { extends: "team.yaml" }, files: { "team.yaml": yaml } };
    expect(await levels(extended)).toEqual(wanted);
    expect(await levels({ configuration: { ignore: ["script.sscript"] } })).toEqual([]);
  });

  it("tells what is wrong with a configuration first, in the file where it is", async () => {
    const files = { "words.service-script.yaml": "patterns: 1\n" };
    const configuration = { lexicons: ["words.service-script.yaml"], rules: { "sla/vage": "off" } };
    const found = await lint("## 开场\n客服: 您好。\n", { configuration, files });
    const named = found.map(({ file, ruleId }) => `${file} ${ruleId.split("/")[0]}`);
    expect(named).toEqual(["service-script.config.yaml config", "words.service-script.yaml config"]);
  });

  it("does not call what it knows only a part of the whole", async () => {
    const broken = RULES.find(({ id }) => id === "flow/unreachable-step")!;
    const check = vi.spyOn(broken, "check").mockImplementation(() => {
      throw new TypeError("no such step");
    });
    await expect(lint("## 开场\n客服: 您好。\n", { name: "a.sscript" })).rejects.toMatchObject({
      message: "The rule flow/unreachable-step broke on a.sscript",
      cause: new TypeError("no such step"),
    });
    check.mockRestore();
  });

  it("takes any text", async () => {
    for (const text of ["", "\ud800", "\0\uFEFF]]]((", "- \n? \n->".repeat(50)])
      expect(await lint(text, { name: "" })).toBeInstanceOf(Array);
  });

  it("finds in the samples what the command line finds", async () => {
    const names = globSync("samples/*/*.sscript").sort();
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(name, "utf8")]));
    const { stdout } = await run(["lint", "--language", "en", "--format", "json", ...names]);
    const told = (JSON.parse(stdout) as { filePath: string; messages: { path: unknown[] }[] }[]).map(
      ({ messages }) => messages,
    );
    expect(told.flat().length).toBeGreaterThan(20);
    const level = { error: 2, warning: 1, information: 0 };
    for (const [index, name] of names.entries()) {
      const found = await lint(files[name]!, { name, files, language: "en" });
      const same = found.map(({ ruleId, severity, message, line, column, endLine, endColumn, say }) => {
        return { ruleId, severity: level[severity], message, line, column, endLine, endColumn, say };
      });
      expect(told[index]).toMatchObject(same);
      expect(told[index]).toHaveLength(same.length);
    }
  });
});
