import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { Project } from "../server/model/project.ts";
import type { Rehearsal, RehearsalMove } from "../server/protocol.ts";
import { rehearse } from "../server/rules/rehearse.ts";

const SCRIPT = `# 报修
渠道: 电话
场景: 投诉
变量 姓氏: 客户的姓
用语 致歉: 非常抱歉,给您添麻烦了。

## 开场
客户(愤怒): 冰箱又坏了,你们到底管不管!
客服: {致歉}您的意思是冰箱又不制冷了,对吗?
客户: 对。
? 客户愿意等吗
- 愿意
  客服: 我这就安排师傅,两小时内给您回电。
  [回电 两小时内]
- 不愿意(拒绝)
  客户: 我没空等。
  客服: 很抱歉耽误您了,{姓氏}先生。
-> 收尾

## 收尾
客服: 感谢您的来电,再见。
客户: 再见。
`;

function play(text: string, moves: readonly RehearsalMove[], step?: string): Rehearsal {
  const project = new Project();
  const document = project.set("memory:/main.sscript", text);
  return rehearse(project, document, { moves, step, language: "zh", today: "2026-01-01" });
}

const SCRIPTED: RehearsalMove = { say: null };

describe("a rehearsal", () => {
  it("lets the customer speak and waits for the agent", () => {
    const { entries, next, score } = play(SCRIPT, []);
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([["customer", "冰箱又坏了,你们到底管不管!"]]);
    expect(next).toEqual({
      kind: "say",
      speaker: "客服",
      scripted: "非常抱歉,给您添麻烦了。您的意思是冰箱又不制冷了,对吗?",
    });
    expect(score).toBeUndefined();
  });

  it("asks which branch is taken, and lets the branch's label say how the customer's words are meant", () => {
    expect(play(SCRIPT, [SCRIPTED]).next).toEqual({
      kind: "choose",
      question: "客户愿意等吗",
      options: ["愿意", "不愿意"],
    });
    const { entries } = play(SCRIPT, [SCRIPTED, { choose: 1 }]);
    expect(entries.at(-1)).toMatchObject({ kind: "customer", text: "我没空等。", labels: ["拒绝"] });
  });

  it("judges what the trainee says at once, and what is missing before it", () => {
    const { entries } = play(SCRIPT, [{ say: "这个我不清楚,您打售后吧。" }]);
    const said = entries.find(({ kind }) => kind === "agent")!;
    expect(said).toMatchObject({ text: "这个我不清楚,您打售后吧。", scripted: expect.stringContaining("非常抱歉") });
    expect(said.findings.map(({ ruleId }) => ruleId)).toContain("forbidden/brush-off");
    const asked = play(SCRIPT, [{ say: "请问您的订单号是多少?" }]).entries.find(({ kind }) => kind === "agent")!;
    expect(asked.findings.map(({ ruleId }) => ruleId)).toContain("missing/apology");
  });

  it("does not ask for a farewell while the call goes on", () => {
    const rules = (moves: readonly RehearsalMove[]) =>
      play(SCRIPT, moves).entries.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId));
    expect(rules([SCRIPTED]).filter((id) => id === "missing/thanks" || id === "missing/farewell")).toEqual([]);
    const last: RehearsalMove[] = [SCRIPTED, { choose: 0 }, SCRIPTED, { say: "好。" }];
    expect(rules(last.slice(0, -1)).filter((id) => id === "missing/answer-to-goodbye")).toEqual([]);
    const { entries } = play(SCRIPT, last);
    expect(entries.at(-1)!.findings.map(({ ruleId }) => ruleId)).not.toEqual([]);
  });

  it("ends with a score and a record that is read as a call", () => {
    const moves = [SCRIPTED, { choose: 0 }, SCRIPTED, SCRIPTED];
    const { next, score, transcript, promises, seconds } = play(SCRIPT, moves);
    expect(next).toEqual({ kind: "end" });
    expect(score).toBeGreaterThan(60);
    expect(promises.filter(({ time }) => time !== undefined)).toMatchObject([{ time: "两小时内", entry: 4 }]);
    expect(seconds).toBeGreaterThan(10);
    const document = new Project().set("memory:/record.sscript", transcript);
    expect(document.script.transcript).toBe(true);
    expect(document.errors).toEqual([]);
    expect(play(SCRIPT, [{ say: "凭什么赔你?" }, { choose: 0 }, SCRIPTED, SCRIPTED]).score).toBeLessThan(score!);
  });

  it("begins at any step, and goes back by taking moves back", () => {
    expect(play(SCRIPT, [], "收尾").next).toMatchObject({ kind: "say", scripted: "感谢您的来电,再见。" });
    const { entries } = play(SCRIPT, [SCRIPTED, { choose: 1 }, SCRIPTED]);
    const branch = entries.find(({ kind }) => kind === "branch")!;
    expect(play(SCRIPT, [SCRIPTED, { choose: 1 }, SCRIPTED].slice(0, branch.moves)).next.kind).toBe("choose");
  });

  it("runs what is borrowed and comes back, also from other files", () => {
    const project = new Project();
    project.set("memory:/shared.sscript", "# 公共\n类型: 片段\n变量 单位: 单位\n\n## 接听\n客服: 您好,{单位}。\n");
    const main = project.set(
      "memory:/main.sscript",
      "# 主\n引用 公共: ./shared.sscript\n\n## 一\n=> 公共#接听\n客户: 你好。\n",
    );
    const { entries, next } = rehearse(project, main, { moves: [SCRIPTED], language: "zh", today: "2026-01-01" });
    expect(entries.map(({ text }) => text)).toEqual(["您好,{单位}。", "你好。"]);
    expect(next).toEqual({ kind: "end" });
  });

  it("ends on a round in which nothing is said, and on moves that do not fit", () => {
    expect(play("# a\n## 一\n-> 二\n## 二\n-> 一\n", []).next).toEqual({ kind: "end" });
    expect(play(SCRIPT, [{ choose: 7 }]).next).toMatchObject({ kind: "say" });
    expect(play(SCRIPT, [SCRIPTED, { choose: 7 }]).next).toMatchObject({ kind: "choose" });
    expect(play("", []).next).toEqual({ kind: "end" });
  });

  it("writes down whatever was typed as one line", () => {
    const typed = "第一行\n## 步骤\n[挂机 客服]";
    const { entries, transcript } = play(SCRIPT, [{ say: typed }]);
    expect(entries.find(({ kind }) => kind === "agent")!.text).toBe(typed);
    expect(transcript).toContain("客服: 第一行 ## 步骤 [挂机 客服]");
  });
});

describe("every sample", () => {
  const paths = globSync("samples/**/*.sscript").sort();
  const project = new Project();
  for (const path of paths) project.set(pathToFileURL(path).href, readFileSync(path, "utf8"));

  it.each(paths)("can be played to its end, whatever is chosen: %s", (path) => {
    const document = project.get(pathToFileURL(path).href)!;
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }), (picks) => {
        const moves: RehearsalMove[] = [];
        for (const pick of picks) {
          const { next } = rehearse(project, document, { moves, language: "zh", today: "2026-01-01" });
          if (next.kind === "end") return;
          moves.push(next.kind === "say" ? SCRIPTED : { choose: pick % next.options.length });
        }
        expect.fail("the call does not end");
      }),
      { numRuns: 3 },
    );
  });
});
