import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { digest } from "../../server/cli/digest.ts";
import { FORMATS } from "../../server/cli/reports.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const BRUSH_OFF = "## Opening\nagent: I have no idea.\n";

/** What a run prints about a folder, with its exit code. */
async function lint(at: string, ...options: string[]) {
  const { code, stdout, stderr } = await run(["lint", "--language", "en", ...options, "."], {}, at);
  return { code, stdout, stderr };
}

/** The same with and without the cache: what the run with it has printed. */
async function same(at: string, ...options: string[]) {
  const plain = await lint(at, ...options);
  const cached = await lint(at, "--cache", ...options);
  expect(cached).toEqual(plain);
  return cached;
}

/** The files of a cache that hold judgements. */
function entries(at: string): string[] {
  return globSync(".service-script-cache/[0-9a-f][0-9a-f]/*", { cwd: at, absolute: true, dot: true }).sort();
}

/** Replaces words in what is kept, so that it shows when it is used; `sealed`: as the program itself would write it. */
function forge(at: string, from: string, to: string, sealed: boolean): void {
  for (const path of entries(at)) {
    const [seal, ...rest] = readFileSync(path, "utf8").split("\n");
    const body = rest.join("\n").replaceAll(from, to);
    writeFileSync(path, `${sealed ? digest(body) : seal}\n${body}`);
  }
}

