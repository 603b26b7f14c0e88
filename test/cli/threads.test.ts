import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../server/cli/reports.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const BRUSH_OFF = "## Opening\nagent: I have no idea.\n";

/** Breaks every thread but the first in a way, when Node.js loads it before the program. */
function breaking(how: string): Record<string, string> {
  const path = join(folder({ "break.cjs": `if (!require("node:worker_threads").isMainThread) ${how}\n` }), "break.cjs");
  return { NODE_OPTIONS: `--require=${path}`, LC_ALL: "en_GB.UTF-8" };
}

describe("service-script lint --threads", () => {
  it("writes the same reports of all samples in all formats, in the same order", async () => {
    const at = folder({});
    cpSync("samples", join(at, "samples"), { recursive: true });
    writeFileSync(join(at, "samples/latin1.sscript"), Uint8Array.of(0x23, 0xe9, 0x0a));
    const reports = async (threads: number, ...options: string[]) => {
      const outputs = Object.keys(FORMATS).flatMap((format) => ["--format", `${format}=${threads}/${format}`]);
      const { code, stderr } = await run(
        ["lint", "samples", ...outputs, "--threads", `${threads}`, ...options],
        {},
        at,
      );
      return {
        code,
        stderr,
        texts: Object.keys(FORMATS).map((format) => readFileSync(join(at, `${threads}`, format), "utf8")),
      };
    };
    const one = await reports(1);
    expect(one.code).toBe(2);
    expect(await reports(3)).toEqual(one);
    expect(await reports(2, "--cache")).toEqual(one);
    expect(await reports(2, "--cache")).toEqual(one);
  }, 120_000);

  it.each(["process.exit(7)", "throw new Error('broken')"])(
    "ends with 3 and a word where a thread breaks: %s",
    async (how) => {
      const at = folder({ "a.sscript": BRUSH_OFF, "b.sscript": BRUSH_OFF });
      const { code, stdout, stderr } = await run(
        ["lint", "--threads", "2", "--format", "json=out.json", "."],
        breaking(how),
        at,
      );
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toMatch(
        /^service-script lint: A thread that judges scripts has ended \(.*\), so there is no result\. Try again with --threads 1\.\n$/,
      );
      expect(() => readFileSync(join(at, "out.json"))).toThrow("ENOENT");
    },
  );

  it.runIf(availableParallelism() > 1)(
    "comes by itself where there are many scripts, not where there are few",
    async () => {
      const many = Array.from({ length: 1000 }, (_, index) => [`${index}.sscript`, `# ${index}\n`]);
      const broken = breaking("process.exit(7)");
      const at = folder(Object.fromEntries(many));
      expect((await run(["lint", "--quiet", "."], broken, at)).code).toBe(3);
      expect((await run(["lint", "--quiet", "--threads", "1", "."], broken, at)).code).toBe(0);
      expect((await run(["lint", "--quiet", "."], broken, folder(Object.fromEntries(many.slice(0, 200))))).code).toBe(
        0,
      );
    },
    60_000,
  );

  it("says what it can be", async () => {
    for (const wrong of ["0", "-1", "two", "1.5", "100"]) {
      const { code, stderr } = await run(["lint", `--threads=${wrong}`]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`--threads 不认得“${wrong}”`)]);
    }
  });
});
