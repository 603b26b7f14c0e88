import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { anchorsOf } from "../docs/headings.ts";
import { RULES } from "../server/rules/index.ts";
import { describePage } from "./support/worked-examples.ts";

for (const language of ["zh", "en"]) {
  describePage(`docs/${language}/first-script.md`, 4, RULES);
  describePage(`docs/${language}/findings.md`, 4, RULES);
}

describe.each(["zh", "en"])("docs/%s", (language) => {
  const page = (name: string) => readFileSync(`docs/${language}/${name}`, "utf8");
  const entry = page("README.md");

  it("is led to from its first page", () => {
    for (const name of readdirSync(`docs/${language}`))
      if (name !== "README.md") expect(entry).toMatch(new RegExp(`\\]\\(${name.replace(".", "\\.")}(#[^)]*)?\\)`));
  });

  it("has the same pages as the other language", () => expect(readdirSync("docs/zh")).toEqual(readdirSync("docs/en")));

  it("leads to headings that are there", () => {
    for (const name of readdirSync(`docs/${language}`))
      for (const [, target, anchor] of page(name).matchAll(/\]\(([\w-]+\.md)#([^)\s]+)[^)]*\)/g))
        expect([...anchorsOf(page(target!)).values()].flat(), `${name}: ${target}#${anchor}`).toContain(anchor);
  });

  it("quotes the code as it is", () => {
    const quotes = [...page("contributing.md").matchAll(/^```ts (\S+)\n([\s\S]*?)^```$/gm)];
    expect(quotes).toHaveLength(2);
    for (const [, path, code] of quotes) expect(readFileSync(path!, "utf8")).toContain(code);
  });
});

// What begins so is explained to those who review scripts.
it.each(["docs/zh/findings.md", "docs/en/findings.md"])("%s explains every group of rules", (page) => {
  const groups = new Set(RULES.map(({ id }) => id.split("/")[0]));
  const text = readFileSync(page, "utf8");
  for (const group of groups) expect(text).toContain(`\`${group}/\``);
});
