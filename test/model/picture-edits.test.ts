import { readFileSync } from "node:fs";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { pictureOf } from "../../server/model/call-flow.ts";
import { stepName } from "../../server/model/document.ts";
import { pictureEdit } from "../../server/model/picture-edits.ts";
import { Project } from "../../server/model/project.ts";
import type { FlowEdit } from "../../server/protocol.ts";
import { applyEdits } from "../../server/rules/apply-edits.ts";
import { unmark } from "../support/marks.ts";

type Edit = Exclude<FlowEdit, { kind: "rename" }>;

const URI = "memory:/main.sscript";

/** The text after an edit of the node at the cursor █, or why there is none; `to` names a step. */
function edited(marked: string, edit: Edit | { readonly kind: "connect"; readonly to: string }): string {
  const { text, cursors } = unmark(marked);
  const project = new Project();
  const document = project.set(URI, text);
  const step = document.script.steps.find((one) => "to" in edit && stepName(one) === edit.to);
  const result = pictureEdit(
    project,
    document,
    cursors[0]!,
    (step ? { ...edit, to: step.heading.start } : edit) as Edit,
  );
  return "edits" in result ? applyEdits(text, result.edits) : result.problem;
}

describe("an edit in the picture", () => {
  it("adds a step behind one from which the call goes on", () => {
    expect(edited("█## 甲\n客服: 您好。\n\n## 乙\n客服: 再见。\n", { kind: "add-step", name: "核对" })).toBe(
      "## 甲\n客服: 您好。\n\n## 核对\n客服: …\n\n## 乙\n客服: 再见。\n",
    );
  });

  it("adds a step in front of where the arrow led, in the text's own line breaks and depth", () => {
    expect(
      edited("  █## A\r\n  agent: Hello.\r\n  // why\r\n  -> B\r\n\r\n  ## B\r\n  agent: Bye.", {
        kind: "add-step",
        name: "Check",
      }),
    ).toBe(
      "  ## A\r\n  agent: Hello.\r\n  -> Check\r\n\r\n  ## Check\r\n  agent: …\r\n  // why\r\n  -> B\r\n\r\n  ## B\r\n  agent: Bye.",
    );
  });

  it("adds a step from a card in a branch behind the whole step", () => {
    expect(
      edited("## 甲\n? 好吗\n- 好\n  █客服: 好。\n- 不好\n  客服: 抱歉。\n", { kind: "add-step", name: "乙" }),
    ).toBe("## 甲\n? 好吗\n- 好\n  客服: 好。\n- 不好\n  客服: 抱歉。\n\n## 乙\n客服: …\n");
  });

  it("connects lines that fall through, that jump, and that a choice leads on", () => {
    const steps = "\n## 乙\n客服: 请讲。\n\n## 丙\n客服: 再见。\n";
    expect(edited(`█## 甲\n客服: 您好。\n${steps}`, { kind: "connect", to: "丙" })).toBe(
      `## 甲\n客服: 您好。\n-> 丙\n${steps}`,
    );
    expect(edited(`█## 甲\n客服: 您好。\n→  乙 \n${steps}`, { kind: "connect", to: "丙" })).toBe(
      `## 甲\n客服: 您好。\n→  丙 \n${steps}`,
    );
    expect(edited(`## 甲\n- 好 -> 乙\n  █客服: 好。\n- 不好\n${steps}`, { kind: "connect", to: "丙" })).toBe(
      `## 甲\n- 好 -> 丙\n  客服: 好。\n- 不好\n${steps}`,
    );
    expect(edited(`## 甲\n- 好\n  █客服: 好。\n- 不好\n${steps}`, { kind: "connect", to: "end" })).toBe(
      `## 甲\n- 好\n  客服: 好。\n  -> 结束\n- 不好\n${steps}`,
    );
  });

  it("adds a branch to a decision, and a decision where there is none", () => {
    expect(edited("## 甲\n█? 好吗\n- 好\n  客服: 好。\n- 不好\n-> 结束\n", { kind: "add-branch", label: "再说" })).toBe(
      "## 甲\n? 好吗\n- 好\n  客服: 好。\n- 不好\n- 再说\n  客服: …\n-> 结束\n",
    );
    const target = { kind: "add-branch", label: "不愿意", to: "end" } as const;
    expect(edited("█## 甲\n客服: 您愿意等吗？\n\n## 乙\n客服: 再见。", target)).toBe(
      "## 甲\n客服: 您愿意等吗？\n- 不愿意 -> 结束\n- 其他\n\n## 乙\n客服: 再见。",
    );
  });

  it.each<[string, string, Edit]>([
    ["taken", "█## 登记\n客服: 好。\n", { kind: "add-step", name: "登記。" }],
    ["reserved", "█## 甲\n客服: 好。\n", { kind: "add-step", name: "結束" }],
    ["empty", "█## 甲\n客服: 好。\n", { kind: "add-step", name: " 。" }],
    ["empty", "█## 甲\n客服: 好。\n", { kind: "add-step", name: "乙\n丙" }],
    ["taken", "## 甲\n█- 好\n- 不好\n", { kind: "add-branch", label: "好" }],
    ["ambiguous", "## 甲\n█- 好\n- 不好\n", { kind: "add-branch", label: "再说 -> 结束" }],
    ["decided", "█## 甲\n客服: 好吗？\n- 好\n- 不好\n", { kind: "connect", to: "end" }],
    ["nothing", "█## 甲\n客服: 好。\n", { kind: "connect", to: 3 }],
    ["damaged", "█## 甲\n客服: 好。\n没有人说\n", { kind: "connect", to: "end" }],
    ["transcript", "█客服: 您好。\n客户: 您好。\n", { kind: "add-step", name: "乙" }],
  ])("is refused where it is %s", (problem, marked, edit) => {
    expect(edited(marked, edit)).toBe(problem);
  });

  it("does not let a new step catch an arrow that leads elsewhere", () => {
    const project = new Project();
    project.set("memory:/公共.sscript", "类型: 片段\n## 收尾\n客服: 再见。\n");
    const document = project.set(URI, "引用 公共: ./公共.sscript\n## 甲\n客服: 好。\n=> 公共#收尾\n");
    const at = document.script.steps[0]!.heading.start;
    expect(pictureEdit(project, document, at, { kind: "add-step", name: "公共#收尾" })).toEqual({
      problem: "ambiguous",
    });
  });

  it("leaves every other byte of a sample as it was, and does in its picture what was asked", () => {
    const samples = globSync("samples/**/*.sscript").map((path) => readFileSync(path, "utf8"));
    let made = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.nat(),
        fc.nat(),
        fc.constantFrom("add-step", "connect", "add-branch"),
        fc.constantFrom("\n", "\r\n"),
        (sample, nth, target, kind, newline) => {
          const text = sample.replaceAll("\n", newline);
          const project = new Project();
          const document = project.set(URI, text);
          const before = pictureOf(document);
          const nodes = before.nodes.filter((node) => node.kind !== "end");
          const node = nodes[nth % nodes.length]!;
          const { steps } = document.script;
          const to = [...steps.map(({ heading }) => heading.start), "end" as const][target % (steps.length + 1)]!;
          const edit: Edit =
            kind === "add-step"
              ? { kind, name: "新的一步" }
              : kind === "connect"
                ? { kind, to }
                : { kind: "add-branch", label: "新的分支", to };
          const result = pictureEdit(project, document, node.span.start, edit);
          if ("problem" in result) {
            // A record has no steps, and a step whose branches all lead away has nothing to connect.
            expect(result.problem).toBe(document.script.transcript ? "transcript" : "decided");
            return;
          }
          made++;
          const [change] = result.edits;
          expect(result.edits).toHaveLength(1);
          // What goes is at most one target, and it goes only where something is connected.
          if (change!.end > change!.start) {
            expect(kind).toBe("connect");
            expect(steps.map(stepName).concat("结束", "end")).toContain(text.slice(change!.start, change!.end));
          } else expect(change!.text).toMatch(newline === "\n" ? /^\n[^\r]*$/ : /^(?:\r\n[^\r\n]*)+$/);
          const after = pictureOf(project.set(URI, applyEdits(text, result.edits)));
          const words = (picture: typeof before) =>
            picture.nodes.flatMap((one) => (one.kind === "card" ? one.rows.map((row) => row.text) : []));
          const isPlaceholder = (text: string) => ["…", "照旧往下走", "goes on as before"].includes(text);
          expect(
            words(after)
              .filter((text) => !isPlaceholder(text))
              .toSorted(),
          ).toEqual(words(before).toSorted());
          const titles = after.nodes.flatMap((one) => (one.kind === "card" ? (one.title ?? []) : []));
          if (kind === "add-step") expect(titles).toContain("新的一步");
          if (kind === "connect") {
            const goal =
              to === "end" ? "end" : after.nodes.find((one) => "title" in one && one.title === titleAt(to))?.id;
            expect(after.edges.some((edge) => edge.from === node.id && edge.to === goal)).toBe(true);
          }
          if (kind === "add-branch") expect(after.edges.map(({ label }) => label)).toContain("新的分支");

          function titleAt(at: number): string {
            return stepName(steps.find(({ heading }) => heading.start === at)!);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(150);
  });
});
