import { expect, it } from "vitest";
import { Project } from "../server/model/project.ts";
import { likeliestFix } from "../server/rules/likeliest-fix.ts";
import { lint } from "../server/rules/lint.ts";

const mended = (text: string, rule: string) => {
  const project = new Project();
  const { findings } = lint(project, project.set("test:", text), { today: "2026-01-01" });
  const finding = findings.find(({ ruleId }) => ruleId === rule)!;
  return likeliestFix(text, finding.fixes)
    ?.edits.map((edit) => edit.text)
    .join("");
};

it.each([
  ["不行，公司规定。", "## 门诊\n客户: 能加号吗？\n客服: 不行，公司规定。", "主管批准"],
  [
    "the same where there are goods",
    "## 门店\n客户: 我想换货。\n客服: 不行，公司规定。\n客服: 换货或者折价要三天。",
    "换货或者折价",
  ],
  ["in English", "## clinic\ncustomer: Can I come today?\nagent: No, that's impossible.", "supervisor"],
])("of several remedies the first one that brings in nothing new: %s", (_, text, expected) => {
  expect(mended(text, "forbidden/flat-refusal")).toContain(expected);
});

it("is none where each would bring in something new", () => {
  const fix = (text: string) => ({ title: { zh: "改", en: "mend" }, edits: [{ start: 0, end: 0, text }] });
  expect(likeliestFix("客服: 您好。", [fix("您的包裹到了。"), fix("退款已经到账。")])).toBeUndefined();
  expect(likeliestFix("客服: 包裹呢？", [fix("退款已经到账。"), fix("您的包裹到了。")])!.edits[0]!.text).toContain(
    "包裹",
  );
});
