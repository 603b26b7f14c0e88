import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { actsOf } from "../server/model/acts.ts";
import { answerOf } from "../server/model/answers.ts";
import type { ScriptDocument } from "../server/model/document.ts";
import { Lines } from "../server/model/lines.ts";
import { Project } from "../server/model/project.ts";
import { choicesOf, turnsOf } from "../server/model/symbols.ts";
import { UseIndex } from "../server/model/uses.ts";
import { lint } from "../server/rules/lint.ts";

const samples = globSync("samples/**/*.sscript").sort();
/** Good scripts of many kinds, in many people's words: what is found in them is what a coach would mention, and no more. */
const scripts = globSync("test/scripts/**/*.sscript").sort();
const uses = new UseIndex();
const project = new Project({}, uses);
const documents = new Map<string, ScriptDocument>();
for (const path of samples) project.set(pathToFileURL(path).href, readFileSync(path, "utf8"));
for (const path of samples) {
  const document = project.get(pathToFileURL(path).href)!;
  documents.set(path, document);
  uses.add(document);
}

/** Scripts to adopt; those that have findings on record are there to learn from. */
const good = samples.filter((path) => !existsSync(recordOf(path)));

describe("the samples", () => {
  it("are there in Chinese and in English", () => {
    for (const language of ["zh", "en"])
      expect(samples.filter((path) => path.startsWith(`samples/${language}/`)).length).toBeGreaterThan(5);
  });

  // A sample without a file of findings must have none. UPDATE=1 writes those that are there anew: read them first.
  it.each(samples)("%s has the findings on record", (path) => {
    const record = recordOf(path);
    const found = findingsOf(documents.get(path)!);
    if (process.env.UPDATE && existsSync(record)) writeFileSync(record, found);
    expect(found).toBe(existsSync(record) ? readFileSync(record, "utf8") : "");
  });

  it.each(good)("%s has a branch on which the customer says no", (path) => {
    const refusals = choicesOf(documents.get(path)!).filter((branch) => {
      const [first] = branch.body.filter((statement) => statement.kind === "turn");
      if (first?.role !== "customer") return false;
      const says = first.text.map(({ text }) => text).join("");
      return (
        first.labels.some(({ customer }) => customer === "refuse") ||
        actsOf(first.text, "customer").some(({ act }) => act === "decline") ||
        (answerOf(branch) === "no" && /不|没|别|\b(?:no|not|never)\b|n't\b/i.test(says))
      );
    });
    expect(refusals).not.toEqual([]);
  });

  it("say no sentence twice, whoever says it; what several need is in the file that they share", () => {
    const places = new Map<string, string>();
    for (const path of good)
      for (const turn of turnsOf(documents.get(path)!)) {
        const words = turn.text.map(({ text }) => text).join("");
        for (const [sentence] of words.matchAll(/[^。！？!?.]+[。！？!?.]/g)) {
          if (isEverybodys(sentence.trim(), turn.role)) continue;
          const place = `${path}:${new Lines(documents.get(path)!.text).at(turn.start).line + 1}`;
          expect(places.get(sentence.trim()), `“${sentence.trim()}” stands in ${place} too`).toBeUndefined();
          places.set(sentence.trim(), place);
        }
      }
  });
});

/** A few words of courtesy, and a customer's short answers, are everybody's. */
function isEverybodys(sentence: string, role: string | undefined): boolean {
  return (
    sentence.length <= 6 || (role !== "agent" && sentence.split(" ").length <= 3 && /^[\x20-\u2019]+$/.test(sentence))
  );
}

describe("good scripts", () => {
  // UPDATE=1 writes their records anew: read them first, and mend the lexicon or the rule where a coach would disagree.
  it.each(scripts)("%s has the findings on record, if any", (path) => {
    const record = recordOf(path);
    const found = findingsOf(project.set(pathToFileURL(path).href, readFileSync(path, "utf8")));
    if (process.env.UPDATE && (found !== "" || existsSync(record))) writeFileSync(record, found);
    expect(found).toBe(existsSync(record) ? readFileSync(record, "utf8") : "");
  });
});

function recordOf(path: string): string {
  return path.replace(/\.sscript$/, ".findings");
}

/** A line a finding: where it is, how grave, which rule, what it marks; then its path. */
function findingsOf(document: ScriptDocument): string {
  const { text } = document;
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
