import { expect, it } from "vitest";
import { run } from "../support/executable.ts";

const SAMPLE = "samples/zh/断线投诉-改前.sscript";
const SIMPLIFIED = /[这说为么时问话请员务]/;

it("tells findings in the Chinese of Taiwan, and shows scripts and their names as they are", async () => {
  const { stdout } = await run(["lint", SAMPLE, "--language", "zh-TW"]);
  expect(stdout).toContain(SAMPLE);
  expect(stdout).toContain("檢查了 1 份話術");
  // Of the lines of a script and of what there is to say in it nothing is put otherwise.
  const ours = stdout.split("\n").filter((line) => /^\S+ \d+:\d+ /.test(line));
  expect(ours.length).toBeGreaterThan(5);
  for (const line of ours) expect(line.replace(/「[^」]*」|：.*/g, "")).not.toMatch(SIMPLIFIED);
  expect(stdout).toMatch(/\| 客服: .*这/);
  expect(stdout).toContain("掛機：开场 → 要求减免话费 → 顶撞");
});

it.each(["html", "markdown", "sarif"])("writes a %s report in it", async (format) => {
  const { stdout } = await run(["lint", SAMPLE, "--language", "zh-TW", "--format", format]);
  expect(stdout).toMatch(/客戶/);
  if (format !== "markdown") expect(stdout).toContain("zh-TW");
  expect(stdout).toMatch(format === "sarif" ? encodeURI("断线投诉-改前") : "断线投诉-改前");
});

it("follows the locale", async () => {
  const { stdout } = await run(["explain", "forbidden/brush-off"], { LC_ALL: "zh_TW.UTF-8" });
  expect(stdout).toContain("為什麼: 客戶打來就是因為自己不知道");
  expect(stdout).toContain("客服: 这个");
  expect((await run(["--help"], { LC_ALL: "zh_TW.UTF-8" })).stdout).toContain("檢查客服話術");
});

it("knows no other dialect", async () => {
  const { code, stderr } = await run(["lint", SAMPLE, "--language", "zh-XX"]);
  expect(code).toBe(2);
  expect(stderr).toContain("zh-TW");
});
