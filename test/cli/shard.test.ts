import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../server/cli/reports.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

/** All reports of a command, each to a file of a folder, with its exit code and messages. */
async function reports(
  at: string,
  name: string,
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const formats = Object.keys(FORMATS);
  const outputs = formats.flatMap((format) => ["--format", `${format}=${name}/${format}`]);
  const { code, stderr } = await run([...command, ...outputs], env, at);
  return { code, stderr, texts: formats.map((format) => readFileSync(join(at, name, format), "utf8")) };
}

async function parts(
  at: string,
  count: number,
  options: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const files = Array.from({ length: count }, (_, at) => `part-${at + 1}-${count}.json`);
  const results = await Promise.all(
    files.map((file, index) =>
      run(["lint", "--shard", `${index + 1}/${count}`, "--format", `run=${file}`, ...options], env, at),
    ),
  );
  return { files, results };
}

describe("service-script merge", () => {
  it.each([
    ["C", [] as string[]],
    ["en_GB.UTF-8", ["--language", "zh-TW"]],
  ])(
    "makes of parts, in whatever order, what one run would write, in all formats (%s)",
    async (locale, reader) => {
      const at = folder({});
      cpSync("samples", join(at, "samples"), { recursive: true });
      writeFileSync(join(at, "samples/zh/bytes.sscript"), Uint8Array.of(0x23, 0xe9, 0x0a));
      writeFileSync(join(at, "samples/service-script.config.yaml"), "rules: { forbidden/nothing: off }\n");
      const env = { LC_ALL: locale };
      const whole = await reports(at, "whole", ["lint", ...reader, "samples", "samples/none.sscript"], env);
      const { files } = await parts(at, 3, ["samples", "samples/none.sscript"], { LC_ALL: "C" });
      const merged = await reports(at, "merged", ["merge", ...reader, ...files.toReversed()], env);
      expect(merged).toEqual(whole);
      expect(whole.code).toBe(2);
    },
    120_000,
  );

  it("knows in each part what scripts of other parts use, and ends as told", async () => {
    const common = "kind: fragments\nphrase thanks: Thank you.\nphrase spare: Bye.\n\n## Closing\nagent: {thanks}\n";
    const user = (name: string) =>
      `# ${name}\nimport common: ./common.sscript\n\n## Opening\nagent: I have no idea.\n=> common#Closing\n`;
    const users = Array.from({ length: 6 }, (_, index) => [`scripts/${index}.sscript`, user(`${index}`)]);
    const at = folder({ "scripts/common.sscript": common, ...Object.fromEntries(users) });
    const whole = await run(["lint", "scripts"], {}, at);
    const { files, results } = await parts(at, 4, ["scripts"]);
    expect(results.map(({ stderr }) => stderr).join("")).toBe("");
    const merged = await run(["merge", ...files], {}, at);
    expect(merged).toEqual(whole);
    expect(whole.stdout).toContain("phrase/unused-name");
    // No part has more than its own, and all have something to do where there are enough.
    const counts = files.map((file) => JSON.parse(readFileSync(join(at, file), "utf8")).run.files.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(7);
    expect(Math.max(...counts)).toBeLessThan(7);
    for (const options of [["--exit-zero"], ["--fail-level", "info"], ["--max-warnings", "0", "--quiet"]])
      expect(await run(["merge", ...options, ...files], {}, at)).toEqual(
        await run(["lint", ...options, "scripts"], {}, at),
      );
    const listed = ["--baseline", "known.json", "--update-baseline"];
    expect((await run(["merge", ...listed, ...files], {}, at)).code).toBe(0);
    expect((await run(["lint", "--baseline", "known.json", "scripts"], {}, at)).code).toBe(0);
  });

  it("keeps a script in its part when others come and go", async () => {
    const names = Array.from({ length: 12 }, (_, index) => `${index}.sscript`);
    const at = folder(Object.fromEntries(names.map((name) => [`scripts/${name}`, `# ${name}\n`])));
    const split = async () => {
      const { files } = await parts(at, 2, ["scripts"]);
      return files.map((file) => {
        const { run: part } = JSON.parse(readFileSync(join(at, file), "utf8"));
        return part.files.map(({ path }: { path: string }) => path);
      });
    };
    const before = await split();
    renameSync(join(at, "scripts/0.sscript"), join(at, "zero.sscript"));
    expect(await split()).toEqual(before.map((paths) => paths.filter((path: string) => !path.endsWith("/0.sscript"))));
  });

  it("says clearly what is no part of the run", async () => {
    const at = folder({
      "scripts/a.sscript": "# a\n",
      "scripts/b.sscript": "# b\n",
      "eslint.json": "[]",
      "cut.json": '{"ki',
    });
    const english = { LC_ALL: "en_GB.UTF-8" };
    const [first, second, third] = (await parts(at, 3, ["scripts"])).files as [string, string, string];
    const [half] = (await parts(at, 2, ["scripts"])).files as [string];
    const older = readFileSync(join(at, second), "utf8").replace(/"program":"[^"]*"/, '"program":"older"');
    writeFileSync(join(at, "older.json"), older);
    const merged = async (...files: string[]) => {
      const { code, stdout, stderr } = await run(["merge", ...files], english, at);
      expect([code, stdout]).toEqual([2, ""]);
      return stderr;
    };
    const noReport = "This is no report as service-script lint --format run=FILE writes it, or it is not whole.\n";
    expect(await merged("eslint.json", "cut.json")).toBe(`eslint.json: ${noReport}cut.json: ${noReport}`);
    expect(await merged("none.json")).toBe("none.json: There is no such report.\n");
    expect(await merged(first, "older.json")).toContain("older.json: Another version of service-script");
    expect(await merged(first)).toBe("service-script merge: Parts 2/3, 3/3 of the run are missing.\n");
    expect(await merged(first, third)).toBe("service-script merge: Part 2/3 of the run is missing.\n");
    cpSync(join(at, second), join(at, "copy.json"));
    expect(await merged(first, second, "copy.json", third)).toBe(
      `copy.json: Part 2/3 is there twice, in ${second} too.\n`,
    );
    expect(await merged(first, half)).toContain(`${half}: It is no part of the same run as ${first}`);
    renameSync(join(at, first), join(at, "earlier.json"));
    writeFileSync(join(at, "scripts/c.sscript"), "# c\n");
    await parts(at, 3, ["scripts", "--cache"]);
    expect(await merged("earlier.json", second, third)).toContain("It is no part of the same run as earlier.json");
    expect(await merged()).toContain("merge PARTS…");
  });

  it("takes no part that there cannot be, nor what needs all parts", async () => {
    const shard = async (...options: string[]) => {
      const { code, stderr } = await run(["lint", ...options]);
      expect(code).toBe(2);
      return stderr;
    };
    for (const wrong of ["0/3", "4/3", "1", "a/b", "1/0", "1/3/5"])
      expect(await shard("--shard", wrong)).toContain("1/3 | 2/3…");
    expect(await shard("--shard", "1/2", "--fix")).toMatch(/--fix .* --shard/);
    expect(await shard("--shard", "1/2", "--baseline", "x", "--prune")).toMatch(/--prune .* --shard/);
    expect(await shard("--shard", "1/2", "--stdin", "--stdin-filename", "a.sscript")).toMatch(/--stdin .* --shard/);
  });
});
