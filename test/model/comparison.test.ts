import { describe, expect, it } from "vitest";
import { compareScripts } from "../../server/model/comparison.ts";
import { REPAIR as SCRIPT, twoVersions } from "../support/compared-texts.ts";

function compare(before: string, after: string) {
  const [old, now] = twoVersions(before, after);
  const { changes, promises, apologies } = compareScripts(old, now);
  const first = (text: string, span?: { start: number; end: number }) =>
    span === undefined ? "" : text.slice(span.start, span.end).trim().split("\n")[0]!;
  return {
    changes: changes.map(
      (change) => `${change.kind} ${first(before, change.before?.node)} | ${first(after, change.after?.node)}`,
    ),
    promises: promises.map((change) => `${first(before, change.before)} | ${first(after, change.after)}`),
    apologies: apologies.map((turn) => `${first(before, turn.before)} | ${first(after, turn.after)}`),
  };
}

const NONE = { changes: [], promises: [], apologies: [] };

describe("two versions of a script", () => {
  it("are the same when they are, and when only signs and spaces differ", () => {
    expect(compare(SCRIPT, SCRIPT)).toEqual(NONE);
    expect(compare(SCRIPT, SCRIPT.replaceAll(",", "，").replaceAll("?", "？").replaceAll(": ", "："))).toEqual(NONE);
  });

  it("are told in the order of the later one, what is gone first", () => {
    const before = "## 甲\n客服: 我两小时内给您回电,您看可以吗?\n客户: 好。\n[回电 两小时内]\n客服: 多谢您的耐心。\n";
    const after = "## 甲\n客服: 早上好。\n客服: 我三小时内给您回电,您看可以吗?\n客户: 好。\n[回电 三小时内]\n";
    expect(compare(before, after).changes).toEqual([
      "removed 客服: 多谢您的耐心。 | ",
      "added  | 客服: 早上好。",
      "reworded 客服: 我两小时内给您回电,您看可以吗? | 客服: 我三小时内给您回电,您看可以吗?",
      "reworded [回电 两小时内] | [回电 三小时内]",
    ]);
  });

  it("do not differ by the order of steps, branches and lines", () => {
    const [head, first, second] = SCRIPT.split(/^(?=## )/m) as [string, string, string];
    expect(compare(SCRIPT, `${head}${second}\n${first}`)).toEqual(NONE);
    const branches = SCRIPT.replace("- 能 -> 登记\n", "").replace("  -> 结束\n", "  -> 结束\n- 能 -> 登记\n");
    expect(compare(SCRIPT, branches)).toEqual(NONE);
    const lines = SCRIPT.replace("客户: 幸福里三栋。\n", "").replace(
      "客服: 为了安排",
      "客户: 幸福里三栋。\n客服: 为了安排",
    );
    expect(compare(SCRIPT, lines)).toEqual(NONE);
  });

  it("show a step that has another name, but not the jumps to it", () => {
    expect(compare(SCRIPT, SCRIPT.replaceAll("登记", "安排上门"))).toEqual({
      ...NONE,
      changes: ["renamed ## 登记 | ## 安排上门"],
    });
  });

  it("show steps and branches that are new or gone, without what stands in them", () => {
    const less = SCRIPT.replace(/- 不能\n(?: {2}.*\n)+/, "");
    expect(compare(SCRIPT, less).changes).toEqual(["removed - 不能 |"].map((line) => line.replace("|", "| ")));
    const more = `${SCRIPT}\n## 回访\n客服: 水管还漏吗?\n客户: 不漏了。\n-> 结束\n`;
    expect(compare(SCRIPT, more).changes).toEqual(["added  | ## 回访"]);
  });

  it("show branches that are called otherwise or lead elsewhere", () => {
    expect(compare(SCRIPT, SCRIPT.replace("- 不能", "- 今天来不了")).changes).toEqual([
      "renamed - 不能 | - 今天来不了",
    ]);
    expect(compare(SCRIPT, SCRIPT.replace("- 能 -> 登记", "- 能 -> 结束")).changes).toEqual([
      "redirected - 能 -> 登记 | - 能 -> 结束",
    ]);
  });

  it("show lines in other words, lines that are new, gone or elsewhere, and jumps that lead elsewhere", () => {
    const { changes } = compare(
      SCRIPT,
      SCRIPT.replace("为了安排师傅,请问您的地址是哪里", "为了安排师傅上门,麻烦您报一下地址好吗"),
    );
    expect(changes).toEqual([
      "reworded 客服: 为了安排师傅,请问您的地址是哪里? | 客服: 为了安排师傅上门,麻烦您报一下地址好吗?",
    ]);
    expect(compare(SCRIPT, SCRIPT.replace("客户: 水管漏了。\n", "")).changes).toEqual(["removed 客户: 水管漏了。 | "]);
    const line = "客服: 为了安排师傅,请问您的地址是哪里?";
    const moved = SCRIPT.replace(`${line}\n`, "").replace("客户: 水管漏了。\n", `客户: 水管漏了。\n${line}\n`);
    expect(compare(SCRIPT, moved).changes).toEqual([`moved ${line} | ${line}`]);
    expect(compare(SCRIPT, SCRIPT.replace("  -> 结束", "  -> 登记")).changes).toEqual(["redirected -> 结束 | -> 登记"]);
  });

  it("show promises with another time, and those that are gone or new, but not other words for the same time", () => {
    const { promises } = compare(SCRIPT, SCRIPT.replace("我会在半小时内给您回电", "我会在两小时内给您回电"));
    expect(promises).toEqual(["我会在半小时内给您回电 | 我会在两小时内给您回电"]);
    expect(compare(SCRIPT, SCRIPT.replace("我会在半小时内", "我会在30分钟内")).promises).toEqual([]);
    expect(
      compare(SCRIPT, SCRIPT.replace("我会在半小时内给您回电,告诉您师傅几点到。您看可以吗?", "好的。")).promises,
    ).toEqual(["我会在半小时内给您回电 | "]);
  });

  it("show an apology that is gone, but not one that the step makes elsewhere", () => {
    expect(compare(SCRIPT, SCRIPT.replace("非常抱歉,给您添麻烦了。", "")).apologies).toEqual([
      "客服: 非常抱歉,给您添麻烦了。您先说说当时的情况,好吗? | 客服: 您先说说当时的情况,好吗?",
    ]);
    const elsewhere = SCRIPT.replace("非常抱歉,给您添麻烦了。", "").replace(
      "客户: 水管漏了。\n",
      "客户: 水管漏了。\n客服: 水管漏了一定很着急,非常抱歉。\n",
    );
    expect(compare(SCRIPT, elsewhere).apologies).toEqual([]);
  });

  it("show fields that are new, gone or other, among them phrases", () => {
    const before = "标准: 投诉问题应答\n用语 致歉: 非常抱歉。\n## 开场\n客服: {致歉}\n";
    const after = "渠道: 电话\n用语 致歉: 真对不起。\n## 开场\n客服: {致歉}\n";
    expect(compare(before, after).changes).toEqual([
      "removed 标准: 投诉问题应答 | ",
      "reworded 用语 致歉: 非常抱歉。 | 用语 致歉: 真对不起。",
      "added  | 渠道: 电话",
    ]);
  });

  it("are compared in English too", () => {
    const before = "## Start\nagent: I'm sorry about that. I'll call you back within two hours.\n-> end\n";
    const after = "## Start\nagent: I'll call you back within two days.\n-> end\n";
    expect(compare(before, after)).toEqual({
      changes: [
        "reworded agent: I'm sorry about that. I'll call you back within two hours. | agent: I'll call you back within two days.",
      ],
      promises: ["I'll call you back within two hours | I'll call you back within two days"],
      apologies: [
        "agent: I'm sorry about that. I'll call you back within two hours. | agent: I'll call you back within two days.",
      ],
    });
  });
});
