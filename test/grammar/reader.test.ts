import { readFileSync } from "node:fs";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { buildAst } from "../../grammar/build-ast.ts";
import { parse, ScriptReader } from "../../grammar/index.ts";
import { readLines } from "../../grammar/read.ts";
import { nearScripts, scriptPiece } from "../support/near-scripts.ts";

const samples = globSync("samples/**/*.{sscript,话术}").map((path) => readFileSync(path, "utf8"));
const scripts = fc.oneof(fc.constantFrom(...samples), nearScripts);

/** Edits as an editor makes them: where, as a share of the text, how much goes, and what comes. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 30 }),
    inserted: fc.oneof(
      fc.array(scriptPiece, { maxLength: 4 }).map((pieces) => pieces.join("")),
      fc.constantFrom("\n## 开场\n", "\n# 标题\n", "\n角色 老王: 同事\n", "老王: 好\n", "\n? 问\n", "\n  ## 深\n"),
    ),
  }),
  { maxLength: 8 },
);

describe("a script that is edited", () => {
  it("is the script that a fresh reading gives, after every edit", () => {
    fc.assert(
      fc.property(scripts, edits, (text, changes) => {
        const reader = new ScriptReader();
        parse(text, reader);
        for (const { at, removed, inserted } of changes) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + inserted + text.slice(start + removed);
          expect(parse(text, reader)).toEqual(parse(text));
        }
      }),
      { numRuns: 600 },
    );
  });

  it("keeps the nodes of the steps before the edit, and those behind it when the length stays the same", () => {
    const reader = new ScriptReader();
    const before = parse("## 一\n客服: 好\n## 二\n客服: 好\n## 三\n客服: 好\n", reader).script.steps;
    const after = parse("## 一\n客服: 好\n## 二\n客服: 行\n## 三\n客服: 好\n", reader).script.steps;
    expect(after.map((step, index) => step === before[index])).toEqual([true, false, true]);
  });
});

describe("a script read step by step", () => {
  it("is the script that one reading of all its lines gives", () => {
    fc.assert(
      fc.property(scripts, (text) => {
        const { lines } = readLines(text);
        const { title, fields, notes, steps } = buildAst(lines, text.length);
        expect(parse(text).script).toMatchObject({ ...(title && { title }), fields, notes, steps });
      }),
      { numRuns: 2000 },
    );
  });
});
