import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder } from "./support/folder.ts";
import { type Packed, packed } from "./support/packed.ts";

const MANIFEST = JSON.parse(readFileSync("package.json", "utf8"));
const MEGABYTE = 1_000_000;

/** The modules of dist/server that run when these files do, wherever in them they are imported. */
function reached(entries: readonly string[]): Set<string> {
  const found = new Set(entries);
  for (const name of found)
    for (const [, next] of readFileSync(join("dist", name), "utf8").matchAll(
      /["']\.\/((?:server\/)?[\w.-]+\.mjs)["']/g,
    ))
      found.add(join(name, "..", next!));
  return found;
}

/** What of dist these files need, with some that they read. */
const needed = (entries: readonly string[], more: readonly string[]) =>
  [...reached(entries), ...more].map((name) => join("dist", name)).sort();

describe("the npm package", () => {
  let npm: Packed;
  beforeAll(() => {
    npm = packed();
  });

  it("holds what it runs, and nothing else", () => {
    const about = ["LICENSE", "NOTICE", "README.md", "package.json"];
    const page = ["dist/page/page.css", "dist/page/page.js"];
    const program = needed(["service-script.js", "server/api.mjs"], ["server/api.d.mts", "server/lexicon.txt"]);
    expect(npm.files).toEqual([...about, ...page, ...program].sort());
  });

  it("installs nothing else, and is found by programs and shells", () => {
    const { dependencies, peerDependencies, optionalDependencies, bin, exports } = MANIFEST;
    expect([dependencies, peerDependencies, optionalDependencies]).toEqual([undefined, undefined, undefined]);
    const led = [bin["service-script"], exports["."].types, exports["."].default];
    for (const path of led) expect(npm.files).toContain(path.replace("./", ""));
  });

  it("is small", () => expect(npm.size).toBeLessThan(2.4 * MEGABYTE));
});

describe("the extension's package", () => {
  /** What was packed, unpacked, and what the packaging tool said. */
  let files: string[] = [];
  let content = "";
  let said = "";
  let size = 0;
  beforeAll(() => {
    content = folder({});
    const out = join(content, "extension.vsix");
    const [, command] = MANIFEST.scripts.package.split("&& vsce ");
    const args = command.replace(/--out \S+/, `--out ${out}`).split(" ");
    said = execFileSync(process.execPath, ["node_modules/.bin/vsce", ...args], { encoding: "utf8", stdio: "pipe" });
    size = statSync(out).size;
    execFileSync("unzip", ["-q", out, "-d", content]);
    files = readdirSync(join(content, "extension"), { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(content, "extension", path)).isFile())
      .sort();
  }, 60_000);

  it("is made without a warning", () => expect(said).not.toMatch(/warn|missing|error/i));

  it("holds what it runs, and nothing else", () => {
    const server = needed(["server/lsp.mjs"], ["server/lexicon.txt"]);
    // Parts that several commands share have names that nobody can list beforehand; some of those come along.
    const named = (names: readonly string[]) => names.filter((name) => /^dist\/server\/(?!chunk-)/.test(name));
    expect(named(files)).toEqual(named(server));
    expect(files).toEqual(expect.arrayContaining(server));
    const others = files.filter(
      (file) => !file.startsWith("dist/server/") && !/^samples\/(?:en|zh)\/[^/]+\.sscript$/.test(file),
    );
    const pages = ["begin", "complete", "findings", "flow", "rehearse"].flatMap((name) => [
      `${name}.md`,
      `${name}.nls.zh.md`,
    ]);
    expect(others).toEqual(
      [
        ...["LICENSE.txt", "NOTICE", "changelog.md", "readme.md"],
        ...["package.json", "package.nls.json", "package.nls.zh-cn.json", "package.nls.zh-tw.json"],
        ...["icon.png", "script-dark.svg", "script-light.svg"].map((name) => `client/media/${name}`),
        ...pages.map((name) => `client/media/walkthrough/${name}`),
        ...["configuration", "pack", "standard"].map((name) => `client/schemas/${name}.json`),
        ...["extension.js", "service-script.js", "browser/extension.js", "browser/server.js"].map(
          (name) => `dist/${name}`,
        ),
        ...["page/page", "webview/preview", "webview/rehearsal"].flatMap((name) => [
          `dist/${name}.css`,
          `dist/${name}.js`,
        ]),
        ...["grammar/service-script.tmLanguage.json", "language-configuration.json"],
      ].sort(),
    );
  });

  // The lexicon is in it three times: for the server as a process, as a web worker, and in the page that opens offline.
  it("is small", () => expect(size).toBeLessThan(4.5 * MEGABYTE));

  it("is shown with pictures that need no address, and leads nowhere that is not there", () => {
    for (const name of ["readme.md", "changelog.md"]) {
      const page = readFileSync(join(content, "extension", name), "utf8");
      for (const [, target] of page.matchAll(/\]\(([^)\s]{1,80})/g))
        expect(target).toMatch(/^(?:https:|data:image\/png;base64,)/);
    }
    const page = readFileSync(join(content, "extension/readme.md"), "utf8");
    const pictures = [...page.matchAll(/\]\(data:image\/png;base64,([^)]+)\)/g)].map(([, data]) => data!);
    expect(pictures).toHaveLength(2);
    for (const data of pictures) expect(Buffer.from(data, "base64").subarray(1, 4).toString()).toBe("PNG");
  });

  it("says in a gallery what it is", () => {
    const manifest = readFileSync(join(content, "extension.vsixmanifest"), "utf8");
    for (const name of ["Branding.Color", "Branding.Theme", "<Categories>", "<Tags>", "<Icon>", "<License>"])
      expect(manifest).toContain(name);
    expect(readFileSync(join(content, "extension/client/media/icon.png")).readUInt32BE(16)).toBeGreaterThanOrEqual(128);
  });
});

it("has one version, of which the change log tells, or which is yet to come", () => {
  const versions = [...readFileSync("CHANGELOG.md", "utf8").matchAll(/^## \[([^\]]+)\]/gm)].map(([, name]) => name);
  expect(versions.slice(0, 2)).toEqual(["Unreleased", MANIFEST.version]);
  expect(JSON.parse(readFileSync("package-lock.json", "utf8")).packages[""].version).toBe(MANIFEST.version);
});
