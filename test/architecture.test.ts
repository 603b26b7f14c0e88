import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";

/** What knows how patterns are read and found; the lexicon's generator and tests compile them as the product does. */
const PATTERNS = ["pattern-factors", "pattern-index", "pattern-tree"].map((name) => `server/model/${name}.ts`);

/**
 * Which folder may import what: the first entry that a file's path begins with holds for it. A name is a package, a
 * path is a folder or file of ours (what stands in the line's own folder is allowed); `types:` allows type imports only.
 */
const TABLE: readonly { readonly folder: string; readonly may: readonly string[] }[] = [
  { folder: "grammar/object-group-by.ts", may: [] },
  // The generator writes its tables into pages that people wrote, so it has to read them.
  { folder: "grammar/reference.generate.ts", may: ["grammar/"] },
  { folder: "grammar/page-tables.ts", may: ["node:fs"] },
  { folder: "grammar/", may: ["chevrotain"] },
  { folder: "server/protocol.ts", may: [] },
  { folder: "server/main.ts", may: ["node:module", "server/lsp/node.ts", "server/cli/main.ts"] },
  // The generator and the reader of lexicon files run at build time and in tests, and compile patterns as the product does.
  { folder: "server/lexicon/lexicon.generate.ts", may: ["server/lexicon/", ...PATTERNS] },
  { folder: "server/lexicon/read-files.ts", may: ["server/lexicon/", "node:", "yaml", ...PATTERNS] },
  { folder: "server/lexicon/packing.ts", may: ["server/lexicon/", "types:server/model/pattern-index.ts"] },
  { folder: "server/lexicon/", may: [] },
  // Standards are compiled as the product reads those of an organisation.
  { folder: "server/standards/standards.generate.ts", may: ["node:fs", "tinyglobby", "server/config/"] },
  { folder: "server/standards/tables.generate.ts", may: ["grammar/page-tables.ts", "server/config/", "server/model/"] },
  { folder: "server/standards/", may: [] },
  { folder: "server/model/delimited.ts", may: ["csv-parse"] },
  { folder: "server/model/characters.generate.ts", may: ["opencc-js"] },
  // The picture is the same for the editor and the command line, so the model builds it in the protocol's words.
  {
    folder: "server/model/",
    may: ["grammar/index.ts", "server/lexicon/", "server/standards/", "types:server/protocol.ts"],
  },
  { folder: "server/picture/", may: ["types:server/protocol.ts"] },
  {
    folder: "server/config/",
    may: [
      "yaml",
      "valibot",
      "picomatch",
      "server/rules/",
      "server/model/",
      "server/lexicon/",
      "grammar/index.ts",
      "types:server/protocol.ts",
    ],
  },
  {
    folder: "server/export/",
    may: ["server/picture/", "server/model/", "server/rules/", "types:server/protocol.ts"],
  },
  { folder: "server/rules/", may: ["server/model/", "grammar/index.ts", "types:server/protocol.ts"] },
  {
    folder: "server/lsp/disk-files.ts",
    may: ["node:fs/promises", "tinyglobby", "vscode-uri", "server/model/inside.ts", "types:server/lsp/file-source.ts"],
  },
  {
    folder: "server/lsp/",
    may: [
      "vscode-languageserver",
      "vscode-languageserver-textdocument",
      "server/export/",
      "server/config/",
      "server/rules/",
      "server/model/",
      // The everyday sentences of service are offered as they are.
      "server/lexicon/",
      "grammar/index.ts",
      "server/protocol.ts",
      "package.json",
    ],
  },
  // What programs import, on whatever machine: it reads no disk.
  { folder: "server/api/", may: ["server/config/", "server/rules/", "server/model/", "grammar/index.ts"] },
  {
    // The command line speaks to the language server as an editor does: it starts it as a process and imports nothing of it
    // but the words of the protocol, which are the library's and ours.
    folder: "server/cli/server-client.ts",
    may: [
      "node:",
      "vscode-languageserver-protocol",
      "server/cli/",
      "server/model/",
      "server/protocol.ts",
      "types:server/rules/",
      "package.json",
    ],
  },
  {
    folder: "server/cli/",
    may: [
      "node:",
      "chokidar",
      "diff",
      "types:sarif",
      "picocolors",
      "get-east-asian-width",
      "tinyglobby",
      "server/export/",
      "server/config/",
      "server/rules/",
      "server/model/",
      // Keywords tell a script in the right encoding from the same bytes read in another.
      "grammar/index.ts",
      "types:server/protocol.ts",
      "package.json",
    ],
  },
  // What is written about the product is written from it.
  {
    folder: "docs/",
    may: ["node:", "yaml", "tinyglobby", "grammar/page-tables.ts", "server/model/", "server/rules/", "server/export/"],
  },
  {
    folder: "client/preview/webview/",
    may: ["server/picture/", "client/webview/", "types:server/protocol.ts", "types:client/preview/messages.ts"],
  },
  {
    folder: "client/rehearsal/webview/",
    may: ["client/webview/", "types:server/protocol.ts", "types:client/rehearsal/messages.ts"],
  },
  { folder: "client/webview/", may: [] },
  { folder: "client/preview/messages.ts", may: ["types:server/protocol.ts"] },
  { folder: "client/rehearsal/messages.ts", may: ["types:server/protocol.ts"] },
  // The page has no server behind it, so it judges by itself.
  {
    folder: "client/page/",
    may: [
      "grammar/index.ts",
      "server/model/",
      "server/rules/",
      "server/picture/",
      "server/export/page.ts",
      "client/preview/webview/",
      "client/rehearsal/webview/",
      "client/webview/",
      "types:server/protocol.ts",
    ],
  },
  // The generator reads samples as the product does; what it writes is data.
  {
    folder: "client/new-script/templates.generate.ts",
    may: [
      "node:",
      "tinyglobby",
      "client/new-script/template.ts",
      "server/model/document.ts",
      "server/model/imports.ts",
    ],
  },
  { folder: "client/package-texts.generate.ts", may: ["node:fs", "server/model/taiwan.ts"] },
  { folder: "client/", may: ["vscode", "vscode-languageclient", "node:", "server/protocol.ts", "client/"] },
];

