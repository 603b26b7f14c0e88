import { describe, expect, it } from "vitest";
import { readerOf, readSettings } from "../../server/lsp/settings.ts";
import { hoverToReader } from "../../server/lsp/to-reader.ts";

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

describe("a hover for a reader in Taiwan", () => {
  const script = "渠道: 电话\n变量 姓氏: 客户的姓\n\n## 开场\n[等候 2分钟: 查询网络]\n-> 登记\n\n## 登记";
  const told = (value: string) =>
    hoverToReader({ isTaiwan: true }, { contents: { kind: "markdown", value } }, script)!.contents;

  it.each([
    ["names of the script", "**登记** 步骤\n\n从这里来: 开场 → 登记", "**登记** 步驟\n\n從這裡來: 开场 → 登记"],
    ["what it declares", "**姓氏** 变量说明\n\n客户的姓", "**姓氏** 變量說明\n\n客户的姓"],
    ["words that are typed so", "**电话** 電話 · phone · 记录", "**电话** 電話 · phone · 记录"],
    ["its times", "时间: 2分钟", "時間: 2分钟"],
    ["code", "`查询: 网络`，这样写", "`查询: 网络`，這樣寫"],
  ])("leaves %s as they stand, and tells the rest in its own writing", (_, value, expected) =>
    expect(told(value)).toEqual({ kind: "markdown", value: expected }),
  );
});
