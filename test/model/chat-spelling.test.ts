import { describe, expect, it } from "vitest";
import { actsOf } from "../../server/model/acts.ts";
import { spellOut } from "../../server/model/chat-spelling.ts";
import { foldSpeech, sourceSpan } from "../../server/model/normalise.ts";
import { unmark } from "../support/marks.ts";

const spelt = (text: string) => spellOut(foldSpeech([{ text, start: 0 }]));

describe("chat spelling", () => {
  it.each([
    ["U dont know", "you don't know"],
    ["r u there", "are you there"],
    ["ur parcel, ur wrong", "your parcel, you're wrong"],
    ["its late, its raining", "it's late, it's raining"],
    ["the box and the lid of its own", "the box and the lid of its own"],
    ["ill call u b4 noon", "i'll call you before noon"],
    ["he is ill", "he is ill"],
    ["Pls wait, youre next", "please wait, you're next"],
    ["plan R and unit 4", "plan r and unit 4"],
    ["usual, sunny, bur", "usual, sunny, bur"],
    ["well send it, id say", "we'll send it, i'd say"],
    ["well, your id please", "well, your id please"],
    ["您好", "您好"],
  ])("spells out %s", (text, whole) => expect(spelt(text).text).toBe(whole));

  it("keeps the way back to the source", () => {
    const text = "no, u dont hv it";
    const folded = spelt(text);
    for (const [word, short] of [
      ["you", "u"],
      ["don't", "dont"],
      ["have", "hv"],
      ["it", "it"],
    ] as const) {
      const start = folded.text.indexOf(word);
      const span = sourceSpan(folded, { start, end: start + word.length });
      expect(text.slice(span.start, span.end)).toBe(short);
    }
  });

  it.each(["⟦ur wrong⟧", "⟦i told u already⟧", "sorry, ⟦thats our policy⟧"])("an act is found in %s", (marked) => {
    const { text, spans } = unmark(marked);
    const found = actsOf([{ text, start: 0 }], "agent").map(({ start, end }) => ({ start, end }));
    expect(found).toContainEqual(spans[0]);
  });
});
