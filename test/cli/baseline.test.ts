import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const QUIET = { "service-script.config.yaml": "rules: { missing/*: off }\n" };
const OLD = "## 开场\n客服: 这个我不清楚。\n客服: 那个我不清楚。\n客服: 我们会尽快给您回复。\n";
const lint = (path: string, ...args: string[]) => run(["lint", "--baseline", "known.json", ...args], {}, path);
const rules = async (path: string, ...args: string[]) => {
  const { stdout, code } = await lint(path, "--format", "json", ...args);
  const found = (JSON.parse(stdout) as { messages: { ruleId: string; line: number }[] }[]).flatMap(({ messages }) =>
    messages.map(({ ruleId, line }) => `${line} ${ruleId}`),
  );
  return { code, found };
};
const known = (path: string) => JSON.parse(readFileSync(join(path, "known.json"), "utf8"));
/** Counts by script and rule. */
const counts = (path: string) =>
  Object.fromEntries(
    Object.entries(known(path).files as Record<string, Record<string, Record<string, number>>>).map(
      ([file, byRule]) => [
        file,
        Object.fromEntries(
          Object.entries(byRule).map(([rule, prints]) => [rule, Object.values(prints).reduce((a, b) => a + b, 0)]),
        ),
      ],
    ),
  );

describe("a baseline", () => {
  it("takes what is there, and lets pass no more than that", async () => {
    const path = folder({ ...QUIET, "话术/a.sscript": OLD });
    const update = await lint(path, "--update-baseline");
    expect([update.code, update.stderr]).toEqual([0, "known.json: 清单里现在有 3 处。\n"]);
    expect(counts(path)).toEqual({ "话术/a.sscript": { "forbidden/brush-off": 2, "sla/vague": 1 } });
    expect(await rules(path)).toEqual({ code: 0, found: [] });
    writeFileSync(join(path, "话术/a.sscript"), `${OLD}客服: 别的我也不清楚。\n客服: 这个不归我管。\n`);
    expect(await rules(path)).toEqual({ code: 1, found: ["5 forbidden/brush-off", "6 forbidden/pass-the-buck"] });
  });

  it("survives lines that move, spaces, and a change beside the words that are marked", async () => {
    const path = folder({ ...QUIET, "a.sscript": OLD });
    await lint(path, "--update-baseline");
    const moved = `# 题目\n\n## 别的\n客服: 您好。\n${OLD.replace("这个我不清楚", "现在这个我不清楚")}`.replaceAll(
      "\n",
      "\r\n",
    );
    writeFileSync(join(path, "a.sscript"), moved);
    expect((await rules(path)).found.filter((one) => !one.includes("flow/"))).toEqual([]);
    writeFileSync(join(path, "a.sscript"), OLD.replace("这个我不清楚", "这个我不知道"));
    expect((await rules(path)).found).toEqual(["2 forbidden/brush-off"]);
  });

  it("is the same whichever folder it is used from", async () => {
    const path = folder({ ...QUIET, "话术/a.sscript": OLD });
    await lint(path, "--update-baseline");
    const { code } = await run(["lint", "--baseline", "../known.json", "a.sscript"], {}, join(path, "话术"));
    expect(code).toBe(0);
  });

  it("is pruned of what is gone and takes nothing new", async () => {
    const path = folder({ ...QUIET, "a.sscript": OLD, "b.sscript": OLD, "c.sscript": OLD });
    await lint(path, "--update-baseline");
    writeFileSync(join(path, "a.sscript"), "## 开场\n客服: 那个我不清楚。\n客服: 这个不归我管。\n");
    rmSync(join(path, "b.sscript"));
    expect((await lint(path)).stderr).toBe("known.json: 清单里有 2 处已经改好了，用 --prune 把它们去掉。\n");
    const { code } = await lint(path, "--prune", "a.sscript");
    expect(code).toBe(1);
    expect(counts(path)).toEqual({
      "a.sscript": { "forbidden/brush-off": 1 },
      "c.sscript": { "forbidden/brush-off": 2, "sla/vague": 1 },
    });
    expect((await lint(path)).stderr).toBe("");
    writeFileSync(join(path, "a.sscript"), "## 开场\n客服: 您好。\n");
    await lint(path, "--prune");
    expect(Object.keys(known(path).files)).toEqual(["c.sscript"]);
  });

  it("keeps what is known of other scripts, and is written the same from the same", async () => {
    const path = folder({ ...QUIET, "b.sscript": OLD, "a.sscript": OLD });
    await lint(path, "--update-baseline");
    const text = readFileSync(join(path, "known.json"), "utf8");
    await lint(path, "--update-baseline", "b.sscript");
    expect(readFileSync(join(path, "known.json"), "utf8")).toBe(text);
    expect(Object.keys(known(path).files)).toEqual(["a.sscript", "b.sscript"]);
  });

  it("is told in SARIF as suppressed from outside", async () => {
    const path = folder({ ...QUIET, "a.sscript": OLD });
    await lint(path, "--update-baseline");
    const { stdout } = await lint(path, "--format", "sarif");
    expect(JSON.parse(stdout).runs[0].results.map(({ suppressions }: never) => suppressions)).toEqual(
      Array.from({ length: 3 }, () => [{ kind: "external", status: "accepted" }]),
    );
  });

  it.each([
    ["is missing", undefined, [], 2],
    ["is no JSON", "{", [], 2],
    ["is of another kind", '{"version":1,"files":[]}', [], 2],
    ["is of a later version", '{"version":2,"files":{}}', ["--update-baseline"], 2],
  ])("that %s fails the run, which reports everything", async (_, text, args, code) => {
    const path = folder({ ...QUIET, "a.sscript": OLD, ...(text !== undefined && { "known.json": text }) });
    const result = await lint(path, ...args);
    expect([result.code, result.stderr]).toEqual([code, expect.stringContaining("known.json: ")]);
    expect(result.stdout).toContain("2 个错误");
    if (text !== undefined) expect(readFileSync(join(path, "known.json"), "utf8")).toBe(text);
  });

  it("is not written while the configuration is broken, or without being named", async () => {
    const path = folder({ "a.sscript": OLD, "service-script.config.yaml": "rule: {}" });
    expect((await lint(path, "--update-baseline")).code).toBe(2);
    expect(() => known(path)).toThrow();
    for (const args of [["--prune"], ["--update-baseline"], ["--baseline=a", "--prune", "--update-baseline"]])
      expect((await run(["lint", ...args], {}, path)).code).toBe(2);
  });
});
