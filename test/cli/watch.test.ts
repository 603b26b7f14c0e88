import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { readScripts } from "../../server/cli/read-scripts.ts";
import { ScriptJudge } from "../../server/cli/script-judge.ts";
import { WatchedScripts } from "../../server/cli/watched-scripts.ts";
import { EXECUTABLE } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const GOOD = "## 开场\n客服: 您好，请讲。\n";
const BAD = "## 开场\n客服: 这个我不清楚。\n";

/** `service-script watch` in a folder, whose output is read as it comes. */
class Watching {
  readonly child: ChildProcessWithoutNullStreams;
  stderr = "";
  private printed = "";

  constructor(cwd: string, args: readonly string[] = []) {
    this.child = spawn(process.execPath, [resolve(EXECUTABLE), "watch", ...args], {
      cwd,
      env: { PATH: process.env.PATH, NO_COLOR: "1", LC_ALL: "zh_CN.UTF-8" },
    });
    this.child.stdout.setEncoding("utf8").on("data", (text: string) => (this.printed += text));
    this.child.stderr.setEncoding("utf8").on("data", (text: string) => (this.stderr += text));
  }

  /** What it has printed since the last time, once that holds `words`. */
  async until(words: string | RegExp): Promise<string> {
    await expect.poll(() => this.printed, { timeout: 20_000 }).toMatch(words);
    const printed = this.printed;
    this.printed = "";
    return printed.replaceAll(/\d\d:\d\d:\d\d/g, "TIME");
  }

  ended(): Promise<number | null> {
    return new Promise((done) => this.child.on("close", done));
  }
}

describe("service-script watch", () => {
  let watching: Watching;
  afterEach(() => watching.child.kill("SIGKILL"));
  const begin = async (files: Record<string, string>, args?: readonly string[]) => {
    const at = folder(files);
    watching = new Watching(at, args);
    return { at, first: await watching.until("Ctrl-C") };
  };

  it("begins like lint, then tells of what a save has changed and of nothing else", async () => {
    const { at, first } = await begin({ "a.sscript": GOOD, "b.sscript": BAD });
    expect(first).toContain("b.sscript\n\n错误 2:8 “不清楚”");
    expect(first).toMatch(/检查了 2 份话术：1 个错误，0 个警告。\n存盘就再查，按 Ctrl-C 结束。\n$/);
    writeFileSync(join(at, "a.sscript"), BAD);
    const second = await watching.until("一共");
    expect(second).toContain("\na.sscript\n\n错误 2:8");
    expect(second).toMatch(/\nTIME 变了 1 份：1 个错误，0 个警告。一共 2 份：2 个错误，0 个警告。\n$/);
    expect(second).not.toContain("b.sscript");
    writeFileSync(join(at, "a.sscript"), GOOD);
    expect(await watching.until("一共")).toBe(
      "\nTIME 变了 1 份：0 个错误，0 个警告。一共 2 份：1 个错误，0 个警告。\n",
    );
  });

  it("follows files that come, go and are replaced at one stroke, at any depth", async () => {
    const { at } = await begin({ "a.sscript": GOOD });
    mkdirSync(join(at, "new/deep"), { recursive: true });
    writeFileSync(join(at, "new/deep/b.话术"), BAD);
    expect(await watching.until("一共 2 份")).toContain(join("new", "deep", "b.话术"));
    writeFileSync(join(at, "new/deep/b.tmp"), GOOD);
    renameSync(join(at, "new/deep/b.tmp"), join(at, "new/deep/b.话术"));
    expect(await watching.until("一共")).toContain("变了 1 份：0 个错误");
    rmSync(join(at, "new"), { recursive: true });
    expect(await watching.until("一共 1 份")).toContain("变了 0 份");
    mkdirSync(join(at, "node_modules"));
    writeFileSync(join(at, "node_modules/c.sscript"), BAD);
    writeFileSync(join(at, "notes.md"), "x");
    writeFileSync(join(at, "a.sscript"), BAD);
    expect(await watching.until("一共")).toContain("一共 1 份");
  });

  it("checks scripts again whose imports or configuration change, wherever those lie", async () => {
    const script = "引用 公共: ../公共.sscript\n## 开场\n客服: 我们尽快给您回电。\n-> 公共#道别\n";
    const shared = "## 道别\n客服: 再见。\n";
    const { at } = await begin({ "scripts/a.sscript": script, "scripts/b.sscript": GOOD, "公共.sscript": shared }, [
      "scripts",
    ]);
    writeFileSync(join(at, "公共.sscript"), shared.replace("道别", "收尾"));
    const broken = await watching.until("一共");
    expect(broken).toMatch(/scripts.a\.sscript\n[\s\S]*flow\/undefined-step/);
    expect(broken).toContain("变了 1 份");
    writeFileSync(join(at, "service-script.config.yaml"), "rules:\n  sla/vague: error\n  flow/*: off\n");
    expect(await watching.until("一共")).toMatch(/错误 3:7 “尽快”[\s\S]*变了 1 份：1 个错误，0 个警告/);
    writeFileSync(join(at, "service-script.config.yaml"), "rules:\n  sla/vage: off\n");
    expect(await watching.until("一共")).toMatch(/^\nservice-script\.config\.yaml\n\n错误 2:3/);
    rmSync(join(at, "service-script.config.yaml"));
    expect(await watching.until("一共 2 份")).not.toContain("config.yaml");
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends at %s, with nothing more to say", async (signal) => {
    await begin({ "a.sscript": BAD });
    watching.child.kill(signal);
    expect([await watching.ended(), watching.stderr]).toEqual([0, ""]);
  });

  it("does not watch where there is nothing", async () => {
    watching = new Watching(folder({}), ["nowhere"]);
    expect([await watching.ended(), watching.stderr]).toEqual([2, "nowhere: 找不到这个文件或文件夹。\n"]);
  });
});

