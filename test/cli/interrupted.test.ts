import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { generateScript } from "../bench/scripts.ts";
import { EXECUTABLE, run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const BRUSH_OFF = "## Opening\nagent: I have no idea.\n";
const ENV = { PATH: process.env.PATH, LC_ALL: "en_GB.UTF-8" };

/** The environment in which Node.js runs some lines before the program. */
function before(lines: string): Record<string, string> {
  return {
    ...(ENV as Record<string, string>),
    NODE_OPTIONS: `--require=${join(folder({ "before.cjs": lines }), "before.cjs")}`,
  };
}

/** A folder of `count` long scripts. */
function longScripts(count: number): string {
  const scripts = Array.from({ length: count }, (_, index) => [`scripts/${index}.sscript`, generateScript(110, index)]);
  return folder(Object.fromEntries(scripts));
}

/** A script about which there is more to tell than a pipe holds. */
const LONG = `## Opening\n${"agent I have no idea.\n".repeat(400)}`;

/** Runs a line of bash, in which LINT lints and $JSON asks for a report in a file; a pipe ends as its first part that fails. */
function bash(line: string, cwd: string, env: Readonly<Record<string, string | undefined>> = ENV) {
  const lint = `"${process.execPath}" "${resolve(EXECUTABLE)}" lint`;
  const command = `set -o pipefail; JSON="--format json=out/report.json"; LINT() { ${lint} "$@"; }; ${line}`;
  return spawnSync("bash", ["--norc", "-c", command], { cwd, env, encoding: "utf8", timeout: 60_000 });
}

describe("a reader who stops reading", () => {
  it.each([
    "LINT --format readable $JSON scripts | head -1",
    "LINT --format readable $JSON scripts 2>&1 | head -1",
    "LINT --fix-dry-run $JSON scripts | head -1",
  ])("changes neither the exit code nor other reports: %s", (line) => {
    const at = folder({ "scripts/a.sscript": LONG });
    const { status, stdout, stderr } = bash(line, at);
    expect([status, stderr.includes("    at "), stdout.split("\n").length]).toEqual([1, false, 2]);
    expect(JSON.parse(readFileSync(join(at, "out/report.json"), "utf8"))).toHaveLength(1);
    expect(readdirSync(join(at, "out"))).toEqual(["report.json"]);
  });

  it("of the messages beside the reports is no failure either", () => {
    expect(bash("LINT none 2>&1 >/dev/null | head -0", folder({})).status).toBe(2);
  });

  it.runIf(process.platform === "linux")("is not what a full disk is", () => {
    expect(bash("LINT . >/dev/full", folder({ "a.sscript": BRUSH_OFF })).status).toBe(3);
  });
});

describe("an interrupt", () => {
  it.each([[], ["--threads", "2"], ["--cache"]])("ends a run at once and without a word (%s)", async (...options) => {
    const at = longScripts(80);
    const args = [resolve(EXECUTABLE), "lint", ...options, "--format", "json=out/report.json", "scripts"];
    const child = spawn(process.execPath, args, { cwd: at, env: ENV });
    let told = "";
    child.stdout.on("data", (text) => (told += text));
    child.stderr.on("data", (text) => (told += text));
    await wait(700);
    const start = performance.now();
    child.kill("SIGINT");
    const [code, signal] = await once(child, "close");
    expect([code, signal, told, readdirSync(at).includes("out")]).toEqual([null, "SIGINT", "", false]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it.each(["SIGINT", "SIGTERM"])("that comes while a file is put in place waits for it (%s)", async (signal) => {
    const renaming = `
      const files = require("node:fs/promises");
      const { rename } = files;
      files.rename = async (...paths) => {
        process.kill(process.pid, "${signal}");
        await new Promise((done) => setTimeout(done, 200));
        return rename(...paths);
      };
      require("node:module").syncBuiltinESMExports();`;
    for (const [options, written] of [
      [["--format", "json=out/report.json", "--format", "sarif=out/second.sarif"], ["report.json"]],
      [["--fix"], undefined],
    ] as const) {
      const at = folder({
        "in/a.sscript": "## Opening\nagent I have no idea.\n",
        "in/b.sscript": "## Opening\nagent Hi\n",
      });
      const args = [resolve(EXECUTABLE), "lint", ...options, "in"];
      const result = spawnSync(process.execPath, args, { cwd: at, env: before(renaming), encoding: "utf8" });
      expect([result.status, result.signal, result.stderr]).toEqual([null, signal, ""]);
      expect(readdirSync(join(at, "in"))).toEqual(["a.sscript", "b.sscript"]);
      if (written === undefined) {
        expect(readFileSync(join(at, "in/a.sscript"), "utf8")).toContain("agent: I have");
        expect(readFileSync(join(at, "in/b.sscript"), "utf8")).toContain("agent Hi");
      } else {
        expect(readdirSync(join(at, "out"))).toEqual(written);
        expect(JSON.parse(readFileSync(join(at, "out/report.json"), "utf8"))).toHaveLength(2);
      }
    }
  });
});

describe("progress", () => {
  // So that a short run lasts long enough, the clock runs fast.
  const onTerminal = `
    Object.defineProperty(process.stderr, "isTTY", { value: true });
    const now = performance.now.bind(performance);
    performance.now = () => 50 * now();`;

  it.each(["1", "2"])("is told on a terminal, and taken away before the reports (%s threads)", async (threads) => {
    const at = longScripts(40);
    const { stderr } = await run(["lint", "--threads", threads, "scripts"], before(onTerminal), at);
    const told = [...stderr.matchAll(/\u001b\[2KChecking: (\d+)\/40\r/g)].map(([, done]) => Number(done));
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(stderr).toMatch(/^(?:\u001b\[2KChecking: \d+\/40\r)+\u001b\[2K$/);
  });

  it("is told to nobody in CI, in a file, or of a small run", async () => {
    const at = longScripts(40);
    const ci = { ...before(onTerminal), CI: "true" };
    expect((await run(["lint", "scripts"], ci, at)).stderr).toBe("");
    expect((await run(["lint", "scripts"], ENV as Record<string, string>, at)).stderr).toBe("");
    expect((await run(["lint", "scripts/1.sscript"], before(onTerminal), at)).stderr).toBe("");
  });
});
