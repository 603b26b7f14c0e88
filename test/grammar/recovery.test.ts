import { readFileSync } from "node:fs";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { parse, type Statement } from "../../grammar/index.ts";
import { statementsWithin } from "../../server/model/symbols.ts";
import { nearScripts } from "../support/near-scripts.ts";

const SCRIPT = `# 通话断线
渠道: 电话

## 开场
客户(着急): 我的手机一接就断线!
客服(确认): 您的意思是,
  室外也断,对吗?
? 能判断原因吗
- 能 -> 处理
- 不能
  客服: 请您稍等,好吗?
  [等候 2分钟: 查询网络]
  -> 登记

## 处理
客服: 已经重置好了。
-> 结束

## 登记
客服: 我在半小时内给您回电。
[挂机 客户]
`;

describe("any text", () => {
  it("is parsed without an exception, with spans that lie inside it and nest, and one error a line at most", () => {
    fc.assert(
      fc.property(nearScripts, (text) => {
        const { script, errors } = parse(text);
        for (const step of script.steps) {
          expectInside(step, 0, text.length);
          for (const statement of step.body) expectNested(statement, step.start, step.end);
        }
        const lines = errors.map(({ span }) => text.slice(0, span.start).split(/\r\n|\r|\n/).length);
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { numRuns: 3000 },
    );
  });

  it("is survived when it is hostile", () => {
    for (const text of [
      `客服: ${"字".repeat(1_000_000)}`,
      "(".repeat(100_000),
      "- ->".repeat(50_000),
      "\u0000\ud800\ufeff",
      "客服(".repeat(20_000),
    ])
      expect(() => parse(text)).not.toThrow();
    const nested = Array.from({ length: 10_000 }, (_, depth) => `${" ".repeat(depth % 2000)}- ${depth}`).join("\n");
    const indent = (depth: number) => "\t".repeat(depth >> 2) + " ".repeat(depth & 3);
    const deep = Array.from({ length: 10_000 }, (_, depth) => `${indent(depth)}- ${depth}`).join("\n");
    expect(() => parse(nested)).not.toThrow();
    expect([...statementsWithin(parse(`## 开场\n${deep}`).script.steps[0]!.body)]).toHaveLength(10_000);
  });
});

const scriptsToDamage = [
  ["a script with everything in it", SCRIPT] as const,
  ...globSync("samples/**/*.{sscript,话术}").map((path) => [path, readFileSync(path, "utf8")] as const),
];

describe.each(scriptsToDamage)("%s, damaged,", (_, script) => {
  const lines = script.split("\n");

  it("keeps all other lines when any one line goes", () => {
    for (const [number, line] of lines.entries())
      if (line !== "")
        expectKept(
          lines.filter((_, index) => index !== number).join("\n"),
          lines.filter((_, index) => index !== number),
        );
  });

  it("keeps the complete lines before a cut at any offset", () => {
    for (let cut = 0; cut <= script.length; cut++) {
      const text = script.slice(0, cut);
      expectKept(text, text.split("\n").slice(0, -1));
    }
  });

  it("keeps all other lines when any one character goes", () => {
    let start = 0;
    for (const line of lines) {
      const others = lines.filter((other) => other !== line);
      for (let at = 0; at < line.length; at++)
        expectKept(script.slice(0, start + at) + script.slice(start + at + 1), others);
      start += line.length + 1;
    }
  });
});

/** Every step and turn that stands complete in `lines` is in the tree of `text`, with the same words. */
function expectKept(text: string, lines: readonly string[]): void {
  const { script, errors } = parse(text);
  const steps = script.steps.map(({ name }) => (name?.kind === "text" ? name.text : ""));
  const turns = script.steps.flatMap((step) =>
    [...statementsWithin(step.body)].filter((statement) => statement.kind === "turn").map((turn) => turn.text[0]?.text),
  );
  for (const line of lines) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined) expect(steps).toContain(heading);
    const spoken = /^\s*(?:客服|客户|agent|customer)(?: ?\(.*?\))?: (.+)$/.exec(line)?.[1];
    // A turn whose own words stand on the next line too is whole only with it; its first line is compared.
    if (spoken !== undefined) expect(turns).toContain(spoken);
  }
  // The damage is one error; a branch that loses its lines, or lines that lose their branch, may be a second.
  expect(errors.length).toBeLessThanOrEqual(2);
}

function expectNested(statement: Statement, from: number, to: number): void {
  expectInside(statement, from, to);
  if (statement.kind !== "choices") return;
  for (const choice of statement.choices) {
    expectInside(choice, statement.start, statement.end);
    for (const inner of choice.body) expectNested(inner, choice.start, choice.end);
  }
}

function expectInside(
  { start, end }: { readonly start: number; readonly end: number },
  from: number,
  to: number,
): void {
  expect(start).toBeGreaterThanOrEqual(from);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(to);
}