describe("WatchedScripts", () => {
  const FRAGMENTS = "类型: 片段\n";
  const TEXTS = [
    GOOD,
    BAD,
    "引用 公共: ./b.sscript\n## 开场\n客服: 您好，请讲。\n-> 公共#开场\n",
    "引用 公共: ./c.sscript\n## 开场\n客服: {公共#问候}请讲。\n-> 公共#道别\n",
    `${FRAGMENTS}用语 问候: 您好。\n## 道别\n客服: 再见。\n-> 返回\n`,
    `${FRAGMENTS}引用 另一份: ./a.sscript\n用语 问候: 这个我不清楚。\n## 开场\n客服: 再见。\n-> 返回\n`,
  ];
  const CONFIGURATIONS = ["rules:\n  sla/vague: error\n", "rules:\n  forbidden/*: off\n", "ignore: b.sscript\n"];
  const change = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(
        fc.constantFrom("a.sscript", "b.sscript", "c.sscript"),
        fc.option(fc.constantFrom<string>(...TEXTS)),
      ),
    },
    fc.tuple(fc.constant("service-script.config.yaml"), fc.option(fc.constantFrom<string>(...CONFIGURATIONS))),
  );

  it("finds after any changes what a fresh look finds, without judging what they do not touch", async () => {
    let judged = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { maxLength: 6 }), async (saves) => {
        const at = folder({ "a.sscript": TEXTS[2]!, "b.sscript": TEXTS[4]!, "c.sscript": GOOD, "d.sscript": BAD });
        const watched = new WatchedScripts([at], "en");
        await watched.look();
        for (const save of saves) {
          for (const [name, text] of save)
            if (typeof text !== "string") rmSync(join(at, name), { force: true });
            else writeFileSync(join(at, name), text);
          const look = await watched.look(save.map(([name]) => join(at, name)));
          const judge = new ScriptJudge({ paths: [at], reading: {}, language: "en" });
          const { scripts, isWhole } = await readScripts({ paths: [at], stdin: undefined }, judge);
          expect(look.run.files).toEqual([...(await judge.judgeAll(scripts, isWhole)).values()]);
          judged += look.judged;
          all += scripts.size;
        }
      }),
      { numRuns: 40 },
    );
    expect(judged).toBeLessThan(all);
  });
});
