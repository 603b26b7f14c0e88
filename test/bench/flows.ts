import { flowOf } from "../../server/model/flow.ts";
import { Project } from "../../server/model/project.ts";
import { RULES } from "../../server/rules/index.ts";
import { generator } from "./random.ts";
import { busySince, sampleOf, takeTurns } from "./rounds.ts";
import type { Section } from "./section.ts";
import { figure, ratio, spread, table } from "./table.ts";

const ROUNDS = 5;

/** What each rule takes on calls with very many paths. */
export const flows: Section = {
  name: "flow",
  title: "Every path of a call",
  async run() {
    const calls: readonly (readonly [string, string])[] = [
      ["ladder of 1,000 diamonds", ladder(1_000)],
      ["ladder of 2,000 diamonds", ladder(2_000)],
      ["500 steps that lead anywhere", tangle(500)],
      ["1,000 steps that lead anywhere", tangle(1_000)],
    ];
    const rounds = await takeTurns(
      calls.map(([name, text]) => ({ name, run: () => rulesOn(text) })),
      ROUNDS + 1,
    );
    const judged = new Map([...rounds].map(([name, runs]) => [name, byRule(runs.slice(1))]));
    const sum = (name: string) => [...judged.get(name)!.values()].reduce((total, { median }) => total + median, 0);
    const rows = calls.map(([name]) => {
      const [[id, slowest] = ["", sampleOf([0])], [next] = [""]] = [...judged.get(name)!].sort(
        ([, a], [, b]) => b.median - a.median,
      );
      return [name, figure(sum(name)), spread(slowest), `\`${id}\`, then \`${next}\``];
    });
    const growth = (from: string, to: string) => ratio(sum(to), sum(from));
    return [
      table(["", "all rules, processors, ms", "slowest rule, processors, ms", "which"], rows),
      "",
      `Through a ladder of n diamonds lead 2^n paths. Twice the diamonds: ${growth(calls[0]![0], calls[1]![0])}; twice the steps that lead anywhere: ${growth(calls[2]![0], calls[3]![0])}.`,
      "What a rule works out and others use too counts for the first one that asks.",
    ].join("\n");
  },
};

/** A script of so many diamonds one below the other, through which 2^n paths lead. */
function ladder(diamonds: number): string {
  const rungs = Array.from(
    { length: diamonds },
    (_, rung) => `? 问${rung}\n- 左\n  客户(着急): 怎么还没有好?\n- 右\n  客服: 请您稍等。`,
  );
  return `渠道: 电话\n场景: 投诉\n## 甲\n客户(愤怒): 啊\n${rungs.join("\n")}\n-> 结束\n`;
}

/** A script of so many steps that lead to, and run, one another at random. */
function tangle(steps: number): string {
  const random = generator(steps);
  const any = () => `步骤${Math.floor(random() * steps)}`;
  const bodies = Array.from(
    { length: steps },
    (_, step) =>
      `## 步骤${step}\n客户(着急): 怎么还没有好?\n=> ${any()}\n- 能 -> ${any()}\n- 不能 -> ${any()}\n- 结束 -> 结束\n`,
  );
  return `渠道: 电话\n场景: 投诉\n${bodies.join("\n")}`;
}

/** How many milliseconds of the processors each rule takes on a script of which nothing is known yet but its graph, by its id. */
function rulesOn(text: string): ReadonlyMap<string, number> {
  const project = new Project();
  const { document } = flowOf(project, project.set("bench:", text));
  const context = { project, document, today: "2026-01-01", ruleIds: new Set<string>() };
  return new Map(
    RULES.map((rule) => {
      const before = process.cpuUsage();
      rule.check({ ...context, usedSilences: new Set(), report: () => {} });
      return [rule.id, busySince(before)];
    }),
  );
}

function byRule(runs: readonly ReadonlyMap<string, number>[]) {
  return new Map(RULES.map(({ id }) => [id, sampleOf(runs.map((run) => run.get(id)!))]));
}
