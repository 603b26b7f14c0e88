import { describe, expect, it } from "vitest";
import { parse } from "../grammar/index.ts";
import { Project } from "../server/model/project.ts";
import { combineFixes } from "../server/rules/combine-fixes.ts";
import { lint } from "../server/rules/lint.ts";
import type { Fix } from "../server/rules/rule.ts";
import { scriptOfTable } from "../server/rules/table-to-script.ts";
import { applyEdits } from "./support/edits.ts";
import { shape } from "./support/shape.ts";

const problems = (text: string) => {
  const project = new Project();
  return lint(project, project.set("test:", text), { today: "2026-01-01" }).findings.filter(({ ruleId }) =>
    ruleId.startsWith("syntax/"),
  );
};

// Each script has one damaged line; every fix offered must leave none.
const DAMAGED: readonly (readonly [kind: string, script: string])[] = [
  ["no-speaker", "## 开场\n请问您贵姓"],
  ["speaker-without-colon", "## 开场\n客服 您好。"],
  ["numbered-line", "## 开场\n1、客服: 您好。"],
  ["numbered-line", "## 开场\n（1）客服: 您好。\n  请讲。"],
  ["numbered-line", "## 开场\n一、客服：您好。"],
  ["numbered-line", "## 开场\n√ [记录: 客户的要求]"],
  ["numbered-line", "## 开场\n\uf0b7 -> 结束"],
  ["numbered-line", "## opening\n(a) agent: Good morning."],
  ["no-speaker", "## 开场\n客服: 您好。\n一、核实身份"],
  ["unknown-speaker", "## 开场\n客服: 您好。\n第二步：核实身份"],
  [
    "pasted-table",
    "# 退款\n\n步骤\t角色\t话术\n开场\t客服\t您好：请讲。\n\t客户\t我要退款。\n核实\t客服\t请问单号是多少？",
  ],
  ["pasted-table", "# 退款\n\n## 开场\n10:02\t客服\t您好：请讲。\n10:03\t客户\t我要退款。"],
  ["pasted-table", '# refund\n\n1\tagent\t"Good morning.\nHow can I help?"\tsmile\n2\tcaller\tI want my money back.\t'],
  ["bracketed-speaker", "## 开场\n【客户 李女士】：你好。"],
  ["bracketed-speaker", "## opening\n[agent]\n  Good morning."],
  ["bulleted-choice", "## 开场\n? 能等吗\n• 能 -> 结束\n- 不能\n  客服: 好的。"],
  ["bulleted-choice", "## 开场\n① 能 -> 结束\n- 不能\n  客服: 好的。"],
  ["bulleted-choice", "## 开场\n? 能等吗\n□ 能 -> 结束\n- 不能\n  客服: 好的。"],
  ["lost-indent", "## 开场\n- 能\n  客服: 您好。\n客户: 谢谢。\n  客服: 不客气。\n- 不能\n  客服: 好的。"],
  ["unknown-speaker", "# 断线\n渠道: 电话\n\n## 开场\n班长: 您好"],
  ["unknown-field", "# 断线\n渠到: 电话\n\n## 开场\n客服: 您好。"],
  ["unknown-value", "# 断线\n渠道: 电话、在线, 邮见\n\n## 开场\n客服: 您好。"],
  ["reserved-step-name", "## 开场\n客服: 您好。\n-> 结束\n\n## 结束\n客服: 再见。"],
  ["unknown-label", "## 开场\n客户(着及): 快点"],
  ["second-title", "# 断线\n\n# 开场\n客服: 您好。"],
  ["deep-heading", "### 开场\n客服: 您好。"],
  ["own-line", "## 开场\n- 能\n  客服: 您好\n    客户: 嗯"],
  ["unindented-branch", "## 开场\n- 能\n客服: 好的。"],
  ["unindented-branch", "## 开场\n? 能等吗\n- 能\n客服: 好的。\n客户: 谢谢。\n-> 结束\n- 不能 -> 结束"],
  ["unknown-action", "## 开场\n[等待 2分钟: 查询]"],
  ["unknown-action", "## 开场\n[等 2分钟: 查询]"],
  ["hang-up-by-whom", "## 开场\n客服: 再见。\n[挂机 客户 愤怒: 不满]"],
  ["unclosed-bracket", "## 开场\n[等候 2分钟"],
  ["unclosed-parenthesis", "## 开场\n客户(着急: 又断了"],
];

it.each(DAMAGED)("syntax/%s is mended by each of its fixes", (kind, script) => {
  for (const text of [script, script.replaceAll("\n", "\r\n")]) {
    const [problem, ...others] = problems(text);
    expect([problem?.ruleId, others]).toEqual([`syntax/${kind}`, []]);
    expect(problem!.fixes.length).toBeGreaterThan(0);
    for (const { edits } of problem!.fixes) {
      const after = applyEdits(text, edits);
      expect(problems(after), after).toEqual([]);
      if (text.includes("\r\n")) expect(after.replaceAll("\r\n", "")).not.toContain("\n");
    }
  }
});

it("calls those safe that leave all words and ways as they are, and no other", () => {
  const safe = DAMAGED.filter(([, script]) => problems(script)[0]!.fixes.some((fix) => fix.safe)).map(([kind]) => kind);
  expect([...new Set(safe)].sort()).toEqual([
    "bracketed-speaker",
    "bulleted-choice",
    "deep-heading",
    "numbered-line",
    "speaker-without-colon",
    "unclosed-bracket",
    "unclosed-parenthesis",
  ]);
  const meaning = (text: string) => shape(text, { ...parse(text), errors: [] }).replaceAll(/1、|一、/g, "");
  for (const [, script] of DAMAGED)
    for (const fix of problems(script)[0]!.fixes.filter((fix) => fix.safe))
      expect(meaning(applyEdits(script, fix.edits))).toBe(meaning(script));
});

describe("combining fixes", () => {
  const fix = (...edits: [start: number, end: number, text: string][]): Fix => ({
    title: { zh: "改", en: "change" },
    edits: edits.map(([start, end, text]) => ({ start, end, text })),
  });

  it("applies those that leave one another alone", () => {
    expect(applyEdits("abcdef", combineFixes([fix([4, 5, "E"]), fix([0, 1, "A"], [2, 3, "C"])]))).toBe("AbCdEf");
  });

  it("leaves out, whole, what touches a text that an earlier one changes", () => {
    expect(applyEdits("abcdef", combineFixes([fix([1, 4, "-"]), fix([0, 1, "A"], [3, 5, "x"])]))).toBe("a-ef");
    expect(applyEdits("abcdef", combineFixes([fix([1, 4, "-"]), fix([2, 2, "x"])]))).toBe("a-ef");
  });

  it("keeps one of two that insert at the same place, since together they may say something twice", () => {
    expect(applyEdits("ab", combineFixes([fix([1, 1, "-"]), fix([1, 1, "-"])]))).toBe("a-b");
  });
});

it("a table may have more rows than a call takes arguments", () => {
  const rows = Array.from({ length: 150_000 }, (_, index) => `第${index}步\t客服\t您好，这是第${index}句。`);
  expect(scriptOfTable(rows.join("\n"), "zh").split("\n").at(-1)).toBe("客服: 您好，这是第149999句。");
});
