import { describe, expect, it } from "vitest";
import { readLexiconFiles } from "../server/lexicon/read-files.ts";
import { actsOf } from "../server/model/acts.ts";
import { unmark } from "./support/marks.ts";

describe.each(readLexiconFiles())("$path", ({ file }) => {
  const found = (text: string) =>
    actsOf([{ text, start: 0 }], file.speaker === "customer" ? "customer" : "agent")
      .filter(({ act }) => act === file.act)
      .map(({ start, end }) => text.slice(start, end));

  it("has examples of both kinds, and names its source", () => {
    expect(file.examples.match.length).toBeGreaterThan(0);
    expect(file.examples.clean.length).toBeGreaterThan(0);
    expect(file.source).not.toBe("");
  });

  it.each(file.examples.match)("finds %s", (example) => {
    const { text, spans } = unmark(example);
    expect(spans, "an example marks what is found with ⟦…⟧").not.toEqual([]);
    expect(found(text)).toEqual(spans.map(({ start, end }) => text.slice(start, end)));
  });

  it.each(file.examples.clean)("passes %s", (example) => expect(found(example)).toEqual([]));
});
