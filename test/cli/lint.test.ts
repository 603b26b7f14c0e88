import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { RULES } from "../../server/rules/index.ts";
import { run } from "../support/executable.ts";

const folder = mkdtempSync(join(tmpdir(), "service-script-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const clean = file("clean.sscript", "## 开场\n客服: 您好,请讲。\n");
const bad = file("bad.sscript", "## 开场\n客服: 稍等,这个我不清楚。\n客服: 我们会尽快给您回复。\n");
const warned = file("warned.话术", "## 开场\n客服: 我们会尽快给您回复。\n");

describe("service-script lint", () => {
  it("draws each finding under its line, two columns a Chinese character", async () => {
    const { code, stdout } = await run(["lint", bad]);
    expect(code).toBe(1);
    const [line, underline] = stdout.split("\n").slice(3, 5);
    expect(line).toBe("2 | 客服: 稍等,这个我不清楚。");
    const columns = (text: string) => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2000 ? 2 : 1), 0);
    const column = columns(line!.slice(0, line!.indexOf("不清楚")));
    expect(underline!.indexOf("~")).toBeLessThanOrEqual(column);
    expect(underline!.trimEnd()).toHaveLength(columns(line!.slice(0, line!.indexOf("。"))));
    expect(stdout).toContain("forbidden/brush-off");
    expect(stdout).toContain("可以这样说:");
    expect(stdout).toContain("1 个错误，1 个警告");
  });

  it("speaks the reader's language, else the script's", async () => {
    expect((await run(["lint", bad], { LC_ALL: "en_GB.UTF-8" })).stdout).toContain(
      "1 script checked: 1 error, 1 warning.",
    );
    expect((await run(["lint", bad, "--language", "en"])).stdout).toContain("sends the customer away");
    expect((await run(["lint", bad], { LC_ALL: "C" })).stdout).toContain("检查了 1 份话术");
  });

  it("writes JSON in the shape of ESLint's", async () => {
    const { code, stdout } = await run(["lint", "--format", "json", bad]);
    expect(code).toBe(1);
    const [report] = JSON.parse(stdout);
    expect(report).toMatchObject({ filePath: bad, errorCount: 1, warningCount: 1, fatalErrorCount: 0 });
    expect(report.messages[1]).toMatchObject({
      ruleId: "sla/vague",
      severity: 1,
      line: 3,
      column: 8,
      endLine: 3,
      endColumn: 10,
    });
  });

  it("is told who speaks in the record of a call, and that it is one", async () => {
    const record = file("record.sscript", "## 2026-03-01\n小美: 这个我\n不清楚。\n王女士: 这个我不清楚。\n");
    const told = ["lint", record, "--transcript", "--speaker", "小美=客服", "--speaker", "王女士＝customer"];
    const { stdout } = await run([...told, "--format", "json"]);
    expect(JSON.parse(stdout)[0].messages.map(({ ruleId, line }: never) => [ruleId, line])).toEqual([
      ["forbidden/brush-off", 3],
    ]);
    const wrong = await run(["lint", record, "--speaker", "小美=老板"]);
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("“小美=老板”")]);
  });

  it("ends with 0 when nothing is an error, or when told so", async () => {
    expect((await run(["lint", clean])).code).toBe(0);
    expect((await run(["lint", warned])).code).toBe(0);
    expect((await run(["lint", "--exit-zero", bad])).code).toBe(0);
  });

  it("finds scripts of both endings below a folder", async () => {
    const reports = JSON.parse((await run(["lint", folder, "--format", "json"])).stdout) as { filePath: string }[];
    expect(reports.map(({ filePath }) => filePath)).toEqual(expect.arrayContaining([bad, clean, warned]));
  });

  it("knows what the scripts of a folder use of one another, and nothing of that of single files", async () => {
    const shared = join(folder, "shared");
    mkdirSync(shared);
    const common = file("shared/common.sscript", "类型: 片段\n## 问候\n客服: 您好。\n## 收尾\n客服: 再见。\n");
    file("shared/z.sscript", "引用 公共: ./common.sscript\n## 开场\n=> 公共#问候\n");
    const rulesIn = async (path: string) => {
      const reports = JSON.parse((await run(["lint", path, "--format", "json"])).stdout) as {
        filePath: string;
        messages: { ruleId: string; line: number }[];
      }[];
      return reports.find(({ filePath }) => filePath === common)!.messages.map(({ ruleId, line }) => [ruleId, line]);
    };
    expect(await rulesIn(shared)).toEqual([["flow/unused-fragment", 4]]);
    expect(await rulesIn(common)).toEqual([]);
    rmSync(shared, { recursive: true });
  });

  it("names a file that it cannot judge, judges the others, and ends with 2", async () => {
    const gbk = file("gbk.sscript", Uint8Array.from([0x23, 0x23, 0x20, 0xbf, 0xaa, 0xb3, 0xa1, 0x0a]));
    const missing = join(folder, "missing.sscript");
    for (const flags of [[], ["--exit-zero"]]) {
      const { code, stdout, stderr } = await run(["lint", missing, gbk, bad, ...flags]);
      expect(code).toBe(2);
      expect(stderr).toContain(`${missing}: 找不到这个文件或文件夹。`);
      expect(stderr).toContain("看起来是 GB18030");
      expect(stdout).toContain("forbidden/brush-off");
    }
    rmSync(gbk);
  });

  it("shows hostile text as text", async () => {
    const hostile = file("hostile.sscript", "## 开场\n客服: \u001b[31m\u202e这个我不清楚\u0007\n");
    const { stdout } = await run(["lint", hostile]);
    expect(stdout).toContain("forbidden/brush-off");
    expect(stdout).not.toMatch(/[\u001b\u202e\u0007]/);
    rmSync(hostile);
  });

  it.each(["C.UTF-8", "POSIX", "de_DE.UTF-8", ""])(
    "speaks English where the locale is %j and no script is read",
    async (LC_ALL) => {
      expect((await run(["lnt"], { LC_ALL })).stderr).toBe((await run(["lnt"], { LC_ALL: "en_GB.UTF-8" })).stderr);
      expect((await run(["rules"], { LC_ALL })).stdout).toContain("Brushing");
    },
  );

  it.each([
    [["lint", "--format", "xml"], "--format"],
    [["lint", "--language", "fr"], "--language"],
    [["lint", "--unknown"], "--unknown"],
    [["lnt"], "没有“lnt”这个命令。是不是想写“lint”？"],
    [["lint", "--fromat", "json"], "没有“--fromat”这个选项。是不是想写“--format”？"],
    [["lint", "--format"], "--format 后面要写一个值。"],
    [["lint", "--quiet=yes"], "--quiet 后面不写值。"],
    [["stats", "--fix"], "stats 没有“--fix”这个选项。"],
    [["check", "a"], "写法：service-script check 通话 --against 话术"],
  ])("refuses %j with 2", async (args, said) => {
    const { code, stderr, stdout } = await run(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });
});

describe("the other commands", () => {
  it("explain a rule, and list them all", async () => {
    expect((await run(["explain", "forbidden/brush-off"])).stdout).toContain("为什么");
    expect((await run(["explain", "missing/apology", "--language", "en"])).stdout).toContain("Why: ");
    const list = (await run(["explain"])).stdout;
    expect(RULES.filter(({ id }) => !list.includes(`  ${id} `))).toEqual([]);
    expect((await run(["explain", "no/such"])).code).toBe(2);
  });

  it("help and version", async () => {
    expect((await run(["--help"])).stdout).toContain("退出码");
    expect((await run(["--help", "--language", "en"])).stdout).toContain("Exit codes");
    expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await run([])).code).toBe(2);
  });
});
