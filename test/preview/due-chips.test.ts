import { describe, expect, it } from "vitest";
import { flowOfText } from "../support/call-flow-text.ts";

/** What is due on each edge, by the ids of its ends, and on each card. */
function due(text: string) {
  const { edges, nodes } = flowOfText(text, "en");
  return {
    edges: Object.fromEntries(edges.flatMap(({ from, to, due }) => (due ? [[`${from} ${to}`, due]] : []))),
    cards: Object.fromEntries(
      nodes.flatMap((node) => (node.kind === "card" && node.chips.length > 0 ? [[node.id, node.chips]] : [])),
    ),
  };
}

describe("the picture tells by when something is due, in the script's own language", () => {
  it("on the way on from a promise, and within a card where the time begins there", () => {
    const script =
      "# t\n渠道: 电话\n标准: 投诉问题应答\n\n## 登记\n客服: 我会在半小时内给您回电。\n[挂机 客户]\n[通知 维修部 10分钟内]\n\n## 收尾\n客服: 再见。\n";
    // Where nothing is due, nothing is said.
    expect(due(script)).toEqual({
      edges: { "=登记 =收尾": ["约定回复 挂机后半小时内"] },
      cards: { "=登记": ["通知 挂机后10分钟内"] },
    });
  });

  it("on the ways to what is done, from the step where the time begins", () => {
    const script =
      "# t\n标准: 餐厅服务\n渠道: 当面\n\n## 点菜\n[事件 点菜]\n? 要酒吗\n- 要\n  客服: 好的。\n- 不要\n\n## 上菜\n[事件 主菜 10分钟内]\n";
    expect(due(script)).toEqual({
      edges: { "=点菜? =上菜": ["上主菜 点菜后10分钟内"], "=点菜/要+ =上菜": ["上主菜 点菜后10分钟内"] },
      cards: {},
    });
  });

  it("on the card where no way leads there", () => {
    expect(due("# t\n渠道: 电话\n标准: 投诉问题应答\n\n## 接听\n[接起 铃响3声内]\n客服: 您好。\n")).toEqual({
      edges: {},
      cards: { "=接听": ["接起 铃响3声内"] },
    });
  });
});
