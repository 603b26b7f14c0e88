import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mendScripts } from "../../server/cli/fix.ts";
import { ScriptJudge } from "../../server/cli/script-judge.ts";
import { writeMended } from "../../server/cli/write-mended.ts";
import { RULES } from "../../server/rules/index.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";
import { nearScripts } from "../support/near-scripts.ts";

/** What a safe fix mends, and what only an unsafe one does. */
const BROKEN = "## 开场\n客服 您好，今天有什么事要我办？\n### 查询\n[查询 订单\n客服: 这个我不清楚。\n";
const MENDED = "## 开场\n客服: 您好，今天有什么事要我办？\n## 查询\n[查询 订单]\n客服: 这个我不清楚。\n";
/** Rules of whole calls would add much to such short ones. */
const QUIET = { "service-script.config.yaml": "rules: { missing/*: off }\n" };

describe("service-script lint --fix", () => {
  it("writes what is safe, and a second run changes nothing", async () => {
    const path = folder({ ...QUIET, "a.sscript": BROKEN });
    const first = await run(["lint", "--fix"], {}, path);
    expect([first.code, first.stderr]).toEqual([1, "a.sscript: 改好了。\n"]);
    expect(first.stdout).toContain("forbidden/brush-off");
    expect(readFileSync(join(path, "a.sscript"), "utf8")).toBe(MENDED);
    const before = statSync(join(path, "a.sscript"));
    const second = await run(["lint", "--fix"], {}, path);
    expect([second.code, second.stderr]).toEqual([1, ""]);
    expect(statSync(join(path, "a.sscript"))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  it("with --fix-unsafe also what an author should look at", async () => {
    const path = folder({ ...QUIET, "a.sscript": BROKEN });
    expect((await run(["lint", "--fix-unsafe"], {}, path)).code).toBe(0);
    const text = readFileSync(join(path, "a.sscript"), "utf8");
    expect(text).not.toContain("不清楚");
    await run(["lint", "--fix-unsafe"], {}, path);
    expect(readFileSync(join(path, "a.sscript"), "utf8")).toBe(text);
  });

  it("keeps permissions, links, line breaks and the byte order mark, and leaves nothing behind", async () => {
    const windows = (text: string) => `\ufeff${text.replaceAll("\n", "\r\n")}`;
    const path = folder({ ...QUIET, "real/a.sscript": windows(BROKEN) });
    chmodSync(join(path, "real/a.sscript"), 0o640);
    symlinkSync("real/a.sscript", join(path, "link.sscript"));
    await run(["lint", "--fix", "link.sscript"], {}, path);
    expect(lstatSync(join(path, "link.sscript")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(path, "real/a.sscript"), "utf8")).toBe(windows(MENDED));
    expect(statSync(join(path, "real/a.sscript")).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(path, "real"))).toEqual(["a.sscript"]);
  });

  it("writes a script once that goes by two names", async () => {
    const path = folder({ ...QUIET, "a.sscript": BROKEN });
    symlinkSync("a.sscript", join(path, "link.sscript"));
    const { code } = await run(["lint", "--fix", "a.sscript", "link.sscript"], {}, path);
    expect([code, readFileSync(join(path, "a.sscript"), "utf8")]).toEqual([1, MENDED]);
  });

  it("does not write over what somebody has changed meanwhile", async () => {
    const path = folder({ "a.sscript": "## 开场\n客服: 新的。\n" });
    const file = join(path, "a.sscript");
    const { told, failed } = await writeMended([{ path: file, before: BROKEN, after: MENDED }]);
    expect([told, failed.map((one) => one.path)]).toEqual([[], [file]]);
    expect(readFileSync(file, "utf8")).toBe("## 开场\n客服: 新的。\n");
    const gone = await writeMended([{ path: join(path, "gone.sscript"), before: BROKEN, after: MENDED }]);
    expect(gone.failed).toHaveLength(1);
    expect(readdirSync(path)).toEqual(["a.sscript"]);
  });

  it.each([
    [["--fix", "--changed"], "--fix 和 --changed 不能一起用。"],
    [["--fix-dry-run", "--format", "json"], "--format 名字=文件"],
  ])("refuses %j", async (args, said) => {
    const { code, stderr } = await run(["lint", ...args], {}, folder({ "a.sscript": "" }));
    expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
  });
});

describe("service-script lint --fix-dry-run", () => {
  it.each([[[]], [["--fix-unsafe"]]])("shows with %j as a patch what would be written", async (more: string[]) => {
    const files = {
      ...QUIET,
      "名 字.sscript": BROKEN,
      'a"b.sscript': BROKEN.replaceAll("\n", "\r\n"),
      "子/b.话术": BROKEN.trimEnd(),
    };
    const path = folder(files);
    const { stdout, stderr } = await run(["lint", "--fix-dry-run", ...more], {}, path);
    expect(stderr.trim().split("\n")).toHaveLength(3);
    for (const [name, text] of Object.entries(files)) expect(readFileSync(join(path, name), "utf8")).toBe(text);
    execFileSync("git", ["apply", "-"], { cwd: path, input: stdout });
    const other = folder(files);
    await run(["lint", "--fix", ...more], {}, other);
    for (const name of Object.keys(files))
      expect(readFileSync(join(path, name), "utf8")).toBe(readFileSync(join(other, name), "utf8"));
  });

  it("prints nothing where there is nothing to mend, and ends as for what would remain", async () => {
    const { code, stdout } = await run(["lint", "--fix-dry-run"], {}, folder({ ...QUIET, "a.sscript": MENDED }));
    expect([code, stdout]).toEqual([1, ""]);
  });
});

describe("mending", () => {
  const path = join(folder({}), "a.sscript");
  const mend = async (text: string, unsafe: boolean) => {
    const judge = new ScriptJudge({ paths: [path], reading: {}, language: undefined });
    const { reports, notes } = await mendScripts(judge, new Map([[path, text]]), { isWhole: false, unsafe });
    return { text: reports.get(path)!.text, notes };
  };

  const examples = RULES.flatMap(({ id, messages }) =>
    Object.values(messages).flatMap(({ bad }) => bad.map(({ text }) => [id, text.replace(/[⟦⟧]/g, "")] as const)),
  );

  it.each([false, true])(
    "comes to an end, and changes nothing more, in every rule's examples (unsafe: %s)",
    async (unsafe) => {
      for (const [, text] of examples) {
        const once = (await mend(text, unsafe)).text;
        expect((await mend(once, unsafe)).text).toBe(once);
      }
    },
    120_000,
  );

  it("comes to an end in whatever somebody types", async () => {
    await fc.assert(
      fc.asyncProperty(nearScripts, fc.boolean(), async (text, unsafe) => {
        const once = (await mend(text, unsafe)).text;
        expect((await mend(once, unsafe)).text).toBe(once);
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("leaves alone the rules whose remedies come to no end, and applies the others", async () => {
    const judge = new ScriptJudge({ paths: [path], reading: {}, language: undefined });
    const restless = { start: 0, end: 0, text: "> 又一行\n" };
    const judgeOne = judge.judge.bind(judge);
    judge.judge = async (at, text) => {
      const report = await judgeOne(at, text);
      const [first] = report.findings;
      const fixes = [{ title: { zh: "", en: "" }, edits: [restless], safe: true as const }];
      return { ...report, findings: [...report.findings, { ...first!, ruleId: "own/restless", fixes }] };
    };
    const { reports, notes } = await mendScripts(judge, new Map([[path, BROKEN]]), { isWhole: false, unsafe: false });
    expect(reports.get(path)!.text).toBe(MENDED);
    expect(notes.map(({ message }) => message.en)).toEqual([expect.stringContaining("own/restless")]);
  });

  it("goes on in a script that uses another one that was mended", async () => {
    const files = {
      ...QUIET,
      "公共.sscript": "类型: 片段\n### 问候\n客服: 您好。\n",
      "a.sscript": "引用 公共: ./公共.sscript\n## 开场\n=> 公共#问候\n客服 请问您需要什么？\n",
    };
    const at = folder(files);
    await run(["lint", "--fix"], {}, at);
    writeFileSync(join(at, "again"), "");
    expect(readFileSync(join(at, "公共.sscript"), "utf8")).toContain("\n## 问候");
    expect((await run(["lint", "--fix-dry-run"], {}, at)).stdout).toBe("");
  });
});
