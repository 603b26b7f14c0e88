import { readFileSync, symlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { folder } from "./support/folder.ts";
import { FENCE, playPage, shell } from "./support/page-session.ts";

describe.each(["zh", "en"] as const)("docs/%s/ci.md", (language) => {
  const page = `docs/${language}/ci.md`;

  it("shows what its commands print", async () => {
    expect(await playPage(page, language, "text")).toBeGreaterThan(8);
  }, 60_000);

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