const TOP_LEVEL = [
  "client",
  "docs",
  "grammar",
  "samples",
  "server",
  "test",
  "package.json",
  "tsconfig.json",
  "language-configuration.json",
  "Dockerfile",
  "README.md",
  "action.yml",
  "LICENSE",
  "NOTICE",
  "CHANGELOG.md",
  "package-lock.json",
  "package.nls.json",
  "package.nls.zh-cn.json",
  "package.nls.zh-tw.json",
  "biome.json",
  "esbuild.config.mjs",
  "vitest.config.mts",
];

const files = globSync(["{client,docs,grammar,server}/**/*.{ts,mts}"]).sort();

describe("the house", () => {
  it("has these rooms at the top, and no other", () => {
    const built = ["dist", "node_modules"];
    const found = readdirSync(".").filter((name) => !name.startsWith(".") && !built.includes(name));
    expect(found.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });

  it.each(files)("%s imports only what its folder may", (file) => {
    const rule = TABLE.find(({ folder }) => file.startsWith(folder));
    expect(rule, "no line of the table is about this file").toBeDefined();
    expect(
      importsOf(file)
        .filter((found) => !allowed(found, [...rule!.may, rule!.folder]))
        .map(({ line, target }) => `${file}:${line} ${target}`),
    ).toEqual([]);
  });

  it("lets no rule import another", () => {
    const rules = globSync("server/rules/*/*.ts");
    for (const file of rules) expect(importsOf(file).filter(({ target }) => rules.includes(target))).toEqual([]);
  });

  it("says in the README's code map where things are", () => {
    const map = readFileSync("README.md", "utf8");
    const folders = ["grammar/", ...foldersOf("server"), ...foldersOf("client"), "samples/", "test/"];
    for (const folder of folders) expect(map, `the code map lacks ${folder}`).toContain(folder);
    for (const [, path] of map.matchAll(/`((?:grammar|server|client|samples|test|docs)\/[\w./{},*-]*)`/g))
      if (!/[{*]/.test(path!)) expect(existsSync(path!), `the README names ${path}, which is not there`).toBe(true);
  });
});

interface Import {
  readonly line: number;
  /** A package's name, or a path from the top of the project. */
  readonly target: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  const found: Import[] = [];
  for (const { index, groups } of text.matchAll(
    /(?:^(?:import|export)\s+(?<type>type\s)?(?<names>[^"';]*?)\sfrom\s+|^import\s+|\bimport\()"(?<path>[^"]+)"/gm,
  )) {
    const { path = "", type, names = "" } = groups ?? {};
    const target = path.startsWith(".") ? normalize(join(dirname(file), path)) : path;
    const typeOnly =
      type !== undefined ||
      (/^\{/.test(names.trim()) &&
        names
          .replace(/[{}]/g, "")
          .split(",")
          .every((name) => name.trim() === "" || name.trim().startsWith("type ")));
    found.push({ line: text.slice(0, index).split("\n").length, target, typeOnly });
  }
  return found;
}

function allowed({ target, typeOnly }: Import, may: readonly string[]): boolean {
  return may.some((entry) => {
    const wanted = entry.replace(/^types:/, "");
    if (entry !== wanted && !typeOnly) return false;
    return (
      target === wanted ||
      (wanted.endsWith("/") || wanted.endsWith(":") ? target.startsWith(wanted) : target.startsWith(`${wanted}/`))
    );
  });
}

function foldersOf(place: string): string[] {
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${place}/${name}/`);
}
