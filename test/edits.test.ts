import { readFileSync } from "node:fs";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import type { ScriptDocument } from "../server/model/document.ts";
import { eventsOf } from "../server/model/events.ts";
import { flowOf } from "../server/model/flow.ts";
import { Project } from "../server/model/project.ts";
import { RULES } from "../server/rules/index.ts";
import { lint } from "../server/rules/lint.ts";

const samples = globSync("samples/**/*.{sscript,话术}").map((path) => readFileSync(path, "utf8"));
const SHARED = "file:///公共.sscript";
const MAIN = "file:///主.sscript";
const shared = (apology: string) => `类型: 片段\n用语 致歉: ${apology}\n## 登记\n客服: {致歉}\n[记录 情况]\n`;

const line = fc.constantFrom(
  "客户(愤怒): 你们怎么搞的！",
  "客服: 不知道。",
  "客服: {公共#致歉}",
  "客服: 我会在半小时内给您回电。",
  "[回电 两小时内]",
  "[转接 班长]",
  "[挂机 客户]",
  "=> 公共#登记",
  "-> 甲",
  "? 好了吗\n- 好了 -> 结束\n- 没有\n  客服: 请稍等。",
  "## 甲",
  "## 乙",
  "场景: 内部",
  "用语 致歉: 对不起",
  "引用 公共: ./公共.sscript",
  "// 忽略 forbidden/brush-off: 照录",
);
/** A line that comes, at a share of the text, and how many lines go there; or another wording of the shared phrase. */
const edit = fc.oneof(
  { weight: 5, arbitrary: fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(2), line }) },
  { weight: 1, arbitrary: fc.constantFrom("非常抱歉", "您好").map((apology) => ({ apology })) },
);
const scripts = fc.oneof(
  fc.constantFrom(...samples),
  fc
    .array(line, { maxLength: 12 })
    .map((lines) => `# 标题\n渠道: 电话\n场景: 投诉\n引用 公共: ./公共.sscript\n## 甲\n${lines.join("\n")}\n`),
);

/** What is found in a script, as plain data. */
function found(project: Project, document: ScriptDocument): unknown {
  const { findings, crashes } = lint(project, document, { today: "2026-01-01" });
  expect(crashes).toEqual([]);
  // A place may bring its whole node along.
  return JSON.parse(
    JSON.stringify(findings, (key, value) => (key === "span" ? { start: value.start, end: value.end } : value)),
  );
}

describe("a script that is edited", () => {
  it("has the findings that a fresh reading gives, after every edit of it and of what it imports", () => {
    fc.assert(
      fc.property(scripts, fc.array(edit, { maxLength: 6 }), (script, edits) => {
        const project = new Project();
        let [text, common] = [script, shared("非常抱歉")];
        for (const change of [undefined, ...edits]) {
          if (change !== undefined && "apology" in change) common = shared(change.apology);
          else if (change !== undefined) {
            const lines = text.split("\n");
            lines.splice(Math.floor(change.at * lines.length), change.removed, ...change.line.split("\n"));
            text = lines.join("\n");
          }
          const fresh = new Project();
          for (const one of [project, fresh]) {
            one.set(SHARED, common);
            one.set(MAIN, text);
          }
          for (const uri of [MAIN, SHARED])
            expect(found(project, project.get(uri)!), text).toEqual(found(fresh, fresh.get(uri)!));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is asked of a rule again only in the step that changed, if the rule judges step by step", () => {
    const asked: string[] = [];
    const rule = {
      ...RULES.find(({ byStep }) => byStep)!,
      check: ({ document }: { document: ScriptDocument }) => void asked.push(document.text.slice(0, 4)),
    };
    const project = new Project();
    const judge = (text: string) =>
      lint(project, project.set(MAIN, text), { today: "2026-01-01", rules: [rule] }) && asked.splice(0);
    expect(judge("## 一\n客服: 好\n## 二\n客服: 好\n## 三\n客服: 好\n")).toHaveLength(4);
    expect(judge("## 一\n客服: 好\n## 二\n客服: 好的\n## 三\n客服: 好\n").filter((part) => part !== "")).toContain(
      "## 二",
    );
    expect(judge("## 一\n客服: 好\n## 二\n客服: 好的\n## 三\n客服: 好\n").some((part) => part === "## 二")).toBe(false);
  });

  it("tells what happens in a step that moved where it stands now", () => {
    const project = new Project();
    const script = (first: string) => `## 一\n客服: ${first}\n## 二\n客服: 我会在半小时内给您回电。\n`;
    project.set(MAIN, script("好"));
    flowOf(project, project.get(MAIN)!);
    const document = project.set(MAIN, script("好的，请您稍等"));
    const graph = flowOf(project, document);
    const events = graph.nodes.flatMap((node) => eventsOf(graph, node).flat());
    const promise = events.find(({ name }) => name === "promise:call-back")!;
    expect(document.text.slice(promise.span.start, promise.span.end)).toContain("回电");
    const { time } = promise.commitment!;
    expect(document.text.slice(time!.start, time!.end)).toBe("半小时内");
  });
});
