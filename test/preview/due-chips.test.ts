import { describe, expect, it } from "vitest";
import { flowOfText } from "../support/call-flow-text.ts";

describe("the cards of the picture", () => {
  it("tell by when something is due, in the script's own language", () => {
    const flow = flowOfText(
      "# t\n渠道: 电话\n标准: 投诉问题应答\n\n## 登记\n客服: 我会在半小时内给您回电。\n[挂机 客户]\n[通知 维修部 10分钟内]\n\n## 收尾\n客服: 再见。\n",
      "en",
    );
    const chips = flow.nodes.map((node) => (node.kind === "card" ? node.chips : []));
    expect(chips[0]).toEqual(["约定回复 挂机后半小时内", "通知 挂机后10分钟内"]);
    // Where nothing is due, nothing is said.
    expect(chips[1]).toEqual([]);
  });
});
