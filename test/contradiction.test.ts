import { expect, it } from "vitest";
import { Project } from "../server/model/project.ts";
import { lint } from "../server/rules/lint.ts";
import contradiction from "../server/rules/sla/contradiction.ts";

/** What of a script clashes with an earlier promise. */
function clashesIn(text: string): string[] {
  const project = new Project();
  const { findings, crashes } = lint(project, project.set("test:", text), {
    today: "2026-01-01",
    rules: [contradiction],
  });
  expect(crashes).toEqual([]);
  return findings
    .filter(({ ruleId }) => ruleId === contradiction.id)
    .map(({ span }) => text.slice(span.start, span.end));
}

const [TOMORROW, LATER] = ["客服: 师傅明天上门。", "客服: 师傅后天上门。"];

it("is found over 2^1000 paths", () => {
  const rungs = Array.from({ length: 1000 }, (_, rung) => `? ${rung}\n- 左\n  客户: 嗯\n- 右\n  客户: 好`);
  expect(clashesIn(`## 甲\n${TOMORROW}\n${rungs.join("\n")}\n${LATER}\n-> 结束\n`)).toEqual(["后天"]);
});

it("is found on some path though not on all", () => {
  expect(clashesIn(`## 甲\n? 急吗\n- 急\n  ${TOMORROW}\n- 不急\n  客户: 嗯\n${LATER}\n-> 结束\n`)).toEqual(["后天"]);
  expect(clashesIn(`## 甲\n? 急吗\n- 急\n  ${TOMORROW}\n  -> 结束\n- 不急\n  客户: 嗯\n${LATER}\n-> 结束\n`)).toEqual(
    [],
  );
});

it("is found where one of the two is said in a detour", () => {
  expect(clashesIn(`## 甲\n=> 丙\n${LATER}\n-> 结束\n## 丙\n${TOMORROW}\n`)).toEqual(["后天"]);
  expect(clashesIn(`## 甲\n${TOMORROW}\n=> 丙\n-> 结束\n## 丙\n${LATER}\n`)).toEqual(["后天"]);
});

it("is not found on a way that returns to where it did not come from", () => {
  const script = `## 甲\n? 急吗\n- 急\n  ${TOMORROW}\n  => 丙\n  -> 结束\n- 不急\n  => 丙\n  ${LATER}\n  -> 结束\n## 丙\n客户: 嗯\n`;
  expect(clashesIn(script)).toEqual([]);
});

it("is not found behind what keeps the promise", () => {
  const [soon, late] = ["客服: 我半小时内给您回电。", "客服: 我后天给您回电。"];
  expect(clashesIn(`## 甲\n${soon}\n客户: 好\n${late}\n-> 结束\n`)).toEqual(["后天"]);
  expect(clashesIn(`## 甲\n${soon}\n[回电]\n${late}\n-> 结束\n`)).toEqual([]);
});
