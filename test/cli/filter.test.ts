import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { EXECUTABLE } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const ENV = { PATH: process.env.PATH, LC_ALL: "en_GB.UTF-8" };
const ARGS = ["--max-old-space-size=96", resolve(EXECUTABLE), "filter"];

function filter(input: string, cwd = folder({})) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ARGS, { cwd, input, env: ENV, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { code: status, answers: lines.map((line) => JSON.parse(line)), stderr };
}

const call = (id: number) =>
  JSON.stringify({ id, text: id % 2 ? "agent: I have no idea." : "agent: Good morning, how can I help you?" });

describe("service-script filter", () => {
  it("answers each line in its place, also one that is no call", () => {
    const turns = [
      { speaker: "customer", text: "Hello" },
      { speaker: "agent", text: "I have\nno idea." },
    ];
    const lines = [
      call(1),
      "{",
      '{"id":2}',
      '{"id":3,"turns":[{"text":"x"}]}',
      "[]",
      JSON.stringify({ id: "é", turns }),
    ];
    const { code, answers } = filter(`${lines.join("\r\n")}\n\n`);
    expect([code, answers.map(({ id }) => id)]).toEqual([2, [1, null, 2, 3, null, "é"]]);
    expect(answers.map(({ error }) => error !== undefined)).toEqual([false, true, true, true, true, false]);
    expect(answers[1]).toMatchObject({ line: 2, error: expect.stringMatching(/^JSON: /) });
    const brushOff = { ruleId: "forbidden/brush-off", level: "error", text: "I have no idea" };
    expect(answers[0].findings).toContainEqual(expect.objectContaining({ ...brushOff, line: 1, column: 8 }));
    expect(answers[5].findings).toContainEqual(expect.objectContaining({ ...brushOff, line: 2 }));
  });

  it("ends with 0 whatever is found, and goes by the configuration of the folder", () => {
    const off = folder({ "service-script.config.yaml": "rules: { forbidden/*: off }\n" });
    expect(filter(call(1))).toMatchObject({ code: 0, stderr: "" });
    expect(filter(call(1), off).answers[0].findings).toEqual([]);
    const broken = folder({ "service-script.config.yaml": "rules: { forbidden/nothing: off }\n" });
    expect(filter(call(1), broken)).toMatchObject({ code: 2, answers: [], stderr: expect.stringContaining("broken") });
  });

  it("waits for a slow reader, and keeps the order over many calls in little memory", async () => {
    const child = spawn(process.execPath, ARGS, { env: ENV, cwd: folder({}) });
    const padding = "x".repeat(20_000);
    const count = 3000;
    let written = 0;
    const feed = (async () => {
      for (; written < count; written++) {
        const line = JSON.stringify({ id: { written, padding }, text: "agent: Good morning." });
        if (!child.stdin.write(`${line}\n`)) await once(child.stdin, "drain");
      }
      child.stdin.end();
    })();
    // Nobody reads: sixty megabytes do not fit into the pipes and the buffers of a stream.
    await wait(3000);
    const before = written;
    await wait(1000);
    expect([before > 0, written]).toEqual([true, before]);
    expect(before).toBeLessThan(count);
    let next = 0;
    for await (const line of createInterface({ input: child.stdout })) expect(JSON.parse(line).id.written).toBe(next++);
    await feed;
    expect([next, child.exitCode ?? (await once(child, "close"))[0]]).toEqual([count, 0]);
  }, 60_000);

  it("ends without a word when nobody reads any more", () => {
    const command = `yes '${call(1)}' 2>/dev/null | "${process.execPath}" ${ARGS.join(" ")} | head -1; echo "\${PIPESTATUS[1]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", command], {
      env: { ...ENV, LC_ALL: "C" },
      encoding: "utf8",
      timeout: 30_000,
    });
    expect([stdout.split("\n")[1], stderr]).toEqual(["0", ""]);
  });
});
