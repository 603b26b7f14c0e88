import { describe, expect, it } from "vitest";
import { readDocument } from "../../server/model/document.ts";
import { agentSpeech } from "../../server/model/speech.ts";
import { turnsOf } from "../../server/model/symbols.ts";
import { readUtterance } from "../../server/model/utterance.ts";

const words = (document: ReturnType<typeof readUtterance>) =>
  [...turnsOf(document)].map((turn) =>
    turn.text.map(({ text, start, end }) => [text, document.text.slice(start, end)]),
  );

describe("an utterance", () => {
  it.each([
    "您好,这个我不清楚。",
    "  Sorry, I don't know. ",
    "您好,\n  这个我不清楚。",
    "您好,\r\n\u3000这个我不清楚。",
  ])("is read as the same words of a turn: %j", (text) => {
    const spoken = (document: ReturnType<typeof readUtterance>) =>
      [...agentSpeech(document)].map((speech) => speech.text.map((piece) => piece.text));
    const turn = readDocument("test:", `客服: ${text.replace(/\n\s*/, "\n  ")}`);
    expect(spoken(readUtterance(text, "agent"))).toEqual(spoken(turn));
    expect(readUtterance(text, "agent").facts).toEqual({ ...turn.facts, language: expect.any(String) });
  });

  it.each(["- 好 -> 结束", "## 开场", "// 备注", "[挂机 客服]", "渠道: 电话", "客户: 您好"])(
    "has nothing but words: %s",
    (text) => expect(words(readUtterance(text, "agent"))).toEqual([[[text, text]]]),
  );

  it("leaves out lines without words", () => {
    expect(words(readUtterance("\n 您好 \n \t\n请讲\n", "customer"))).toEqual([
      [
        ["您好", "您好"],
        ["请讲", "请讲"],
      ],
    ]);
    expect(words(readUtterance("", "agent"))).toEqual([[]]);
  });

  it("is said to the customer by the agent only", () => {
    expect([...agentSpeech(readUtterance("您好", "agent"))]).toHaveLength(1);
    expect([...agentSpeech(readUtterance("您好", "customer"))]).toEqual([]);
  });
});
