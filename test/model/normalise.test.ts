import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldName } from "../../server/model/normalise.ts";

const folded = (text: string) => fold([{ text, start: 0 }]);

describe("folding spoken text", () => {
  it.each([
    ["full width and punctuation", "ＡＢＣ，１２３。！？", "abc,123.!?"],
    ["traditional characters", "這個我不清楚", "这个我不清楚"],
    ["spaces that people insert", "不 知　道", "不知道"],
    ["spaces between Latin words stay, as one", "I  don’t\tKNOW", "i don't know"],
    ["asterisks and emoji inside a word", "不*知😊道", "不知道"],
    ["invisible characters", "不\u200b清\ufeff楚", "不清楚"],
    ["quotes", "“不行”", '"不行"'],
    ["spaces at the ends", "  好 ", "好"],
  ])("%s", (_, text, expected) => expect(folded(text).text).toBe(expected));

  it("joins the pieces of a turn", () => {
    expect(
      fold([
        { text: "不知", start: 4 },
        { text: "道", start: 9 },
      ]),
    ).toEqual({ text: "不知道", offsets: [4, 5, 9] });
    expect(
      fold([
        { text: "do not", start: 0 },
        { text: "know", start: 9 },
      ]).text,
    ).toBe("do not know");
  });

  it("names for every folded unit the source unit that it comes from, in order", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { text: result, offsets } = folded(text);
        expect(offsets).toHaveLength(result.length);
        for (const [index, offset] of offsets.entries()) {
          expect(offset).toBeGreaterThan(index === 0 ? -1 : offsets[index - 1]!);
          expect(offset).toBeLessThan(text.length);
        }
      }),
    );
  });

  it("compares names", () => expect(foldName("Ｏpening 開場！")).toBe(foldName("opening开场")));
});
