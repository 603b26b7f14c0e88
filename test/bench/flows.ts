import { type FlowGraph, flowOf } from "../../server/model/flow.ts";
import { Project } from "../../server/model/project.ts";
import { RULES } from "../../server/rules/index.ts";

/** A script of so many diamonds one below the other, through which 2^n paths lead. */
export function ladder(diamonds: number): string {
  const rungs = Array.from(
    { length: diamonds },
    (_, rung) => `? 问${rung}\n- 左\n  客户(着急): 怎么还没有好?\n- 右\n  客服: 请您稍等。`,
  );
  return `渠道: 电话\n场景: 投诉\n## 甲\n客户(愤怒): 啊\n${rungs.join("\n")}\n-> 结束\n`;
}

/** A script of so many steps that lead to, and run, one another at random. */
export function tangle(steps: number): string {
  const to = (step: number, factor: number) => `步骤${(step * factor + 17) % steps}`;
  const bodies = Array.from(
    { length: steps },
    (_, step) =>
      `## 步骤${step}\n客户(着急): 怎么还没有好?\n=> ${to(step, 31)}\n- 能 -> ${to(step, 7)}\n- 不能 -> ${to(step, 13)}\n- 结束 -> 结束\n`,
  );
  return `渠道: 电话\n场景: 投诉\n${bodies.join("\n")}`;
}

/** How many milliseconds each rule takes on a script of which nothing is known yet but its graph; the slowest first. */
export function slowestRules(text: string): readonly { readonly id: string; readonly time: number }[] {
  const project = new Project();
  const graph: FlowGraph = flowOf(project, project.set("bench:", text));
  const context = { project, document: graph.document, today: "2026-01-01", ruleIds: new Set<string>() };
  return RULES.map((rule) => {
    const start = performance.now();
    rule.check({ ...context, usedSilences: new Set(), report: () => {} });
    return { id: rule.id, time: performance.now() - start };
  }).sort((a, b) => b.time - a.time);
}
