import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutFlow } from "../../server/picture/layout.ts";
import type { CallFlow } from "../../server/protocol.ts";
import { comparedTexts, REPAIR } from "../support/compared-texts.ts";
import { nearScripts } from "../support/near-scripts.ts";

const compared = (before: string, after: string) => comparedTexts(before, after, "zh");

/** What is marked in a picture, as `sign words`; what stands within something new or gone goes with it. */
function marks({ nodes, edges }: CallFlow): string[] {
  const signs = { added: "+", removed: "-", changed: "~" } as const;
  const sign = ({ change }: { change?: keyof typeof signs }) => (change === undefined ? "" : signs[change]);
  const found = nodes.flatMap((node) => {
    if (node.kind === "end") return [];
    const own = sign(node) === "" ? [] : [`${sign(node)} ${node.kind === "card" ? (node.title ?? "body") : node.text}`];
    const rows = node.kind !== "card" || node.change === "added" || node.change === "removed" ? [] : node.rows;
    return [
      ...own,
      ...rows
        .filter((row) => row.change)
        .map((row) => `${sign(row)} ${row.kind === "turn" ? [...row.labels, row.text].join(" ") : row.text}`),
    ];
  });
  const branches = edges.filter(({ change, kind }) => change !== undefined && kind === "branch");
  return [...found, ...branches.map((edge) => `${sign(edge)} - ${edge.label}`)];
}

/** Without its action: what is promised stands in the words alone. */
const SCRIPT = REPAIR.replace(/^\[.*\n/m, "");

describe("the picture of what changed", () => {
  it("marks nothing where only the order is another one", () => {
    const [head, first, second] = SCRIPT.split(/^(?=## )/m) as [string, string, string];
    expect(marks(compared(SCRIPT, SCRIPT))).toEqual([]);
    expect(marks(compared(SCRIPT, `${head}${second}\n${first}`))).toEqual([]);
    const branches = SCRIPT.replace("- 能 -> 登记\n", "").replace("  -> 结束\n", "  -> 结束\n- 能 -> 登记\n");
    expect(marks(compared(SCRIPT, branches))).toEqual([]);
  });

  it("shows former words before those of now, a promise that changed, and an apology that is gone", () => {
    const after = SCRIPT.replace("非常抱歉,给您添麻烦了。", "").replace("半小时", "两小时");
    expect(marks(compared(SCRIPT, after))).toEqual([
      "- 少了致歉 非常抱歉,给您添麻烦了。您先说说当时的情况,好吗?",
      "+ 您先说说当时的情况,好吗?",
      "- 承诺变了 我会在半小时内给您回电,告诉您师傅几点到。您看可以吗?",
      "+ 承诺变了 我会在两小时内给您回电,告诉您师傅几点到。您看可以吗?",
    ]);
  });

  it("puts what is gone where it stood: a line in its card, a branch at its question, a step behind what led to it", () => {
    const line = compared(SCRIPT, SCRIPT.replace("客户: 幸福里三栋。\n", ""));
    expect(
      line.nodes.flatMap((node) =>
        node.kind === "card" && node.title === "登记" ? [node.rows.map((row) => row.change)] : [],
      ),
    ).toEqual([[undefined, "removed", undefined]]);
    const branch = compared(SCRIPT, SCRIPT.replace(/- 不能\n.*\n.*结束\n/, ""));
    expect(marks(branch)).toEqual(["- body", "- - 不能"]);
    expect(branch.edges.find(({ label }) => label === "不能")?.from).toBe("=受理?");
    const step = compared(SCRIPT, SCRIPT.replace(/## 登记[\s\S]*$/, "").replace("-> 登记", "-> 结束"));
    expect(marks(step)).toEqual(["- 登记", "~ - 能", "- - 能"]);
  });

  it("shows what is new with all that belongs to it, and another name with the former one", () => {
    const more = SCRIPT.replace("- 不能\n", "- 要问师傅\n  客服: 我问一下师傅。\n- 不能\n")
      .replace("## 登记", "## 登记地址")
      .replace("-> 登记", "-> 登记地址");
    expect(marks(compared(SCRIPT, more))).toEqual(["+ body", "~ 登记地址", "+ - 要问师傅"]);
    const renamed = compared(SCRIPT, more).nodes.find((node) => node.kind === "card" && node.title === "登记地址");
    expect(renamed?.kind === "card" && renamed.chips).toEqual(["← 登记"]);
  });

  it("is a picture whatever the two versions are: each id once, no line without an end, and everything laid out", () => {
    fc.assert(
      fc.property(nearScripts, nearScripts, (before, after) => {
        const flow = compared(before, after);
        const ids = flow.nodes.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { from, to } of flow.edges) expect(ids).toEqual(expect.arrayContaining([from, to]));
        expect(layoutFlow(flow, { detail: "full" }).nodes.length).toBeGreaterThanOrEqual(0);
        if (before === after) expect(marks(flow)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
