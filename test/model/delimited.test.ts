import { describe, expect, it } from "vitest";
import { readDelimited, UnclosedQuote } from "../../server/model/delimited.ts";

const rows = (text: string, separator: "," | "\t" = ",") =>
  readDelimited(text, separator).map(({ line, cells }) => [line, ...cells]);

describe("a table", () => {
  it.each(["\n", "\r\n", "\r"])("has each row with the line on which it begins, lines ending in %j", (lineBreak) => {
    const text = ["a,b", '"c', "", 'd",e', "", " , ", "f", ""].join(lineBreak);
    expect(rows(text)).toEqual([
      [1, "a", "b"],
      [2, "c\n\nd", "e"],
      [7, "f"],
    ]);
  });

  it("may begin with a byte order mark, before a quotation mark too", () => {
    expect(rows('\ufeff"a,b",c')).toEqual([[1, "a,b", "c"]]);
  });

  it("has quotation marks doubled or not, unless they open a cell", () => {
    expect(rows('"a ""b""",c "d"\n"e" f,g')).toEqual([
      [1, 'a "b"', 'c "d"'],
      [2, '"e" f', "g"],
    ]);
  });

  it("takes commas in tabbed cells as said, and tabs in others", () => {
    expect(rows("a,b\tc", "\t")).toEqual([[1, "a,b", "c"]]);
    expect(rows("a\tb,c")).toEqual([[1, "a\tb", "c"]]);
  });

  it("is empty without words", () => expect(rows("\n , \n")).toEqual([]));

  it.each([
    ['a,b\n\n"c,d\ne,f', ",", 3],
    ['a\tb\n"c\td\ne\t"f"\n', "\t", 2],
  ] as const)("names the line of a quotation mark that is not closed: %j", (text, separator, line) => {
    expect(() => readDelimited(text, separator)).toThrow(new UnclosedQuote(line));
  });
});
