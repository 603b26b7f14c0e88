import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EXECUTABLE } from "./support/executable.ts";
import { folder } from "./support/folder.ts";

const FENCE = /^```(\w[\w-]*)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/** Runs shell lines as a reader would, who has `service-script` at hand; returns all that is printed. */
function shell(cwd: string, lines: string, language: "zh" | "en", env: Record<string, string> = {}): Promise<string> {
  const locale = language === "zh" ? "zh_CN.UTF-8" : "en_GB.UTF-8";
  const bin = join(cwd, ".bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "service-script"), `#!/bin/sh\nexec "${process.execPath}" "${resolve(EXECUTABLE)}" "$@"\n`);
  chmodSync(join(bin, "service-script"), 0o755);
  const path = `${bin}:${dirname(process.execPath)}:${process.env.PATH}`;
  return new Promise((done) =>
    execFile(
      "bash",
      ["-c", `exec 2>&1\n${lines}`],
      { cwd, env: { PATH: path, NO_COLOR: "1", LC_ALL: locale, GIT_CEILING_DIRECTORIES: dirname(cwd), ...env } },
      (_, stdout) => done(stdout),
    ),
  );
}

describe.each(["zh", "en"] as const)("docs/%s/ci.md", (language) => {
  const page = `docs/${language}/ci.md`;

  // The page is read like a session: files are written, commands run, what they print is shown behind them. UPDATE=1
  // writes what is shown anew: read it before you keep it.
  it("shows what its commands print", async () => {
    const text = readFileSync(page, "utf8");
    const at = folder({ ".gitignore": ".bin\n" });
    const shown: string[] = [];
    let updated = "";
    let from = 0;
    let printed = "";
    for (const { index, 0: fence, 1: kind, 2: name, 3: body = "" } of text.matchAll(FENCE)) {
      if (kind === "sh") printed += await shell(at, body, language);
      else if (kind === "text") {
        updated += `${text.slice(from, index)}\`\`\`text\n${printed}\`\`\``;
        from = index + fence.length;
        shown.push(body);
        if (!process.env.UPDATE) expect(printed).toBe(body);
        printed = "";
      } else if (name !== undefined) {
        mkdirSync(dirname(join(at, name)), { recursive: true });
        writeFileSync(join(at, name), body);
      }
    }
    expect([shown.length > 8, printed]).toEqual([true, ""]);
    if (process.env.UPDATE) writeFileSync(page, updated + text.slice(from));
  }, 180_000);

  it("has CI files whose line about scripts runs", async () => {
    const fences = [...readFileSync(page, "utf8").matchAll(FENCE)];
    const [, scriptName, script] = fences.find(([, kind]) => kind === "service-script")!.slice(1);
    const lines = fences
      .filter(([, , name]) => name?.endsWith(".yml"))
      .flatMap(([, , , yaml]) => {
        const { jobs, lint } = parse(yaml!);
        return (lint?.script ?? jobs.lint.steps.map(({ run }: { run?: string }) => run)) as (string | undefined)[];
      })
      .filter((line) => line?.includes("service-script.js"));
    expect(lines).toHaveLength(2);
    const at = folder({ [scriptName!]: script!, ".service-script/package.json": "{}" });
    symlinkSync(resolve("dist"), join(at, ".service-script/dist"));
    for (const line of lines) {
      const printed = await shell(at, `${line}; echo "code $?"`, language, {
        GITHUB_STEP_SUMMARY: join(at, "summary.md"),
      });
      expect(printed).toMatch(/code 1\n$/);
    }
    for (const name of ["summary.md", "quality.json", "junit.xml"]) readFileSync(join(at, name));
  });

  it("leads to pages that are there, and names every format and option of lint", () => {
    const text = readFileSync(page, "utf8");
    for (const [, target] of text.matchAll(/\]\(([^)#:]+)\)/g)) readFileSync(join(dirname(page), target!));
    const help = readFileSync("server/cli/help.ts", "utf8");
    for (const option of ["--fail-level", "--max-warnings", "--quiet", "--fix", "--baseline", "--prune", "--changed"]) {
      expect(text).toContain(option);
      expect(help.split(`${option}`).length, option).toBeGreaterThan(2);
    }
  });
});
