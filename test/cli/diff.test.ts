import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const OLD = `# 报修
场景: 投诉
## 受理
客户(着急): 水管漏了!
客服: 非常抱歉,给您添麻烦了。您的意思是,厨房的水管在漏,对吗?
客户: 对。
客服: 我会在半小时内给您回电,告诉您师傅几点到。您看可以吗?
客户: 可以。
[回电 半小时内: 告知师傅几点到]
-> 结束
`;
const NEW = OLD.replace("非常抱歉,给您添麻烦了。", "").replaceAll("半小时", "两小时");

describe("service-script diff", () => {
  it("tells what changed, promises, apologies lost and what is newly wrong, and ends with 1", async () => {
    const cwd = folder({ "old.sscript": OLD, "new.sscript": NEW });
    const { code, stdout } = await run(["diff", "old.sscript", "new.sscript"], {}, cwd);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /承诺\n +承诺改了 · 原第 7 行 → 第 7 行\n +- 回电（半小时内）\n +\+ 回电（两小时内|2小时内）/,
    );
    expect(stdout).toMatch(/少了致歉\n +改写 · 原第 5 行/);
    expect(stdout).toMatch(/新出现的问题\n +missing\/apology/);
    expect((await run(["diff", "--exit-zero", "old.sscript", "new.sscript"], {}, cwd)).code).toBe(0);
  });

  it("ends with 0 where nothing changed or nothing got worse, and says so", async () => {
    const cwd = folder({ "old.sscript": OLD, "new.sscript": NEW });
    const same = await run(["diff", "old.sscript", "old.sscript"], {}, cwd);
    expect(same).toMatchObject({ code: 0, stdout: expect.stringContaining("没有变化") });
    const better = await run(["diff", "new.sscript", "old.sscript"], {}, cwd);
    expect(better.code).toBe(0);
    expect(better.stdout).toContain("已经解决的问题");
  });

  it("writes Markdown that escapes what is in the script, and JSON", async () => {
    const cwd = folder({ "old.sscript": OLD, "new.sscript": OLD.replace("水管漏了!", "<b>水管</b>漏了!") });
    const markdown = await run(["diff", "--format", "markdown", "old.sscript", "new.sscript"], {}, cwd);
    expect(markdown.stdout).toContain("## `old.sscript` → `new.sscript`");
    expect(markdown.stdout).toContain("&lt;b\\>");
    const { stdout } = await run(["diff", "--format", "json", "old.sscript", "new.sscript"], {}, cwd);
    expect(JSON.parse(stdout)).toEqual({
      before: "old.sscript",
      after: "new.sscript",
      changes: [
        {
          subject: "line",
          kind: "reworded",
          before: { line: 4, text: "客户(着急): 水管漏了!" },
          after: { line: 4, text: "客户(着急): <b>水管</b>漏了!" },
        },
      ],
      promises: [],
      apologiesLost: [],
      newFindings: [],
      goneFindings: [],
    });
  });

  it("compares a file with what it was at a commit, with what it imported then", async () => {
    const shared = "类型: 片段\n## 收尾\n客服: 感谢您的来电,再见。\n";
    const script = `引用 公共: ./公共.sscript\n${OLD.replace("-> 结束", "=> 公共#收尾\n-> 结束")}`;
    const cwd = folder({ "报修.sscript": script, "公共.sscript": shared });
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd });
    git("init", "-q");
    git("add", ".");
    git("commit", "-qm", "first");
    writeFileSync(join(cwd, "报修.sscript"), script.replaceAll("半小时", "两小时"));
    for (const args of [
      ["HEAD:报修.sscript", "报修.sscript"],
      ["--rev", "HEAD", "报修.sscript"],
    ]) {
      const { stdout, stderr } = await run(["diff", ...args], {}, cwd);
      expect(stderr).toBe("");
      expect(stdout).toContain("HEAD:报修.sscript → 报修.sscript");
      expect(stdout).toContain("承诺改了");
      expect(stdout).not.toContain("新出现的问题\n      import");
    }
    const wrong = await run(["diff", "--rev", "nowhere", "报修.sscript"], {}, cwd);
    expect(wrong).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("git 里找不到这个版本") });
    const option = await run(["diff", "--rev=--help", "报修.sscript"], {}, cwd);
    expect(option).toMatchObject({ code: 2, stdout: "" });
  });

  it("ends with 2 where there is no git, no file, no script, or not two versions", async () => {
    const cwd = folder({ "old.sscript": OLD });
    expect(await run(["diff", "HEAD:old.sscript", "old.sscript"], { PATH: "/nonexistent" }, cwd)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("找不到 git"),
    });
    expect((await run(["diff", "old.sscript", "missing.sscript"], {}, cwd)).code).toBe(2);
    expect((await run(["diff", "old.sscript"], {}, cwd)).code).toBe(2);
    expect((await run(["diff", "--format", "xml", "old.sscript", "old.sscript"], {}, cwd)).code).toBe(2);
  });
});
