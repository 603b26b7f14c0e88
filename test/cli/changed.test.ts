import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPatch } from "../../server/cli/git-changes.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const QUIET = "rules: { missing/*: off, flow/*: off }\n";
const OLD = "## 开场\n客服: 这个我不清楚。\n客服: 好的。\n客服: 请讲。\n客服: 那个我不清楚。\n";

function git(path: string, ...args: string[]): string {
  const identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...identity, ...args], { cwd: path, encoding: "utf8", stdio: "pipe" });
}

/** A repository with these files in its first commit. */
function repository(files: Readonly<Record<string, string>>): string {
  const path = folder({ "service-script.config.yaml": QUIET, ...files });
  git(path, "init", "--quiet", "--initial-branch=main");
  git(path, "add", ".");
  git(path, "commit", "--quiet", "-m", "first");
  return path;
}

/** What is reported of a change, as `file:line rule`. */
async function changed(path: string, word = "--changed", ...args: string[]): Promise<string[]> {
  const { stdout } = await run(["lint", "--format", "json", word, ...args], {}, path);
  const reports = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string; line: number }[] }[];
  return reports.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line }) => `${filePath.slice(path.length + 1)}:${line} ${ruleId}`),
  );
}

describe("service-script lint --changed", () => {
  it("reports only what the change touches", async () => {
    const path = repository({ "a.sscript": OLD, "b.sscript": OLD });
    expect(await changed(path)).toEqual([]);
    writeFileSync(join(path, "a.sscript"), `> 说明\n${OLD.replace("那个我不清楚", "那件事我不清楚")}`);
    expect(await changed(path)).toEqual(["a.sscript:6 forbidden/brush-off"]);
    git(path, "commit", "--quiet", "-am", "second");
    expect(await changed(path)).toEqual([]);
    expect(await changed(path, "--changed=HEAD~1")).toEqual(["a.sscript:6 forbidden/brush-off"]);
  });

  it("takes in what is staged, what is not, and what git does not know yet", async () => {
    const path = repository({ "a.sscript": OLD, "b.sscript": OLD, ".gitignore": "out/\n" });
    writeFileSync(join(path, "a.sscript"), OLD.replace("这个我", "这件事我"));
    git(path, "add", ".");
    writeFileSync(join(path, "b.sscript"), OLD.replace("那个我", "那件事我"));
    writeFileSync(join(path, "新 的.sscript"), OLD);
    mkdirSync(join(path, "out"));
    writeFileSync(join(path, "out/c.sscript"), OLD);
    expect(await changed(path)).toEqual([
      "a.sscript:2 forbidden/brush-off",
      "b.sscript:5 forbidden/brush-off",
      "新 的.sscript:2 forbidden/brush-off",
      "新 的.sscript:5 forbidden/brush-off",
    ]);
  });

  it("follows a script that was renamed", async () => {
    const path = repository({ "a.sscript": OLD });
    mkdirSync(join(path, '子 "夹"'));
    const name = '子 "夹"/改名.sscript';
    renameSync(join(path, "a.sscript"), join(path, name));
    writeFileSync(join(path, name), readFileSync(join(path, name), "utf8").replace("那个我", "那件事我"));
    git(path, "add", "--all");
    expect(await changed(path)).toEqual([`${name}:5 forbidden/brush-off`]);
    expect(await changed(path, "--changed", name)).toEqual([`${name}:5 forbidden/brush-off`]);
  });

  it("compares with the commit that both sides share", async () => {
    const path = repository({ "a.sscript": OLD, "b.sscript": OLD });
    git(path, "switch", "--quiet", "-c", "mine");
    writeFileSync(join(path, "a.sscript"), OLD.replace("那个我", "那件事我"));
    git(path, "commit", "--quiet", "-am", "mine");
    git(path, "switch", "--quiet", "main");
    writeFileSync(join(path, "b.sscript"), OLD.replace("那个我", "那件事我"));
    git(path, "commit", "--quiet", "-am", "theirs");
    git(path, "switch", "--quiet", "mine");
    expect(await changed(path, "--changed=main")).toEqual(["a.sscript:5 forbidden/brush-off"]);
  });

  it("reports what a path proves when any point of the path was touched, or something between was taken away", async () => {
    const script = (apology: string, target: string) =>
      `场景: 投诉\n## 开场\n客户(愤怒): 又断线了,我要投诉!\n${apology}? 怎么办\n- 能查\n  -> ${target}\n- 不能查\n  -> 结束\n## 查询\n客服: 请问您的号码是多少？\n## 结束语\n客服: 再见。\n`;
    const sorry = "客服: 非常抱歉，给您添麻烦了。\n";
    const path = repository({
      "service-script.config.yaml": "rules: { flow/*: off }\n",
      "a.sscript": script(sorry, "查询"),
      "b.sscript": script("", "结束语"),
      "c.sscript": script("", "查询"),
    });
    const apologies = async () => (await changed(path)).filter((one) => one.includes("missing/apology"));
    expect(await apologies()).toEqual([]);
    writeFileSync(join(path, "a.sscript"), script("", "查询"));
    expect(await apologies()).toEqual([expect.stringMatching(/^a\.sscript:3 /)]);
    // Only the branch is touched that leads to the end, not the complaint.
    writeFileSync(
      join(path, "c.sscript"),
      script("", "查询").replace("## 查询", "## 查询\n> 说明").replace("- 不能查\n", "- 暂时不能\n"),
    );
    expect((await apologies()).map((one) => one.split(":")[0])).toEqual(["a.sscript", "c.sscript"]);
  });

  it("is not misled by what people have configured, nor by lines that look like a patch", async () => {
    const path = repository({ "a.sscript": OLD });
    git(path, "config", "diff.noprefix", "true");
    git(path, "config", "diff.external", "false");
    git(path, "config", "color.ui", "always");
    git(path, "config", "diff.renames", "false");
    writeFileSync(join(path, "a.sscript"), `${OLD}++ b/b.sscript\n@@ -1 +1 @@\n客服: 另一个我不清楚。\n`);
    expect((await changed(path)).filter((one) => one.includes("brush-off"))).toEqual([
      "a.sscript:8 forbidden/brush-off",
    ]);
  });

  it("shows a broken configuration whatever was touched", async () => {
    const path = repository({ "a.sscript": OLD, "service-script.config.yaml": "rule: {}\n" });
    expect((await run(["lint", "--changed"], {}, path)).code).toBe(2);
  });

  it.each([
    ["a commit that does not exist", "--changed=nowhere", "nowhere"],
    ["an option in place of a commit", "--changed=--output=x", "--output=x"],
  ])("refuses %s", async (_, word, said) => {
    const path = repository({ "a.sscript": OLD });
    const { code, stdout, stderr } = await run(["lint", word], {}, path);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(`git 说不出从 ${said} 起改了什么`)]);
  });

  it("says that there is no repository, no commit, or no git", async () => {
    const bare = folder({ "a.sscript": OLD });
    // The folders of tests may lie in somebody's repository.
    const alone = { GIT_CEILING_DIRECTORIES: bare };
    expect((await run(["lint", "--changed"], { ...alone, GIT_DIR: join(bare, "none") }, bare)).code).toBe(2);
    git(bare, "init", "--quiet");
    expect((await run(["lint", "--changed"], alone, bare)).code).toBe(2);
    const without = await run(["lint", "--changed"], { PATH: bare }, bare);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining("找不到 git")]);
    const path = repository({ "a.sscript": OLD });
    expect((await run(["lint", "--changed", join(bare, "a.sscript")], {}, path)).code).toBe(2);
  });
});

describe("a patch", () => {
  it("is read by its counts", () => {
    const patch = [
      'diff --git "a/x" "b/x"',
      "--- a/x",
      '+++ "b/\\351\\207\\215\\t\\"y"',
      "@@ -1,2 +1 @@ ## 开场",
      "-+++ b/no",
      "-two",
      "+@@ -9 +9 @@",
      "\\ No newline at end of file",
      "@@ -7,2 +5,0 @@",
      "-a",
      "-b",
      "--- a/gone",
      "+++ /dev/null",
      "Binary files a/p.sscript and b/p q.sscript differ",
      "",
    ].join("\n");
    expect([...readPatch(patch)]).toEqual([
      [
        '重\t"y',
        [
          { from: 1, count: 1 },
          { from: 5, count: 0 },
        ],
      ],
      ["p q.sscript", "all"],
    ]);
  });
});
