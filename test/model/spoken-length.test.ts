import { describe, expect, it } from "vitest";
import { spokenSeconds } from "../../server/model/spoken-length.ts";

describe("the time that it takes to say a text", () => {
  it.each<[string, "zh" | "en", number]>([
    ["", "zh", 0],
    ["感谢您的等候。", "zh", 1.5],
    ["字".repeat(240), "zh", 60],
    [Array(150).fill("word").join(" "), "en", 60],
    ["I'll call you back.", "en", 1.6],
    ["网址是example,请查收", "zh", 1.5 + 0.4],
    ["请拨打10086", "zh", 2],
    ["Please dial 10086.", "en", 2.8],
    ["{姓氏}先生", "zh", 1],
    ["请稍候……好了", "zh", 1.25 + 1],
    ["请稍候[停顿]好了", "zh", 1.25 + 1],
    ["One moment ... thank you", "en", 1.6 + 1],
    ["，。？！——", "zh", 0],
  ])("of “%s” in %s is %d seconds", (text, language, seconds) =>
    expect(spokenSeconds(text, language)).toBeCloseTo(seconds),
  );
});
