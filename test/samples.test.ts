import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { Lines } from "../server/model/lines.ts";
import { Project } from "../server/model/project.ts";
import { lint } from "../server/rules/lint.ts";

// Those in test/scripts are good scripts of many kinds: what is found in them is what a coach would mention, and no more.
const samples = globSync(["samples/**/*.sscript", "test/scripts/**/*.sscript"]).sort();

describe("the samples", () => {
  it("are there in Chinese and in English", () => {
    for (const language of ["zh", "en"])
      expect(samples.filter((path) => path.startsWith(`samples/${language}/`)).length).toBeGreaterThan(0);
  });

  // A sample without a file of findings must have none. UPDATE=1 writes the files anew: read them before you keep them.
  it.each(samples)("%s has the findings on record", (path) => {
    const record = path.replace(/\.sscript$/, ".findings");
    const found = findingsOf(readFileSync(path, "utf8"));
    if (process.env.UPDATE && (found !== "" || existsSync(record))) writeFileSync(record, found);
    expect(found).toBe(existsSync(record) ? readFileSync(record, "utf8") : "");
  });
});

/** A line a finding: where it is, how grave, which rule, what it marks; then its path. */
function findingsOf(text: string): string {
  const project = new Project();
  const document = project.set("sample:", text);
  const lines = new Lines(text);
  const { findings, crashes } = lint(project, document, { today: "2026-01-01" });
  expect(crashes).toEqual([]);
  return findings
    .map(({ span, severity, ruleId, path }) => {
      const { line, column } = lines.at(span.start);
      const points = path.map((point) => `${lines.at(point.span.start).line + 1}`);
      const way = points.length === 0 ? "" : ` (${points.join(" → ")})`;
      return `${line + 1}:${column + 1} ${severity} ${ruleId} ⟦${text.slice(span.start, span.end)}⟧${way}\n`;
    })
    .join("");
}
