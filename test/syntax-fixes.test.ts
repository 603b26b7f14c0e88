import { expect, it } from "vitest";
import { Project } from "../server/model/project.ts";
import { lint } from "../server/rules/lint.ts";
import { applyEdits } from "./support/edits.ts";

const problems = (text: string) => {
  const project = new Project();
  return lint(project, project.set("test:", text), { today: "2026-01-01" }).findings.filter(({ ruleId }) =>
    ruleId.startsWith("syntax/"),
  );
};

// Each script has one damaged line; every fix offered must leave none.
it.each([
  ["no-speaker", "## 开场\n请问您贵姓"],
  ["speaker-without-colon", "## 开场\n客服 您好。"],
  ["numbered-speaker", "## 开场\n1、客服: 您好。"],
  ["bracketed-speaker", "## 开场\n【客户 李女士】：你好。"],
  ["bracketed-speaker", "## opening\n[agent]\n  Good morning."],
  ["bulleted-choice", "## 开场\n? 能等吗\n• 能 -> 结束\n- 不能\n  客服: 好的。"],
  ["bulleted-choice", "## 开场\n① 能 -> 结束\n- 不能\n  客服: 好的。"],
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
  ["hang-up-by-whom", "## 开场\n客服: 再见。\n[挂机 客户 愤怒: 不满]"],
  ["unclosed-bracket", "## 开场\n[等候 2分钟"],
  ["unclosed-parenthesis", "## 开场\n客户(着急: 又断了"],
])("syntax/%s is mended by each of its fixes", (kind, script) => {
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
