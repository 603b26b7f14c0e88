import { describe, expect, it } from "vitest";
import { CLASSES as LEXICON_CLASSES } from "../../server/lexicon/classes.generated.ts";
import { patternsOf } from "../../server/lexicon/format.ts";
import { readLexiconFiles } from "../../server/lexicon/read-files.ts";
import { fold } from "../../server/model/normalise.ts";
import { requiredFactors } from "../../server/model/pattern-factors.ts";
import { PatternIndex, packIndex } from "../../server/model/pattern-index.ts";
import { PatternMatcher } from "../../server/model/pattern-matcher.ts";
import { PatternError, readPattern } from "../../server/model/pattern-tree.ts";
import { patternRegExp } from "../support/pattern-regexp.ts";

const CLASSES = { we: "(we|i)", cannot: "(can't|cannot|can not)", itself: "{itself}" };

function found(pattern: string, text: string, language: "zh" | "en" = "zh"): string[] {
  const node = readPattern(pattern, language, CLASSES);
  const matches = new PatternMatcher(node, language).matchesIn(text).map(({ start, end }) => text.slice(start, end));
  const index = new PatternIndex(packIndex([requiredFactors(node)]));
  if (matches.length > 0) expect(index.candidates(text), `a factor of ${pattern} in ${text}`).toEqual([0]);
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
  ])("refuses %s", (_, pattern) =>
    expect(() => requiredFactors(readPattern(pattern, "zh", CLASSES))).toThrow(PatternError),
  );
});

describe("the patterns of the lexicon", () => {
  const files = readLexiconFiles();
  const patterns = patternsOf(files.map(({ entry }) => entry)).map(({ pattern: { pattern }, entry: { language } }) => {
    const node = readPattern(pattern, language, LEXICON_CLASSES[language]);
    return { pattern, language, node, matcher: new PatternMatcher(node, language) };
  });

  it.each(["zh", "en"] as const)("match what regular expressions match, where the index finds them: %s", (language) => {
    // One text in ten is enough to compare them, and leaves time for the other tests.
    const texts = files
      .filter((file) => file.language === language)
      .flatMap(({ file }) => [...file.examples.match, ...file.examples.clean])
      .filter((_, number) => number % 10 === 0)
      .map((example) => fold([{ text: example.replace(/[⟦⟧]/g, ""), start: 0 }]).text);
    const index = new PatternIndex(packIndex(patterns.map(({ node }) => requiredFactors(node))));
    const candidates = texts.map((text) => new Set(index.candidates(text)));
    let matched = 0;
    for (const [number, { pattern, matcher, language: own }] of patterns.entries()) {
      if (own !== language) continue;
      const regexp = patternRegExp(pattern, language, LEXICON_CLASSES[language]);
      for (const [at, text] of texts.entries()) {
        const wanted = [...text.matchAll(regexp)].filter(([words]) => words !== "");
        const spans = wanted.map(({ 0: words, index: start }) => ({ start, end: start + words.length }));
        if (spans.length > 0) expect(candidates[at]!.has(number), `${pattern} in ${text}`).toBe(true);
        const found = matcher.matchesIn(text);
        if (found.length + spans.length > 0) expect(found, `${pattern} in ${text}`).toEqual(spans);
        matched += spans.length;
      }
    }
    expect(matched).toBeGreaterThan(100);
  });
});
