import { describe, expect, it } from "vitest";
import { CLASSES } from "../../server/lexicon/classes.generated.ts";
import { fold } from "../../server/model/normalise.ts";
import { OwnPattern } from "../../server/model/own-pattern.ts";

function found(pattern: string, spoken: string, language: "zh" | "en" = "zh"): string[] {
  const { text } = fold([{ text: spoken, start: 0 }]);
  return new OwnPattern(pattern, language, CLASSES[language])
    .matchesIn(text)
    .map(({ start, end }) => text.slice(start, end));
}

describe("a pattern of an organisation", () => {
  it.each([
    ["full-width brackets", "（送｜赠）礼品", "赠礼品", ["赠礼品"]],
    ["a full-width tilde before a number", "送～2礼品", "送小礼品", ["送小礼品"]],
    ["a full-width question mark as the sign", "好吗？", "好嗎?", ["好吗?"]],
    ["traditional characters", "沒辦法", "没办法", ["没办法"]],
    ["capital and full-width letters", "ＰＤＰ上下文", "PDP 上下文", ["pdp上下文"]],
    ["spaces between Chinese characters", "没 法 弄", "没法弄", ["没法弄"]],
    ["spaces at its ends", " 没法弄 ", "没法弄", ["没法弄"]],
    ["emoji", "好👌的", "好的", ["好的"]],
    ["an end before more of the sentence", "不行$~~4谢谢", "不行,谢谢", ["不行,谢谢"]],
    ["two ends next to each other", "^不行$", "不行,不行", ["不行", "不行"]],
  ])("may be written with %s", (_, pattern, text, expected) => expect(found(pattern, text)).toEqual(expected));

  it("prefers the longer word where the shorter one would be cut", () => {
    expect(found("can|cannot", "you cannot scan it", "en")).toEqual(["cannot"]);
  });

  it.each([
    ["text after the end of a clause", "不行$谢谢", "never-matches"],
    ["text before the beginning of a clause", "谢谢^不行", "never-matches"],
    ["one alternative that cannot be", "[没不]行(吧|$)啊", "never-matches"],
    ["an asterisk between Chinese characters", "不\\*行", "never-matches"],
    ["too long a gap", "送~61礼品", "gap-too-long"],
    ["gaps that are too long together", `送${"~60".repeat(30)}礼品`, "gaps-too-long"],
    ["no fixed word", "(送)?~4", "nothing-fixed"],
    ["nothing at all", "😀", "nothing-fixed"],
    ["too many characters", "送".repeat(2001), "too-large"],
    ["too deep a nest", `${"(".repeat(1500)}送${")".repeat(1500)}`, "too-large"],
    ["an unknown class", "送{谁}", "unknown-class"],
  ])("is refused for %s", (_, pattern, fault) => {
    expect(() => new OwnPattern(pattern, "zh", {})).toThrow(expect.objectContaining({ fault }));
  });

  it("is refused when its classes make it explode", () => {
    const classes = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`c${index}`, index === 29 ? "送" : `{c${index + 1}}{c${index + 1}}`]),
    );
    expect(() => new OwnPattern("{c0}", "zh", classes)).toThrow(expect.objectContaining({ fault: "too-large" }));
  });
});

describe("a hostile pattern", () => {
  it.each([
    ["gaps in a row", "送~60~60礼", "送您一份"],
    ["gaps that all match", `送${"~1送".repeat(120)}礼`, "送"],
    ["a long attempt before a short match", "(送~60~60礼|送)", "送"],
    ["nested options", `送${"(您)?".repeat(200)}礼`, "送您您您您"],
    ["English gaps over words", "gift ~60 ~60 now", "gift of gift "],
  ])("takes twice the time for twice the text: %s", (_, pattern, unit) => {
    const linear = new OwnPattern(pattern, /[a-z]/.test(pattern) ? "en" : "zh", {});
    // The last words are there, so that no shortcut spares the search.
    const time = (length: number) => {
      const text = `${unit.repeat(length / unit.length)}.礼.now`;
      const begin = performance.now();
      linear.matchesIn(text);
      return performance.now() - begin;
    };
    time(5_000);
    const half = Math.min(time(10_000), time(10_000));
    expect(time(20_000)).toBeLessThan(half * 4 + 50);
  });
});
