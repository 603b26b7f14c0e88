import { readFileSync } from "node:fs";
import * as OpenCC from "opencc-js";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import * as grammar from "../grammar/index.ts";

describe.each(Object.entries<Readonly<Record<string, grammar.Keyword>>>(grammar.KEYWORD_TABLES))(
  "the keywords of %s",
  (_, table) => {
    it("have a word in each language, and none means two things", () => {
      const all = Object.values(table).flatMap((keyword) => [
        ...new Set(grammar.spellings(keyword).map(grammar.keywordKey)),
      ]);
      expect(new Set(all).size).toBe(all.length);
      for (const { zh, en } of Object.values(table)) expect([zh.length > 0, en.length > 0]).toEqual([true, true]);
    });

    it("are found in simplified and traditional Chinese, in any letter case and width", () => {
      const toTraditional = OpenCC.Converter({ from: "cn", to: "tw" });
      for (const { id, zh, en } of Object.values(table)) {
        for (const word of zh) expect(grammar.lookUp(table, toTraditional(word)), toTraditional(word)).toBe(id);
        for (const word of en) {
          expect(grammar.lookUp(table, word.toUpperCase())).toBe(id);
          const wide = word.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
          expect(grammar.lookUp(table, wide)).toBe(id);
        }
      }
    });
  },
);

it("stand in the table and nowhere else in the code", () => {
  const words = new Set(
    Object.values<Readonly<Record<string, grammar.Keyword>>>(grammar.KEYWORD_TABLES)
      .flatMap((table) => Object.values(table))
      .flatMap(({ zh, tw = [] }) => [...zh, ...tw])
      .filter((word) => /[\u3400-\u9fff]/.test(word)),
  );
  // Rules, help and reports speak to people; the picture and the client name what they show; tables of other programs and
  // kinds of private data have words of their own.
  const code = globSync(["grammar/**/*.ts", "server/{model,lsp,cli}/**/*.ts"]).filter(
    (path) =>
      !/keywords\.ts|help\.ts|taiwan-words\.ts|report-|cli\/call-record\.ts|private-data\.ts|\.generated\./.test(path),
  );
  const spelt = code.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/(["'`])((?:(?!\1)[^\n\\])*)\1/g)]
      .filter(([, , text]) => words.has(text!))
      .map(([literal]) => `${path} ${literal}`),
  );
  expect(spelt).toEqual([]);
});
