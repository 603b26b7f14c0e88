import * as OpenCC from "opencc-js";
import { describe, expect, it } from "vitest";
import * as grammar from "../../grammar/index.ts";
import { inTaiwan, quotedFrom } from "../../server/model/taiwan.ts";
import { TAIWAN_WORDS } from "../../server/model/taiwan-words.ts";
import { RULES } from "../../server/rules/index.ts";

describe("our Chinese in Taiwan", () => {
  it("has other characters, other words and other quotation marks", () => {
    expect(inTaiwan("默认设置：客户发脾气以后，先说“对不起”。")).toBe("預設設定：客戶發脾氣以後，先說「對不起」。");
    expect(inTaiwan("文件夹里的文件，每周一重复；等几分钟再答复，关系不大。")).toBe(
      "資料夾裡的檔案，每週一重複；等幾分鐘再答覆，關係不大。",
    );
  });

  it("leaves alone what is to stay, code, and what is traditional already", () => {
    expect(inTaiwan("“后台”说不清，见 `规则/说明.md`。", ["后台"])).toBe("「后台」說不清，見 `规则/说明.md`。");
    expect(inTaiwan("客户说：皇后鎮，再说")).toBe("客戶說：皇后鎮，再說");
    expect(inTaiwan("```service-script\n客服: 这个\n```\n这个")).toBe("```service-script\n客服: 这个\n```\n這個");
  });

  it("knows which words of a message a script has", () => {
    expect(quotedFrom("客服: 这个我不清楚。", "“不清楚”不如说“我来查”。")).toEqual(["不清楚"]);
    const script = "## 开场\n-> 收尾\n\n## 收尾\n客服: 再见。\n";
    expect(quotedFrom(script, "走到这里没有确认：开场 → 收尾。见：没有")).toEqual(["开场", "收尾"]);
  });

  // What OpenCC's phrases make of them, but for the vocabulary of the list and some choices between two usual characters.
  it("is what OpenCC writes, for all that is said of the rules", () => {
    const convert = OpenCC.Converter({ from: "cn", to: "tw" });
    const words = new RegExp(Object.keys(TAIWAN_WORDS).join("|"), "g");
    const said = RULES.flatMap(({ title, why, fix, messages }) =>
      [title, why, fix, ...Object.values(messages)].map(({ zh }) => zh),
    );
    expect(said.length).toBeGreaterThan(200);
    const sentences = said
      .flatMap((text) => text.split(words))
      .flatMap((part) => part.match(/[\u3400-\u9fff]+/g) ?? []);
    // What leaves a mouth is no act of a play, as OpenCC has it.
    const others = sentences.filter((said) => said !== "一出口" && inTaiwan(said) !== convert(said));
    expect(others.map((sentence) => [sentence, inTaiwan(sentence), convert(sentence)])).toEqual([]);
  });

  it("writes the words that the language reserves so that they can be written", () => {
    for (const table of Object.values<Readonly<Record<string, grammar.Keyword>>>(grammar.KEYWORD_TABLES))
      for (const { id, zh } of Object.values(table))
        for (const word of zh) expect(grammar.lookUp(table, inTaiwan(word)), `${word} ${inTaiwan(word)}`).toBe(id);
  });
});
