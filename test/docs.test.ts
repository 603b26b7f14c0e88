import { existsSync, readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { parse } from "../grammar/index.ts";
import { SYNTAX_TEXTS } from "../server/rules/text.ts";

const PAGES = ["docs/zh/language.md", "docs/en/language.md"];

describe.each(PAGES)("%s", (page) => {
  const text = readFileSync(page, "utf8");
  const examples = [...text.matchAll(/^```service-script(?: error ([\w-]+))?\n([\s\S]*?)^```$/gm)].map(
    ([, error, script], index) => ({ error, script: script!, name: `example ${index + 1}, ${script!.split("\n")[0]}` }),
  );

  it.each(examples.filter(({ error }) => error === undefined))("has no error in $name", ({ script }) =>
    expect(parse(script).errors).toEqual([]),
  );

  it.each(examples.filter(({ error }) => error !== undefined))("shows $error in $name", ({ script, error }) =>
    expect(parse(script).errors.map(({ kind }) => kind)).toEqual([error]),
  );

  it("says of every error what it means", () => {
    const shown = new Set(examples.map(({ error }) => error));
    const all = Object.keys(SYNTAX_TEXTS);
    expect(all.filter((kind) => !shown.has(kind))).toEqual([]);
  });

  it("has no fence that looks like an example and is none", () => {
    const fences = text.match(/^```service-script.*$/gm) ?? [];
    expect(fences).toHaveLength(examples.length);
  });
});

it.each(globSync("docs/*/*.md").sort())("%s leads to pages that are there", (page) => {
  for (const [, target] of readFileSync(page, "utf8").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g))
    expect(existsSync(new URL(target!, new URL(`../${page}`, import.meta.url))), target).toBe(true);
});
