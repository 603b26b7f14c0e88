import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDocument } from "../server/model/document.ts";
import { eventsOf } from "../server/model/events.ts";
import { type FlowGraph, flowOf } from "../server/model/flow.ts";
import { Project } from "../server/model/project.ts";
import { action, anyOf, counterExamples, event, label, type ResponsePattern } from "../server/rules/obligation.ts";

// Labels and actions only, so that the engine is tested and not the lexicon.
const PATTERN: ResponsePattern = {
  when: label("angry"),
  response: action("record"),
  before: anyOf(action("transfer"), event("end")),
};

const LINES = ["客户(愤怒): 啊", "[记录 情况]", "[转接 班长]", "客户(平静): 嗯", "> 说明"];
const STEPS = ["甲", "乙", "丙", "丁"];

const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.constantFrom(...STEPS, "结束").map((target) => `-> ${target}`) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.tuple(fc.option(fc.constantFrom(...LINES)), fc.option(fc.constantFrom(...STEPS, "结束"))), {
        minLength: 1,
        maxLength: 3,
      })
      .map((choices) =>
        choices
          .map(
            ([body, target], index) =>
              `- ${index}${target === null ? "" : ` -> ${target}`}${body === null ? "" : `\n  ${body}`}`,
          )
          .join("\n"),
      ),
  },
);
const script = fc
  .array(fc.array(line, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((steps) => steps.map((lines, index) => `## ${STEPS[index]}\n${lines.join("\n")}\n`).join("\n"));

describe("the response pattern", () => {
  it("finds a counter-example exactly where listing the paths finds one, and a shortest one", () => {
    fc.assert(
      fc.property(script, (text) => {
        const document = readDocument("test:", text);
        const graph = flowOf(new Project(), document);
        const found = counterExamples(graph, document.facts, PATTERN);
        const reported = new Map(found.map(({ trigger, path }) => [trigger.node.id, path.map(({ id }) => id)]));
        for (const node of graph.nodes) {
          if (!has(graph, node.id, "label:angry")) continue;
          const shortest = shortestByListing(graph, node.id);
          const own = reported.get(node.id);
          if (own !== undefined) {
            expect(own.length).toBe(shortest?.length);
            for (const [index, id] of own.entries())
              if (index > 0) expect(graph.nodes[own[index - 1]!]!.next).toContain(id);
          } else if (shortest !== undefined) {
            // It is not reported only because an earlier trigger's path runs through it to its end.
            expect(found.some(({ path }) => path.some(({ id }) => id === node.id))).toBe(true);
          }
        }
      }),
      { numRuns: 4000 },
    );
  });

  it("asks only the first occurrence of a path when told so", () => {
    const text = "## 甲\n客户(愤怒): 一\n客户(愤怒): 二\n[转接 班长]";
    const document = readDocument("test:", text);
    const triggers = counterExamples(flowOf(new Project(), document), document.facts, {
      ...PATTERN,
      firstOnly: true,
    }).map(({ trigger }) => text.slice(trigger.node.span.start, trigger.node.span.end));
    expect(triggers).toEqual(["客户(愤怒): 一"]);
  });

  it("asks again after it was kept, or not, as the pattern says", () => {
    const text = "## 甲\n客户(愤怒): 一\n[记录]\n客户(愤怒): 二\n[转接 班长]";
    const document = readDocument("test:", text);
    const count = (pattern: ResponsePattern) =>
      counterExamples(flowOf(new Project(), document), document.facts, pattern).length;
    expect(count(PATTERN)).toBe(1);
    expect(count({ ...PATTERN, when: () => false, whenNotYet: PATTERN.when })).toBe(0);
  });

  it("walks a ladder with 2^1000 paths", () => {
    const text = `## 甲\n客户(愤怒): 啊\n${Array.from({ length: 1000 }, (_, rung) => `? ${rung}\n- 左\n  客户(平静): 嗯\n- 右\n  客户(平静): 嗯`).join("\n")}\n[转接 班长]`;
    const document = readDocument("test:", text);
    const [example] = counterExamples(flowOf(new Project(), document), document.facts, PATTERN);
    expect(example?.barrier.event.name).toBe("action:transfer");
  });
});

/** The shortest violating path from a trigger, found by walking every path that repeats no node. */
function shortestByListing(graph: FlowGraph, trigger: number): number[] | undefined {
  let best: number[] | undefined;
  const walk = (id: number, path: readonly number[]) => {
    for (const next of graph.nodes[id]!.next) {
      if (path.slice(1).includes(next)) continue;
      const longer = [...path, next];
      if (has(graph, next, "action:record")) continue;
      if (has(graph, next, "action:transfer") || has(graph, next, "end")) {
        if (best === undefined || longer.length < best.length) best = longer;
        continue;
      }
      walk(next, longer);
    }
  };
  walk(trigger, [trigger]);
  return best;
}

function has(graph: FlowGraph, id: number, name: string): boolean {
  return eventsOf(graph, graph.nodes[id]!).some((group) => group.some((candidate) => candidate.name === name));
}
