import { describe, expect, it } from "vitest";
import { adherenceOf } from "../../server/model/adherence.ts";
import { stepName } from "../../server/model/document.ts";
import { flowOf } from "../../server/model/flow.ts";
import { likeness, sayingOf, saysTheSame } from "../../server/model/likeness.ts";
import { Project } from "../../server/model/project.ts";
import { GAP } from "../../server/model/spoken-words.ts";
import { supergraphOf } from "../../server/model/supergraph.ts";
import { unrolledCall } from "../../server/model/unrolled-call.ts";
import { readTurns } from "../../server/model/utterance.ts";

/** What became of the agent's lines; turns of the call begin with A or C. */
function fates(script: string, turns: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const project = new Project();
  for (const [name, text] of Object.entries(files)) project.set(`file:///${name}`, text);
  const document = project.set("file:///main.sscript", script);
  const call = readTurns(
    "call:",
    turns.map((turn) => ({
      speaker: turn[0]!,
      role: turn.startsWith("A") ? "agent" : "customer",
      text: turn.slice(3),
    })),
  );
  const { lines, skipped, promises } = adherenceOf(project, document, { project: new Project(), document: call });
  return {
    lines: lines.map(({ fate, point, line }) => {
      const { turn } = (point?.node?.kind === "turn" ? point.node : {}) as { turn?: { text: { text: string }[] } };
      return `${fate} ${turn?.text[0]?.text ?? line?.saying.words}`;
    }),
    skipped: skipped.map(({ step }) => stepName(step)),
    promises: promises.length,
  };
}

describe("a call beside its script", () => {
  it("takes the branch that it tells of, whatever stands first", () => {
    const script =
      "## a\n? 怎么办\n- 退\n  客服: 好的,我给您办退款。\n- 换\n  客服: 好的,我给您换一台新的。\n-> 结束\n";
    expect(fates(script, ["A: 好的，我给您换一台新的。"]).lines).toEqual(["same 好的,我给您换一台新的。"]);
    expect(fates(script, ["A: 好的，我给您办退款。"]).lines).toEqual(["same 好的,我给您办退款。"]);
  });

  it("goes round as often as the call does", () => {
    const script = "## a\n客服: 请您再试一次。\n? 好了吗\n- 没有 -> a\n- 好了\n客服: 太好了,再见。\n-> 结束\n";
    const round = ["A: 请您再试一次。", "C: 没有"];
    expect(fates(script, [...round, ...round, ...round, "A: 太好了，再见。"]).lines).toEqual([
      ...Array(3).fill("same 请您再试一次。"),
      "same 太好了,再见。",
    ]);
  });

  it("follows detours into shared files and comes back to where they began", () => {
    const files = {
      "shared.sscript": "类型: 片段\n## 等候\n客服: 请您稍等两分钟。\n客户: 好。\n客服: 感谢您的等候。\n",
    };
    const script =
      "引用 公共: ./shared.sscript\n## a\n客服: 先查账单。\n=> 公共#等候\n客服: 账单没有问题。\n=> 公共#等候\n客服: 线路也没有问题。\n-> 结束\n";
    const call = [
      "A: 先查账单。",
      "A: 请您稍等两分钟。",
      "C: 好",
      "A: 感谢您的等候。",
      "A: 账单没有问题。",
      "A: 线路也没有问题。",
    ];
    expect(fates(script, call, files).lines).toEqual([
      "same 先查账单。",
      "same 请您稍等两分钟。",
      "same 感谢您的等候。",
      "same 账单没有问题。",
      "left-out 请您稍等两分钟。",
      "left-out 感谢您的等候。",
      "same 线路也没有问题。",
    ]);
  });

  it("knows a line that was said in two turns, but not what stands beside it", () => {
    const script = "## a\n客服: 我会在半小时内给您回电,告诉您师傅几点到。\n-> 结束\n";
    expect(fates(script, ["A: 我会在半小时内给您回电，", "A: 告诉您师傅几点到。"])).toEqual({
      lines: ["same 我会在半小时内给您回电,告诉您师傅几点到。"],
      skipped: [],
      promises: 0,
    });
    expect(fates(script, ["A: 今天天气真不错。", "A: 我会在半小时内给您回电，告诉您师傅几点到。"]).lines).toEqual([
      "extra 今天天气真不错",
      "same 我会在半小时内给您回电,告诉您师傅几点到。",
    ]);
  });

  it("tells steps that were left out, and an early end", () => {
    const script =
      "## a\n客服: 您好,今天有什么事要我办?\n## b\n客服: 请问您的地址是哪里?\n## c\n客服: 谢谢您打来电话,祝您顺利。再见。\n-> 结束\n";
    expect(fates(script, ["A: 您好，今天有什么事要我办？", "A: 谢谢您打来电话，祝您顺利。再见。"]).skipped).toEqual([
      "b",
    ]);
    expect(fates(script, ["A: 您好，今天有什么事要我办？"]).skipped).toEqual(["b", "c"]);
    expect(fates(script, []).lines).toHaveLength(3);
  });

  it("ends for scripts that lead nowhere, go round for ever, or run themselves", () => {
    for (const script of [
      "## a\n客服: 您好。\n-> 没有\n",
      "## a\n客服: 您好。\n-> a\n",
      "## a\n客服: 您好。\n=> a\n-> 结束\n",
      "## a\n客服: 您好。\n=> b\n## b\n客服: 再见。\n=> a\n=> b\n",
      "",
    ])
      expect(fates(script, ["A: 您好。", "C: 好", "A: 别的事。"]).lines.length).toBeGreaterThan(0);
  });

  it("takes a call of a thousand turns through a script of a thousand lines", () => {
    const line = (index: number) => `这是第${index}件要跟您核对的事情,编号${index * 7919}。`;
    const script = `## a\n${Array.from({ length: 1000 }, (_, index) => `客服: ${line(index)}\n`).join("")}-> 结束\n`;
    const said = Array.from({ length: 1000 }, (_, index) => `A: ${line(index)}`).filter(
      (_, index) => index % 100 !== 5,
    );
    const { lines } = fates(script, said);
    expect(lines.filter((one) => one.startsWith("left-out"))).toHaveLength(10);
    expect(lines.filter((one) => one.startsWith("same"))).toHaveLength(990);
  });
});

