import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encode } from "../support/encode.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

interface Report {
  readonly filePath: string;
  readonly errorCount: number;
  readonly messages: readonly { readonly ruleId: string; readonly line: number; readonly column: number }[];
}

async function lint(...paths: string[]): Promise<{ code: number | null; reports: Report[] }> {
  const { code, stdout } = await run(["lint", "--format", "json", ...paths]);
  return { code, reports: JSON.parse(stdout) as Report[] };
}

const SCRIPT = "## 开场\n客服: 老用户请稍等一分钟好吗?\n";
const LIST = "词语,级别,建议,理由\n老用户,错误,老朋友,我们的客户不叫用户。\n";
const CONFIGURATION = "lexicons:\n  - 门店禁语.csv\n";

describe("service-script lint with an organisation's own words", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(LIST)],
    [
      "UTF-8 with a byte order mark, as Excel saves it",
      new TextEncoder().encode(`\ufeff${LIST.replaceAll("\n", "\r\n")}`),
    ],
    ["GB18030, as Excel saves it in China", encode(LIST.replaceAll("\n", "\r\n"), "gb18030")],
    ["a short list in GB18030", encode("词语\n老用户\n", "gb18030")],
    ["Big5", encode("詞語,級別\n老用戶,錯誤\n".replace("詞語", "禁語"), "big5")],
    ["UTF-16 with tabs, Excel's Unicode text", encode(`\ufeff${LIST.replaceAll(",", "\t")}`, "utf-16le")],
  ])("reads a list in %s", async (_, list) => {
    const path = folder({ "a.sscript": SCRIPT, "service-script.config.yaml": CONFIGURATION, "门店禁语.csv": list });
    const { reports } = await lint(path);
    expect(reports.map(({ messages }) => messages)).toEqual([
      [expect.objectContaining({ ruleId: "own/phrase", line: 2, column: 5 })],
    ]);
  });

  it("finds the nearest configuration above a script, wherever it is run", async () => {
    const path = folder({
      "service-script.config.yaml": CONFIGURATION,
      "门店禁语.csv": LIST,
      "东/西/a.sscript": SCRIPT,
      "其他/service-script.config.yaml": "lexicons: []\n",
      "其他/b.sscript": SCRIPT,
    });
    const rules = async (script: string) =>
      (await lint(join(path, script))).reports.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
    expect(await rules("东/西/a.sscript")).toEqual(["own/phrase"]);
    expect(await rules("其他/b.sscript")).toEqual([]);
  });

  it("shows what is wrong with a list, and ends with 2", async () => {
    const path = folder({
      "a.sscript": "## 开场\n客服: 您好。\n",
      "service-script.config.yaml": "lexicons:\n  - 门店禁语.csv\n  - 没有.csv\n",
      "门店禁语.csv": "词语\n老用户\n老 用 户\n",
    });
    const { code, reports } = await lint(path);
    expect(code).toBe(2);
    expect(
      reports.flatMap(({ filePath, messages }) =>
        messages.map(({ ruleId, line, column }) => `${filePath.slice(path.length + 1)}:${line}:${column} ${ruleId}`),
      ),
    ).toEqual(["service-script.config.yaml:3:5 config/missing-list", "门店禁语.csv:3:1 config/duplicate-phrase"]);
    const { stdout } = await run(["lint", path]);
    expect(stdout).toContain("检查了 1 份话术：2 个错误");
    expect((await run(["lint", "--exit-zero", path])).code).toBe(2);
    expect((await run(["explain", "config/missing-list"])).stdout).toContain("找不到");
  });

  it("reads a list beside the configuration, and none outside", async () => {
    const path = folder({
      "secret.csv": "口令\n123456\n",
      "work/service-script.config.yaml": "lexicons: [../secret.csv, lists/a.yaml]\n",
      "work/lists/a.yaml": "rules:\n  - id: old\n    any: 老用户\n",
      "work/scripts/a.sscript": SCRIPT,
    });
    const { stdout } = await run(["lint", join(path, "work/scripts")]);
    expect(stdout).toContain("config/outside-list");
    expect(stdout).toContain("own/old");
    expect(stdout).not.toContain("123456");
  });

  it("knows a phrase by the words of the organisation whose folder it is in", async () => {
    const files = {
      "common/公共.sscript": "用语 致歉: 给您作个揖了。\n\n## 收尾\n客服: 再见。\n",
      "calls/a.sscript":
        "引用 公共: ../common/公共.sscript\n\n## 开场\n客户(愤怒): 又断了!\n客服: {公共#致歉}\n客服: 原因是线路断了。\n",
    };
    const configuration = {
      "common/service-script.config.yaml": "lexicons: [a.yaml]\n",
      "common/a.yaml": "acts:\n  - act: apologise\n    patterns: 给您作个揖\n",
    };
    const rules = async (path: string) =>
      (await lint(join(path, "common"), join(path, "calls"))).reports.flatMap(({ messages }) =>
        messages.map(({ ruleId }) => ruleId),
      );
    expect(await rules(folder(files))).toContain("missing/apology");
    expect(await rules(folder({ ...files, ...configuration }))).not.toContain("missing/apology");
  });

  it("follows every path for what the organisation demands, with acts of another pack", async () => {
    const path = folder({
      "service-script.config.yaml": "lexicons: [acts.yaml, demands.yaml]\n",
      "acts.yaml": "acts:\n  - { act: 录音告知, patterns: 通话录音 }\n",
      "demands.yaml":
        "obligations:\n  - id: recording-notice\n    precedence: { of: 核实资料, first: 录音告知 }\n    severity: error\n    message: 没有告知录音\n",
      "common/公共.sscript": "类型: 片段\n\n## 核实\n客服: 为了登记，请问您的手机号码是多少？\n",
      "a.sscript":
        "引用 公共: common/公共.sscript\n\n## 开场\n? 什么事\n- 换套餐\n  客服: 本次通话录音。\n- 查话费\n=> 公共#核实\n",
    });
    const { code, stdout } = await run(["lint", path]);
    expect(code).toBe(1);
    expect(stdout).toContain("没有告知录音：开场 → 查话费");
    const { reports } = await lint(path);
    expect(reports.flatMap(({ messages }) => messages)).toEqual([
      expect.objectContaining({ ruleId: "own/recording-notice", line: 8, column: 1 }),
    ]);
  });

  it("names the place of a word in a demand that it does not know", async () => {
    const path = folder({
      "a.sscript": "## 开场\n客服: 您好。\n",
      "service-script.config.yaml": "lexicons: [demands.yaml]\n",
      "demands.yaml": "obligations:\n  - id: one\n    existence: { of: 至歉 }\n",
    });
    const { stdout } = await run(["lint", path]);
    expect(stdout).toContain("是不是想写“致歉”？");
    const { code, reports } = await lint(path);
    expect(code).toBe(2);
    expect(reports.flatMap(({ messages }) => messages)).toEqual([
      expect.objectContaining({ ruleId: "config/unknown-event", line: 3, column: 22 }),
    ]);
  });
});
