import { describe, expect, it } from "vitest";
import { readerOf, readSettings } from "../../server/lsp/settings.ts";

describe("the reader's language", () => {
  it("is the editor's where it is not set, and English where nobody says", () => {
    const auto = readSettings({ language: "auto" });
    expect(readerOf(auto, "zh-tw")).toEqual({ language: "zh", isTaiwan: true });
    expect(readerOf(auto, "zh-cn")).toEqual({ language: "zh", isTaiwan: false });
    expect(readerOf(auto, "fr")).toEqual({ language: "en", isTaiwan: false });
    expect(readerOf(readSettings({ language: "zh-TW" }), undefined)).toEqual({ language: "zh", isTaiwan: true });
  });
});

it.each([undefined, null, 3, "off", {}, { run: "sometimes", language: "fr" }])("%j are no settings", (value) => {
  expect(readSettings(value)).toEqual({ run: "onType", language: "auto" });
});