describe("an unrolled call", () => {
  it("does not grow beyond its bound when detours run one another twice each", () => {
    const steps = Array.from({ length: 30 }, (_, at) => `## s${at}\n=> s${at + 1}\n=> s${at + 1}\n`).join("");
    const project = new Project();
    const document = project.set("test:", `${steps}## s30\n客服: 好。\n`);
    const { nodes } = unrolledCall(supergraphOf(flowOf(project, document)), 1000);
    expect(nodes.length).toBeLessThan(2000);
  });
});

describe("likeness", () => {
  const alike = (a: string, b: string) => likeness(sayingOf(a), sayingOf(b));
  it("is 1 for the same words however they are written, 0 for others, and the same both ways round", () => {
    expect(alike("請您稍等，好嗎？", "请您稍等,好吗")).toBe(1);
    expect(alike("请您稍等", "账单没错")).toBe(0);
    expect(alike("", "")).toBe(1);
    expect(alike("Hold on, please", "please HOLD on")).toBe(1);
    expect(alike("我给您回电", "我给您打电话")).toBe(alike("我给您打电话", "我给您回电"));
  });

  it("is more for words that are written alike", () => {
    expect(alike("I'll call you back", "I am calling you back")).toBeGreaterThan(
      alike("I'll call you back", "Goodbye"),
    );
  });

  it("counts what a variable holds as the same, but not a whole speech in its place", () => {
    const script = sayingOf(`${GAP}先生,您好`);
    expect(saysTheSame(script, sayingOf("欧阳先生，您好！"))).toBe(true);
    expect(saysTheSame(script, sayingOf("先生，您好！"))).toBe(true);
    expect(saysTheSame(script, sayingOf("欧阳先生，您好吗"))).toBe(false);
    expect(saysTheSame(script, sayingOf(`${"我".repeat(80)}先生，您好`))).toBe(false);
    expect(saysTheSame(sayingOf(`您好,${GAP}`), sayingOf("您好，欧阳"))).toBe(true);
  });
});
