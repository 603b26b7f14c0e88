import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "../server/model/document.ts";
import { RULES } from "../server/rules/index.ts";
import { workedExamples } from "./support/worked-examples.ts";

const ABOUT_PROMISES: ReadonlySet<string> = new Set(
  ["vague", "over-promise", "exceeds", "missing", "contradiction", "unkept", "out-of-order"].map(
    (name) => `sla/${name}`,
  ),
);

describe.each(["docs/zh/promises.md", "docs/en/promises.md"])("%s", (page) => {
  const examples = workedExamples(
    page,
    RULES.filter(({ id }) => ABOUT_PROMISES.has(id)),
  );

  it("has worked examples", () => expect(examples.length).toBe(5));

  it.each(examples)("shows in “$title” what the linter says", async ({ shown, told }) => {
    expect(await told()).toBe(shown);
  });

  it("has a script above each of them that can be read", () => {
    const scripts = [...readFileSync(page, "utf8").matchAll(/^```service-script\n([\s\S]*?)^```$/gm)];
    for (const [, script] of scripts) expect(readDocument("test:", script!).errors, script).toEqual([]);
  });
});
