import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { EXECUTABLE } from "../support/executable.ts";

interface Finding {
  readonly message: string;
  /** What is underlined. */
  readonly text: string;
}

interface Answers {
  readonly filetype: string;
  readonly findings: readonly Finding[];
  readonly definition: { readonly uri: string };
  readonly hover: { readonly contents: { readonly value: string } };
  readonly mended: readonly Finding[];
}

const version = spawnSync("nvim", ["--version"], { encoding: "utf8" }).stdout;
if (!version) console.warn("Neovim is not installed, so it is not tried: apt-get install neovim");

// Each page shows how Neovim is set up; what it shows is what is run, with the path of this repository.
describe.skipIf(!version).each([
  ["docs/zh/editors.md", /\p{Script=Han}/u],
  ["docs/en/editors.md", /[a-z]+ [a-z]+ [a-z]+/],
])("Neovim, set up as %s says", (page, inItsLanguage) => {
  const folder = mkdtempSync(join(tmpdir(), "service-script-neovim-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("shows findings, goes to another file, explains, and follows what is typed", () => {
    const [, lua = ""] = /```lua\n([\s\S]*?)```/.exec(readFileSync(page, "utf8")) ?? [];
    const configuration = lua.replace(/"\/[^"]*service-script\.js"/, () => JSON.stringify(resolve(EXECUTABLE)));
    expect(configuration).not.toBe(lua);
    const file = (name: string) => join(folder, name);
    writeFileSync(file("init.lua"), configuration);
    writeFileSync(file("公共.sscript"), "类型: 片段\n\n## 收尾\n客服: 谢谢您的来电，再见。\n[挂机 客户]\n");
    writeFileSync(
      file("主.sscript"),
      "引用 公共: ./公共.sscript\n\n## 开场\n客服: 您好。\n客服: 这个我不清楚。\n=> 公共#收尾\n",
    );
    const { status, stderr } = spawnSync(
      "nvim",
      ["--headless", "--clean", "-u", file("init.lua"), "-c", `luafile ${resolve("test/lsp/neovim.lua")}`],
      {
        cwd: folder,
        encoding: "utf8",
        timeout: 60_000,
        env: { ...process.env, LC_ALL: "C.UTF-8", SCRIPT: file("主.sscript"), ANSWERS: file("answers.json") },
      },
    );
    expect(status, stderr).toBe(0);
    const answers: Answers = JSON.parse(readFileSync(file("answers.json"), "utf8"));
    expect(answers.filetype).toBe("service-script");
    const brushOff = answers.findings.find(({ text }) => text.includes("不清楚"));
    expect(brushOff?.message.replace(/“[^”]*”/g, "")).toMatch(inItsLanguage);
    expect(answers.definition.uri).toBe(pathToFileURL(file("公共.sscript")).href);
    expect(answers.hover.contents.value).toContain("开场");
    expect(answers.mended.filter(({ text }) => text.includes("不清楚"))).toEqual([]);
    expect(answers.mended.length).toBeGreaterThan(0);
  }, 70_000);
});
