import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { run } from "../support/executable.ts";

const folder = mkdtempSync(join(tmpdir(), "service-script-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const shared = file("公共.sscript", "类型: 片段\n用语 抱歉: 非常抱歉,给您添麻烦了。\n\n## 收尾\n客服: 再见。\n");
const script = file(
  "报修.sscript",
  "引用 公共: ./公共.sscript\n\n## 开场\n客服: {公共#抱歉}\n? 能修吗\n- 能\n  客服: 我现在就为您安排师傅上门。\n- 不能 -> 结束\n=> 公共#收尾\n",
);

it("paths counts the ways through each script that is a call, over detours, and measures what is said", async () => {
  const { code, stdout } = await run(["paths", script, shared, "--language", "zh"]);
  expect(code).toBe(0);
  expect(stdout.split("\n").map((line) => line.replace(`${folder}/`, ""))).toEqual([
    "报修.sscript",
    "  2 条路（走回头的不重复算）",
    // Ten characters, with the phrase's in the place of its name: 240 a minute.
    "  最短，话术念完要 3 秒: 开场 → 不能",
    "  最长，话术念完要 6 秒: 开场 → 能 → 公共#收尾",
    "  第 8 行结束，1 条路: - 不能 -> 结束",
    "  第 9 行结束，1 条路: => 公共#收尾",
    "",
  ]);
});

it("paths tells an empty script from one that never comes to an end, and names no way where no step has a name", async () => {
  const empty = file("空.sscript", "# 还没写\n");
  const round = file("绕.sscript", "## 甲\n客服: 您好。\n-> 甲\n");
  const record = file("记录.sscript", "客服: 您好。\n客户: 嗯。\n");
  const { stdout } = await run(["paths", empty, round, record, "--language", "zh"]);
  for (const path of [empty, round, record]) rmSync(path);
  expect(stdout.split("\n").filter((line) => line.startsWith("  "))).toEqual([
    "  还没有写步骤。",
    "  没有一条路能走到通话结束；用 lint 看断在哪里。",
    "  1 条路（走回头的不重复算）",
    "  最短，话术念完要 1 秒",
    "  最长，话术念完要 1 秒",
    "  第 2 行结束，1 条路: 客户: 嗯。",
  ]);
});

it("paths prints JSON with line numbers, and counts too long for a number as text", async () => {
  const { stdout } = await run(["paths", script, "--format", "json"]);
  expect(JSON.parse(stdout)).toEqual([
    {
      path: script,
      count: "2",
      shortest: { seconds: 3, lines: [3, 4, 5, 8] },
      longest: { seconds: 6, lines: [3, 4, 5, 6, 7, 9] },
      ends: [
        { line: 8, count: "1" },
        { line: 9, count: "1" },
      ],
    },
  ]);
});

it("stats prints a table, with columns below one another also where names are Chinese", async () => {
  const { code, stdout } = await run(["stats", script, shared, "--language", "zh"]);
  expect(code).toBe(0);
  const rows = stdout.trimEnd().split("\n");
  expect(rows.map((row) => row.trim().split(/ {2,}/).slice(1))).toEqual([
    ["步骤", "客服的话", "客户的话", "客服共说(秒)", "最长一句(秒)"],
    ["1", "2", "0", "6", "3"],
    ["1", "1", "0", "1", "1"],
    ["2", "3", "0", "7", "3"],
  ]);
});

it("says what cannot be read, and measures the rest", async () => {
  const { code, stderr, stdout } = await run(["stats", script, join(folder, "没有.sscript"), "--format", "json"]);
  expect([code, JSON.parse(stdout)]).toEqual([2, [expect.objectContaining({ path: script, steps: 1 })]]);
  expect(stderr).toContain("没有.sscript");
});

it("impact finds who uses a phrase, a step or a file, in whatever script, and what a change reaches", async () => {
  const impact = async (name: string) => {
    const { stdout } = await run(["impact", name, folder, "--format", "json"]);
    const { references, scripts } = JSON.parse(stdout);
    const names = (scripts as string[]).map((path) => path.slice(path.lastIndexOf("/") + 1));
    return [references.map(({ line }: { line: number }) => line), names];
  };
  expect(await impact("抱歉")).toEqual([[4], ["报修.sscript"]]);
  expect(await impact("收尾")).toEqual([[9], ["报修.sscript"]]);
  expect(await impact("公共.sscript")).toEqual([[1], ["报修.sscript"]]);
  expect(await impact("公共#收尾")).toEqual([[9], ["报修.sscript"]]);
  expect(await impact("公共")).toEqual([[1], ["报修.sscript"]]);
  expect(await impact("开场")).toEqual([[], []]);
  const { code, stderr } = await run(["impact", "没有的", folder, "--language", "zh"]);
  expect([code, stderr.trim()]).toEqual([2, "没有叫“没有的”的步骤、用语、变量或文件。"]);
});
