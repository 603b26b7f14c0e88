import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../server/cli/reports.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

/** What a run tells, with all reports; the same with `--server` and without it. */
async function same(at: string, ...words: string[]) {
  const formats = Object.keys(FORMATS);
  const outcome = async (name: string, ...more: string[]) => {
    const outputs = formats.flatMap((format) => ["--format", `${format}=${name}/${format}`]);
    const { code, stderr } = await run(["lint", ...words, ...outputs, ...more], { LC_ALL: "C" }, at);
    return { code, stderr, texts: formats.map((format) => readFileSync(join(at, name, format), "utf8")) };
  };
  const plain = await outcome("plain");
  expect(await outcome("served", "--server")).toEqual(plain);
  return { ...plain, json: plain.texts[formats.indexOf("json")]! };
}

describe("service-script lint --server", () => {
  it("writes the same reports of all samples in all formats, of the folder and of files by name", async () => {
    const at = folder({});
    cpSync("samples", join(at, "samples"), { recursive: true });
    expect(JSON.parse((await same(at, "samples")).json).length).toBeGreaterThan(10);
    const some = ["samples/zh/断线投诉-改前.sscript", "samples/en/damaged-parcel-before.sscript"];
    expect((await same(at, ...some)).code).toBe(1);
    await same(at, "--shard", "1/2", "--language", "zh-TW", "samples");
    writeFileSync(join(at, "samples/bytes.sscript"), Uint8Array.of(0x23, 0xe9, 0x0a));
    expect((await same(at, "samples")).code).toBe(2);
  }, 120_000);

  it("goes by the configuration and by what scripts may import, as the command line does", async () => {
    const user = "import common: ../outside/common.sscript\n\n## Opening\nagent: I have no idea.\n=> common#Closing\n";
    const at = folder({
      "outside/common.sscript": "kind: fragments\nphrase spare: Bye.\n\n## Closing\nagent: Bye.\n",
      "in/service-script.config.yaml":
        "lexicons: [words.csv]\nignore: [old.sscript]\nrules: { forbidden/brush-off: info }\n",
      "in/words.csv": "phrase,severity\nidea,error\n",
      "in/a.sscript": user,
      "in/old.sscript": user,
      "in/b.sscript": "// ignore-file forbidden/brush-off by Ann: quoted\n## Opening\nagent: I have no idea.\n",
    });
    const { json } = await same(at, "in");
    expect(json).toContain("own/phrase");
    expect(json).not.toContain("import/missing");
    const inside = await same(join(at, "in"), ".");
    expect(inside.json).toContain("import/");
    writeFileSync(join(at, "in/service-script.config.yaml"), "rules: { forbidden/nothing: off }\n");
    expect((await same(at, "in")).code).toBe(2);
  }, 60_000);

  it("judges what comes from standard input", async () => {
    const at = folder({ "draft.sscript": "# other\n" });
    const words = ["lint", "--stdin", "--stdin-filename", "draft.sscript", "--format", "json"];
    const text = "## Opening\nagent: I have no idea.\n";
    const served = await run([...words, "--server"], {}, at, text);
    expect(served).toEqual(await run(words, {}, at, text));
    expect(served.stdout).toContain("forbidden/brush-off");
  });

  it.each(["process.exit(9)", "setTimeout(() => process.exit(9), 300)"])(
    "ends with 3 and a word where the server breaks: %s",
    async (how) => {
      const hook = join(folder({ "break.cjs": `if (process.argv.includes("lsp")) ${how};\n` }), "break.cjs");
      const env = { NODE_OPTIONS: `--require=${hook}`, LC_ALL: "en_GB.UTF-8" };
      const scripts = Array.from({ length: 40 }, (_, index) => [
        `${index}.sscript`,
        "## Opening\nagent: Hi.\n".repeat(200),
      ]);
      const { code, stdout, stderr } = await run(["lint", "--server", "."], env, folder(Object.fromEntries(scripts)));
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toBe(
        "service-script lint: The language server ended before it had judged everything (9), so there is no result.\n",
      );
    },
  );

  it("takes no option that means nothing to the server", async () => {
    for (const option of ["--fix", "--transcript", "--cache", "--threads=2", "--speaker=Ann=agent"]) {
      const { code, stderr } = await run(["lint", "--server", option]);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${option.split("=")[0]} 和 --server 不能一起用。`)]);
    }
  });
});