describe("service-script lint --cache", () => {
  it("writes the same reports of all samples in all formats, at first and from then on", async () => {
    const at = folder({});
    cpSync("samples", join(at, "samples"), { recursive: true });
    const reports = async (name: string, ...options: string[]) => {
      const outputs = Object.keys(FORMATS).flatMap((format) => ["--format", `${format}=${name}/${format}`]);
      const { code, stderr } = await run(["lint", "samples", ...outputs, ...options], {}, at);
      const texts = Object.keys(FORMATS).map((format) => readFileSync(join(at, name, format), "utf8"));
      return { code, stderr, texts };
    };
    const plain = await reports("plain");
    expect(await reports("cold", "--cache")).toEqual(plain);
    const written = entries(at).map((path) => statSync(path).mtimeMs);
    expect(written.length).toBeGreaterThanOrEqual(globSync("samples/**/*.sscript").length);
    expect(await reports("warm", "--cache")).toEqual(plain);
    expect(entries(at).map((path) => statSync(path).mtimeMs)).toEqual(written);
    expect(await reports("english", "--cache", "--language", "en")).toEqual(await reports("other", "--language", "en"));
  });

  it("uses what it has kept, in whatever folder the scripts lie, unless it is damaged", async () => {
    const at = folder({ "a.sscript": BRUSH_OFF });
    await same(at);
    forge(at, "empty-handed", "forged", true);
    expect((await lint(at, "--cache")).stdout).toContain("forged");
    const moved = `${at}-moved`;
    renameSync(at, moved);
    expect((await lint(moved, "--cache")).stdout).toContain("forged");
    forge(moved, "forged", "damaged", false);
    await same(moved);
    for (const path of entries(moved)) writeFileSync(path, "");
    await same(moved);
  });

  it("judges anew what another program, another reading or another place would judge otherwise", async () => {
    const at = folder({ "a.sscript": "# a\n\n## Opening\nAnna: I have no idea.\n" });
    await same(at);
    forge(at, "a", "forged", true);
    await same(at, "--speaker", "Anna=agent");
    await same(at, "--transcript");
    renameSync(join(at, "a.sscript"), join(at, "b.sscript"));
    await same(at);
    cpSync("dist", join(at, "dist"), { recursive: true });
    const other = folder({ "a.sscript": BRUSH_OFF });
    await same(other);
    forge(other, "empty-handed", "forged", true);
    const newer = join(at, "dist/server");
    for (const name of readdirSync(newer).filter((name) => name.startsWith("judged-cache"))) {
      const text = readFileSync(join(newer, name), "utf8");
      const renamed = text.replace(/"[0-9a-f]{16}"/, '"another program."');
      expect(renamed).not.toBe(text);
      writeFileSync(join(newer, name), renamed);
    }
    const { stdout } = await run(
      ["lint", "--cache", "--language", "en", "."],
      {},
      other,
      "",
      join(at, "dist/service-script.js"),
    );
    expect(stdout).not.toContain("forged");
  });

  it("judges anew when the configuration, its lists, imports or the names in use are others", async () => {
    const at = folder({
      "common.sscript":
        "kind: fragments\nphrase thanks: Thank you.\nphrase spare: You are welcome.\n\n## Closing\nagent: {thanks}\n",
      "a.sscript": "import common: ./common.sscript\n\n## Opening\nagent: Hi.\n=> common#Closing\n",
      "b.sscript": BRUSH_OFF,
    });
    const write = (name: string, text: string) => writeFileSync(join(at, name), text);
    const outputs = new Set([(await same(at)).stdout]);
    const changes: [string, string][] = [
      ["service-script.config.yaml", "rules: { forbidden/brush-off: off }\n"],
      ["service-script.config.yaml", "lexicons: [words.csv]\n"],
      ["words.csv", "phrase,instead\nHi,Good morning\n"],
      ["service-script.config.yaml", "rules: { forbidden/brush-off: warning }\n"],
      ["a.sscript", "import common: ./common.sscript\n\n## Opening\nagent: {common#spare}\n=> common#Closing\n"],
      ["common.sscript", "kind: fragments\nphrase thanks: Thank you.\n\n## Ending\nagent: I have no idea. {thanks}\n"],
    ];
    for (const [name, text] of changes) {
      write(name, text);
      outputs.add((await same(at)).stdout);
    }
    // Each change made a difference, so that an old judgement would have shown.
    expect(outputs.size).toBe(changes.length + 1);
    // What was there before comes back, as when somebody changes the branch and back.
    const [, text] = changes.at(-1)!;
    write("common.sscript", "kind: fragments\nphrase thanks: Thank you.\n");
    await same(at);
    const before = entries(at).length;
    write("common.sscript", text);
    await same(at);
    expect(entries(at).length).toBe(before);
    await same(at, "--fix-dry-run");
  });

  it("judges a script anew on another day where a comment of it runs out", async () => {
    const dated = "// ignore forbidden/brush-off until 2030-01-01: the system is new\n";
    const at = folder({ "a.sscript": BRUSH_OFF.replace("agent", `${dated}agent`), "b.sscript": BRUSH_OFF });
    await same(at);
    const days = entries(at).map((path) => JSON.parse(readFileSync(path, "utf8").split("\n")[1]!)[0].basis.day);
    expect(days.sort()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/), null].sort());
    forge(at, `"day":"20`, `"day":"19`, true);
    forge(at, "empty-handed", "forged", true);
    const { stdout } = await lint(at, "--cache");
    expect(stdout.match(/forged/g)).toHaveLength(1);
  });

  it("serves several runs at once", async () => {
    const files = Array.from({ length: 30 }, (_, index) => [
      `${index}.sscript`,
      BRUSH_OFF.replace("Opening", `${index}`),
    ]);
    const at = folder(Object.fromEntries(files));
    const plain = await lint(at);
    for (const one of await Promise.all(Array.from({ length: 4 }, () => lint(at, "--cache"))))
      expect(one).toEqual(plain);
    expect(entries(at)).toHaveLength(30);
  });

  it("throws away what nobody has wanted for a month, and nothing that is not its own", async () => {
    const at = folder({ "a.sscript": BRUSH_OFF, "b.sscript": `${BRUSH_OFF}\n` });
    await lint(at, "--cache");
    const [first, second] = entries(at) as [string, string];
    const stranger = join(first, "../notes.txt");
    writeFileSync(stranger, "");
    const aged = (path: string, days: number) => {
      const time = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
      utimesSync(path, time, time);
    };
    for (const path of [first, second, stranger]) aged(path, 40);
    aged(join(at, ".service-script-cache/pruned"), 2);
    for (const path of [first, second]) expect(Date.now() - statSync(path).mtimeMs).toBeGreaterThan(1e9);
    writeFileSync(join(at, "a.sscript"), "## Opening\nagent: Hello there.\n");
    await lint(at, "--cache");
    const left = entries(at);
    // That of `b` was wanted, that of the old `a` was not; the new one has come.
    expect(left.filter((path) => [first, second].includes(path))).toHaveLength(1);
    expect(left.filter((path) => path !== stranger)).toHaveLength(2);
    expect(existsSync(stranger)).toBe(true);
  });

  it("checks all the same where it cannot write, and says so", async () => {
    const at = folder({ "a.sscript": BRUSH_OFF, taken: "" });
    const plain = await lint(at);
    const { code, stdout, stderr } = await lint(at, "--cache=taken");
    expect([code, stdout]).toEqual([plain.code, plain.stdout]);
    expect(stderr).toMatch(/^taken: The cache cannot be written \(E\w+\); everything was checked all the same\.\n$/);
    expect(await lint(at, "--cache=")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--cache | --cache=FOLDER"),
    });
  });

  it("lies where git leaves it alone", async () => {
    const at = folder({ "a.sscript": BRUSH_OFF });
    await lint(at, "--cache");
    expect(readFileSync(join(at, ".service-script-cache/.gitignore"), "utf8")).toBe("*\n");
    expect(resolve(entries(at)[0]!)).toContain(at);
  });
});
