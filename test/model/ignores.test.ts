import { describe, expect, it } from "vitest";
import { readDocument } from "../../server/model/document.ts";
import { silencesIn } from "../../server/model/ignores.ts";
import { unmark } from "../support/marks.ts";

/** Checks that the only ignore comment of a script is about exactly the stretch between ⟦ and ⟧. */
function about(marked: string): void {
  const { text, spans } = unmark(marked);
  expect(silencesIn(readDocument("test:", text)).map(({ span }) => span)).toEqual(spans);
}

describe("an ignore comment is about", () => {
  it("the next turn with its continuation, over blank lines and comments", () =>
    about("## 开场\n// 忽略 a/b: 理由\n\n// 说明\n⟦客服: 您好,\n  请讲。⟧\n客户: 嗯。"));
  it("a whole step", () => about("## 甲\n客服: 好。\n// 忽略 a/b: 理由\n⟦## 乙\n客服: 好。\n\n⟧## 丙\n客服: 好。"));
  it("a choice with its branch", () =>
    about("## 甲\n// ignore a/b: why\n⟦- 能\n  客服: 好。\n  客户: 嗯。⟧\n- 不能 -> 结束"));
  it("a turn inside a branch", () => about("## 甲\n- 能\n  // 忽略 a/b: 理由\n  ⟦客服: 好。⟧\n  客户: 嗯。"));
  it("the whole file", () => about("⟦// 忽略全文: 反面教材\n## 甲\n客服: 好。⟧"));
});

it("has rules, date, name and reason, in both languages and full width", () => {
  const parts = (text: string) =>
    silencesIn(readDocument("test:", text)).map(({ ignore }) => [
      ignore.scope,
      ignore.rules.map((rule) => rule.text),
      ignore.until?.text,
      ignore.by?.text,
      ignore.reason?.text,
    ]);
  expect(parts("// 忽略 a/b，c/d 至 2027-01-01 由 质检组：客户要求")).toEqual([
    ["next", ["a/b", "c/d"], "2027-01-01", "质检组", "客户要求"],
  ]);
  expect(parts("//Ignore a/b until 2027-01-01 by QA team: asked for")).toEqual([
    ["next", ["a/b"], "2027-01-01", "QA team", "asked for"],
  ]);
  expect(parts("// ignore-file a/b")).toEqual([["file", ["a/b"], undefined, undefined, undefined]]);
  expect(parts("// 忽略这一点吧\n// ignore this: it is fine\n// 忽略 掉它")).toEqual([]);
});
