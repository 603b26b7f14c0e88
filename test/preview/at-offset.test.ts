import { describe, expect, it } from "vitest";
import { edgeAt, findingAt, nodeAt } from "../../client/preview/at-offset.ts";
import { flowOfText } from "../support/call-flow-text.ts";

const SCRIPT =
  "# 报修\n场景: 投诉\n\n## 开场\n客户(愤怒): 坏了!\n客服: 不知道。\n? 等吗\n- 等\n  客服: 好。\n- 不等 -> 收尾\n\n## 收尾\n客服: 再见。\n";

describe("what the cursor is in", () => {
  const flow = flowOfText(SCRIPT, "zh");
  const at = (words: string) => SCRIPT.indexOf(words);

  it("is the innermost node", () => {
    expect(nodeAt(flow, at("不知道"))).toBe("=开场");
    const inBranch = flow.nodes.find(({ id }) => id === nodeAt(flow, at("好。")));
    expect(inBranch).toMatchObject({ kind: "card", rows: [{ text: "好。" }] });
    expect(nodeAt(flow, 0)).toBeUndefined();
  });

  it("is the branch whose label it is", () => {
    expect(flow.edges.find(({ id }) => id === edgeAt(flow, at("不等")))?.label).toBe("不等");
    expect(edgeAt(flow, at("不知道"))).toBeUndefined();
  });

  it("is a finding with a path rather than one without", () => {
    expect(findingAt(flow, at("不知道") + 1)?.ruleId).toBe("forbidden/brush-off");
    const apology = flow.findings.find(({ ruleId }) => ruleId === "missing/apology")!;
    expect(findingAt(flow, apology.span.start)?.id).toBe(apology.id);
    expect(findingAt(flow, at("## 收尾"))).toBeUndefined();
  });
});
