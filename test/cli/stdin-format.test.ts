import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { encode } from "../support/encode.ts";
import { EXECUTABLE, run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const BAD = "## 开场\n客服: 这个我不清楚。\n";

/** Runs the executable with something on its standard input. */
function pipe(cwd: string, input: string | Uint8Array, ...args: string[]) {
  const env = { PATH: process.env.PATH, NO_COLOR: "1", LC_ALL: "zh_CN.UTF-8" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(EXECUTABLE), ...args], { cwd, input, env });
  return { code: status, stdout: String(stdout), stderr: String(stderr) };
}

describe("service-script lint --stdin", () => {
  const lint = (cwd: string, input: string | Uint8Array, ...args: string[]) =>
    pipe(cwd, input, "lint", "--stdin", "--stdin-filename", "在线/新.sscript", ...args);

  it("checks what comes in under a name, whether there is such a file or not", () => {
    const { code, stdout } = lint(folder({}), BAD, "--format", "json");
    const [report] = JSON.parse(stdout);
    expect([code, report.filePath.endsWith("在线/新.sscript")]).toEqual([1, true]);
    expect(report.messages.map(({ ruleId }: never) => ruleId)).toContain("forbidden/brush-off");
  });

  it("goes by the configuration where the name lies, and reads what is imported there", () => {
    const path = folder({
      "在线/service-script.config.yaml": "rules: { forbidden/*: off, missing/*: off }\n",
      "在线/公共.sscript": "类型: 片段\n## 问候\n客服: 您好。\n",
    });
    const uses = `引用 公共: ./公共.sscript\n${BAD}=> 公共#问候\n=> 公共#没有\n`;
    const { stdout } = lint(path, uses, "--format", "json");
    expect(JSON.parse(stdout)[0].messages.map(({ ruleId }: never) => ruleId)).toEqual(["flow/undefined-step"]);
    const ignoring = folder({ "service-script.config.yaml": "ignore: 在线\n" });
    expect(lint(ignoring, BAD)).toMatchObject({ code: 0, stderr: expect.stringContaining("没有检查") });
  });

  it("shows what it would mend, and refuses what is no UTF-8", () => {
    const { stdout } = lint(folder({}), BAD.replace(":", ""), "--fix-dry-run");
    expect(stdout).toContain("+客服: 这个我不清楚。");
    const foreign = lint(folder({}), encode(BAD, "gb18030"));
    expect([foreign.code, foreign.stderr]).toEqual([2, expect.stringContaining("不是 UTF-8")]);
  });

  it.each([
    [["lint", "--stdin"]],
    [["lint", "--stdin-filename", "a.sscript"]],
    [["lint", "--stdin", "--stdin-filename", "a.sscript", "b.sscript"]],
    [["lint", "--stdin", "--stdin-filename", "a.sscript", "--fix"]],
    [["lint", "--stdin", "--stdin-filename", "a.sscript", "--changed"]],
  ])("refuses %j", (args) => expect(pipe(folder({}), "", ...args)).toMatchObject({ code: 2, stdout: "" }));
});

describe("service-script format", () => {
  const UGLY = "##开场\r\n客服：您好，请讲。\r\n";
  const NEAT = "## 开场\r\n客服: 您好，请讲。\r\n";

  it("tells which scripts differ, mends them, and then has nothing more to tell", async () => {
    const path = folder({ "a.sscript": UGLY, "子/b.话术": NEAT });
    const check = await run(["format", "--check"], {}, path);
    expect([check.code, check.stdout]).toEqual([1, "a.sscript: 写法要统一：service-script format --write\n"]);
    expect(readFileSync(join(path, "a.sscript"), "utf8")).toBe(UGLY);
    expect((await run(["format", "--write"], {}, path)).code).toBe(0);
    expect(readFileSync(join(path, "a.sscript"), "utf8")).toBe(NEAT);
    expect(await run(["format", "--check"], {}, path)).toMatchObject({ code: 0, stdout: "" });
  });

  it("prints standard input in its form", () => {
    expect(pipe(folder({}), UGLY, "format", "--stdin")).toMatchObject({ code: 0, stdout: NEAT });
    expect(pipe(folder({}), encode(UGLY, "gb18030"), "format", "--stdin").code).toBe(2);
  });

  it.each([[[]], [["--check", "--write"]], [["--stdin", "a"]], [["--check", "none"]]])("refuses %j", (args) =>
    expect(pipe(folder({}), "", "format", ...args).code).toBe(2),
  );
});
