import { describe, expect, it } from "vitest";
import type { Choices } from "../../grammar/index.ts";
import { answerOf, isComplete } from "../../server/model/answers.ts";
import { readDocument } from "../../server/model/document.ts";

const choicesOf = (...labels: string[]): Choices => {
  const { script } = readDocument("test:", `## 甲\n${labels.map((label) => `- ${label}\n`).join("")}`);
  return script.steps[0]!.body[0] as Choices;
};

describe("what a choice stands for", () => {
  it.each([
    ["yes", ["能", "是。", "客户同意", "可以", "顧客說「好的」", "Yes", "customer agrees", "OK!"]],
    [
      "no",
      [
        "不能",
        "没有",
        "無",
        "否",
        "未通过",
        "拒绝",
        "不同意等候",
        "算了",
        "No",
        "doesn't agree",
        "not yet",
        "还要(拒绝)",
      ],
    ],
    ["rest", ["其他", "其餘情況", "否则", "都不要", "以上都不是", "Otherwise", "anything else", "none of these"]],
    ["named", ["退款", "能修好", "要求赔偿", "好几次了", "有发票", "yesterday", "a new machine"]],
  ])("is %s", (answer, labels) => {
    for (const label of labels) expect([label, answerOf(choicesOf(label).choices[0]!)]).toEqual([label, answer]);
  });

  it("covers every case with a no or a rest beside others", () => {
    for (const labels of [
      ["能", "不能"],
      ["退款", "换货", "其他"],
      ["yes", "no"],
      ["green", "otherwise"],
    ])
      expect(isComplete(choicesOf(...labels)), labels.join()).toBe(true);
    for (const labels of [["能"], ["不愿意"], ["退款", "换货"], ["不要", "拒绝"], ["red", "green"]])
      expect(isComplete(choicesOf(...labels)), labels.join()).toBe(false);
  });
});
