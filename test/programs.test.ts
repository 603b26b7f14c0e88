import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folder } from "./support/folder.ts";
import { npmOffline, packed } from "./support/packed.ts";

const PAGES = ["docs/zh/programs.md", "docs/en/programs.md"] as const;

/** The programs that a page shows, each with what it prints according to the page. */
function examplesOf(page: string) {
  const fences = readFileSync(page, "utf8").matchAll(/^```ts (\S+)\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm);
  return [...fences].map(([all, name, program = "", shown = ""]) => {
    return { all, name: `${page.slice("docs/".length, "docs/zh".length)}-${name}`, program, shown };
  });
}

/** The folder of a program that has the packed package installed, and what the compiler says of the programs in it. */
let consumer = "";
let faults = "";
beforeAll(() => {
  consumer = folder({
    "package.json": '{ "type": "module" }',
    ...Object.fromEntries(PAGES.flatMap(examplesOf).map(({ name, program }) => [name, program])),
    "wrong.ts": 'import { lint } from "service-script";\nawait lint("", { language: "de" });\n',
    "old.cts": 'import { lint } from "service-script";\nlint("").then(console.log);\n',
  });
  const options = { cwd: consumer, env: npmOffline(consumer) } as const;
  execFileSync("npm", ["install", "--no-audit", "--no-fund", packed().spec], options);
  faults = compile(readdirSync(consumer).filter((name) => /\.c?ts$/.test(name)));
}, 120_000);

/** Compiles programs as strictly as can be, without any types of Node.js, and returns what is wrong with them. */
function compile(names: readonly string[], resolution: readonly string[] = ["--module", "nodenext"]): string {
  const strict = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"];
  const surroundings = ["--target", "es2023", "--lib", "es2023,dom"];
  const args = [resolve("node_modules/typescript/bin/tsc"), ...strict, ...surroundings, ...resolution, ...names];
  return spawnSync(process.execPath, args, { cwd: consumer, encoding: "utf8" }).stdout;
}

function runs(name: string): string {
  return execFileSync(process.execPath, [name], { cwd: consumer, encoding: "utf8", stdio: "pipe" });
}

it("brings everything with it", () => {
  const installed = readdirSync(join(consumer, "node_modules")).filter((name) => !name.startsWith("."));
  expect(installed).toEqual(["service-script"]);
});

// UPDATE=1 writes what is shown anew: read it before you keep it.
it.each(PAGES)("%s shows what its programs print", (page) => {
  let text = readFileSync(page, "utf8");
  const examples = examplesOf(page);
  expect(examples).toHaveLength(3);
  for (const { all, name, shown } of examples) {
    const printed = runs(name.replace(/\.ts$/, ".js"));
    if (process.env.UPDATE) text = text.replace(all, () => `${all.slice(0, -shown.length - 3)}${printed}\`\`\``);
    else expect(printed).toBe(shown);
  }
  if (process.env.UPDATE) writeFileSync(page, text);
});

describe("the types", () => {
  const REFUSED = /^wrong\.ts\(2,18\): error TS2322: Type '"de"' [^\n]*\n$/;

  it("fit the programs of the pages, and refuse what is no option", () => expect(faults).toMatch(REFUSED));

  it("are found the way bundlers look for them", () => {
    expect(compile(["wrong.ts"], ["--module", "esnext", "--moduleResolution", "bundler"])).toMatch(REFUSED);
  });

  it("describe what a module of the old kind gets as well", () => expect(runs("old.cjs")).toBe("[]\n"));
});
