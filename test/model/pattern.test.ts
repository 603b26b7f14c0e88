import { describe, expect, it } from "vitest";
import { compilePattern } from "../../server/model/pattern.ts";
import { PatternError } from "../../server/model/pattern-tree.ts";

const CLASSES = { we: "(we|i)", cannot: "(can't|cannot|can not)", itself: "{itself}" };

function found(pattern: string, text: string, language: "zh" | "en" = "zh"): string[] {
  const { source, factors } = compilePattern(pattern, language, CLASSES);
  const matches = [...text.matchAll(new RegExp(source, "g"))].map(([match]) => match);
  if (matches.length > 0)
    expect(
      factors.some((factor) => text.includes(factor)),
      `a factor of ${pattern} in ${text}`,
    ).toBe(true);
  return matches;
}

describe("the pattern language", () => {
  it.each([
    ["literal", "不知道", "我不知道啊", ["不知道"]],
    ["one of", "不(知道|清楚)", "不清楚,不知道", ["不清楚", "不知道"]],
    ["maybe", "我?不知道[呢啊]?", "我不知道呢", ["我不知道呢"]],
    ["a gap within the clause", "尽快~4回复", "尽快给您回复", ["尽快给您回复"]],
    ["not over a comma", "尽快~9回复", "尽快处理,再回复", []],
    ["a gap over commas", "尽快~~9回复", "尽快处理,再回复", ["尽快处理,再回复"]],
    ["not over a full stop", "尽快~~9回复", "尽快处理.再回复", []],
    ["clause edges", "^不行$", "不行,公司规定.这样不行的", ["不行"]],
    ["a sign itself", "好吗\\?", "好吗?", ["好吗?"]],
  ])("Chinese: %s", (_, pattern, text, expected) => expect(found(pattern, text)).toEqual(expected));

  it.each([
    ["words are whole", "can", "you cannot scan it", []],
    ["classes", "{we} {cannot} help", "sorry, i can't help", ["i can't help"]],
    ["a gap counts words", "i ~2 know", "i really don't know", ["i really don't know"]],
    ["a gap may be empty", "i ~2 know", "i know", ["i know"]],
    ["and is bounded", "i ~2 know", "i did not ever know", []],
    ["the rest of a word", "apologi*", "we apologise", ["apologise"]],
  ])("English: %s", (_, pattern, text, expected) => expect(found(pattern, text, "en")).toEqual(expected));

  it.each([
    ["an unclosed group", "(a|b"],
    ["an unopened group", "a)"],
    ["an unknown class", "{nobody}"],
    ["a class that uses itself", "{itself}"],
    ["a gap without a number", "a~b"],
    ["nothing fixed in it", "~4"],
    ["a lone question mark", "?a"],
  ])("refuses %s", (_, pattern) => expect(() => compilePattern(pattern, "zh", CLASSES)).toThrow(PatternError));
});
