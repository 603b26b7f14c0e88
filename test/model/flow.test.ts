import { describe, expect, it } from "vitest";
import { readDocument, stepName } from "../../server/model/document.ts";
import { flowOf, reachableSteps } from "../../server/model/flow.ts";
import { Project } from "../../server/model/project.ts";

/** The graph as `a > b c` lines; a node is named by its kind and the first words of its line. */
function graph(text: string): string[] {
  const document = readDocument("test:", text);
  const { nodes } = flowOf(new Project(), document);
  const name = (id: number) => {
    const { kind, span } = nodes[id]!;
    return kind === "end" || kind === "join" ? kind : text.slice(span.start, span.end).split(/[\n:]/)[0]!.trim();
  };
  return nodes.map(({ id, next }) => `${name(id)} > ${next.map(name).join(", ")}`);
}

describe("the control-flow graph", () => {
  it("falls through from line to line and from step to step", () =>
    expect(graph("## 甲\n客服一: 好\n\n## 乙\n客服二: 好")).toEqual([
      "## 甲 > 客服一",
      "客服一 > ## 乙",
      "## 乙 > 客服二",
      "客服二 > end",
      "end > ",
    ]));

  it("branches at choices, joins behind them, and follows jumps", () =>
    expect(graph("## 甲\n? 问\n- 一\n  客服: 好\n- 二 -> 乙\n- 三\n客服二: 完\n-> 结束\n## 乙\n-> 甲")).toEqual([
      "## 甲 > ? 问",
      "? 问 > - 一, - 二 -> 乙, - 三",
      "- 一 > 客服",
      "客服 > join",
      "- 二 -> 乙 > ## 乙",
      "- 三 > join",
      "join > 客服二",
      "客服二 > end",
      "## 乙 > ## 甲",
      "end > ",
    ]));

  it("lets a branch with a body jump after it", () =>
    expect(graph("## 甲\n- 一 -> 结束\n  客服: 好\n- 二 -> 无")).toEqual(
      [
        "## 甲 > - 一 -> 结束",
        "- 一 -> 结束 > - 一 -> 结束, - 二 -> 无",
        "- 一 -> 结束 > 客服",
        "客服 > end",
        "- 二 -> 无 > ",
        "end > ",
      ].slice(0, 6),
    ));

  it("knows what nothing leads to: lines behind an arrow, or behind choices that all lead away", () => {
    const cutOff = (text: string) =>
      [...flowOf(new Project(), readDocument("test:", text)).cutOff].map(({ start, end }) => text.slice(start, end));
    expect(cutOff("## 甲\n-> 乙\n> 说明\n客服: 一\n客服: 二\n-> 甲\n-> 乙\n## 乙\n客服: 三")).toEqual([
      "客服: 一",
      "-> 乙",
    ]);
    expect(cutOff("## 甲\n- 一 -> 甲\n- 二\n  -> 没有\n-> 甲")).toEqual(["-> 甲"]);
    expect(cutOff("## 甲\n- 一 -> 甲\n- 二\n-> 甲")).toEqual([]);
    const deep = Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}- ${depth}`).join("\n");
    expect(cutOff(`## 甲\n${deep} -> 甲\n客服: 好`)).toEqual(["客服: 好"]);
  });

  it("survives deep nesting and stays linear in edges", () => {
    const deep = Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}- ${depth}`).join("\n");
    const { nodes } = flowOf(new Project(), readDocument("test:", `## 甲\n${deep}`));
    expect(nodes.length).toBeGreaterThan(6000);
    const ladder = `## 甲\n${"- 一\n- 二\n? 再\n".repeat(1000)}- 完`;
    const edges = flowOf(new Project(), readDocument("test:", ladder)).nodes.reduce(
      (sum, { next }) => sum + next.length,
      0,
    );
    expect(edges).toBeLessThan(10_000);
  });

  it("reaches steps over jumps, choices, detours and fall-through", () => {
    const document = readDocument(
      "test:",
      "## 甲\n=> 丁\n- 一 -> 丙\n- 二 -> 结束\n## 乙\n客服: 好\n## 丙\n-> 结束\n## 丁\n客服: 好",
    );
    expect([...reachableSteps(flowOf(new Project(), document))].map(stepName)).toEqual(["甲", "丙", "丁"]);
  });
});
