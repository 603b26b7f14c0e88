import { describe, expect, it } from "vitest";
import { hover } from "../../server/lsp/hover.ts";
import { ScriptFolder } from "../support/script-folder.ts";

type Files = string | Readonly<Record<string, string>>;

async function ask(files: Files, language: "zh" | "en" = "zh") {
  const folder = await ScriptFolder.open(files, language);
  const found = hover(folder.workspace, folder.document, folder.at);
  const text = (found?.contents as { value: string } | undefined)?.value;
  return { text, under: found?.range && folder.document.getText(found.range) };
}

const STEPS =
  "## 开场\n客服: 您好。\n- 能 -> 登记\n- 不能 -> 登记\n\n## 登█记\n客服: 一二三四五六七八。\n- 是\n  客服: 一二三四五六七八。\n- 否";

// The cursor █ stands on something; expected is what is underlined, and what must be told of it.
const THINGS: readonly (readonly [what: string, files: Files, under: string, told: readonly string[]])[] = [
  ["a step: who leads here and how long it takes", STEPS, "登记", ["步骤", "从这里来: 开场", "2–4 秒"]],
  [
    "a step into which the one before falls",
    "## 开场\n客服: 您好。\n\n## 登█记\n客服: 好。",
    "登记",
    ["从这里来: 开场"],
  ],
  ["a step to which nothing leads", "## 开场\n-> 结束\n\n## 登█记\n客服: 好。", "登记", ["没有箭头指向它"]],
  ["a target", "## 开场\n-> 登█记\n\n## 登记\n客服: 好。", "登记", ["步骤", "从这里来: 开场"]],
  [
    "a target in another file",
    { "main.sscript": "引用 公共: ./公共.sscript\n\n## 开场\n=> 公共#收█尾", "公共.sscript": "## 收尾\n客服: 再见。" },
    "收尾",
    ["步骤", "从这里来: 开场 \\(main.sscript\\)"],
  ],
  [
    "an alias",
    { "main.sscript": "引用 公共: ./公共.sscript\n\n## 开场\n=> 公█共#收尾", "公共.sscript": "## 收尾\n客服: 再见。" },
    "公共",
    ["引用", "步骤: 收尾", "1 处用到"],
  ],
  ["the end", "## 开场\n客服: 您好。\n-> 结█束", "结束", ["通话到这里结束"]],
  ["a jump's arrow", "## 开场\n-█> 结束", "-> ", ["不再回来"]],
  ["a detour's arrow", "## 开场\n=█> 开场", "=> ", ["回到这里"]],
  [
    "a phrase, with its words",
    "用语 致歉: 非常抱歉。\n\n## 开场\n客服: {致█歉}",
    "致歉",
    ["用语", "非常抱歉", "1 处用到"],
  ],
  ["a variable", "变量 姓氏: 客户的姓\n\n## 开场\n客服: {姓█氏}您好。", "姓氏", ["变量", "客户的姓"]],
  ["a role", "角色 班长: 同事\n\n## 开场\n班█长: 您好。", "班长", ["角色", "同事"]],
  ["a field", "渠█道: 电话\n\n## 开场\n客服: 您好。", "渠道", ["channel", "在哪里和客户说话"]],
  ["one of a field's values", "渠道: 电话、在█线\n\n## 开场\n客服: 您好。", "在线", ["chat"]],
  ["a customer's label", "## 开场\n客户(着█急): 断了!", "着急", ["anxious", "先致歉"]],
  ["an agent's label", "## 开场\n客服(致█歉): 您受累了。", "致歉", ["算数", "例如: 非常抱歉"]],
  ["a choice's label", "## 开场\n- 能(同█意) -> 结束\n- 不能", "同意", ["agree"]],
  ["a speaker", "## 开场\n客█服: 一二三四五六七八。", "客服", ["agent", "大约 2 秒"]],
  [
    "an action, with its time",
    "## 开场\n客服: 好。\n[等█候 2分钟: 查询网络]",
    "[等候 2分钟: 查询网络]",
    ["征得同意", "时间: 2分钟"],
  ],
  [
    "an ignore comment",
    "## 开场\n// 忽█略 forbidden/brush-off: 照录原话\n客服: 这个我不清楚。",
    "// 忽略 forbidden/brush-off: 照录原话",
    ["下一行"],
  ],
  [
    "a rule in an ignore comment",
    "## 开场\n// 忽略 forbidden/brush█-off: 照录原话\n客服: 这个我不清楚。",
    "forbidden/brush-off",
    ["为什么"],
  ],
  ["a finding", "## 开场\n客服: 这个我不█清楚。", "不清楚", ["为什么", "可以这样说"]],
  ["a damaged line", "## 开场\n客█服 您好。", "客服", ["冒号", "syntax/speaker-without-colon"]],
];

describe("hovering over", () => {
  it.each(THINGS)("%s", async (_, files, under, told) => {
    const found = await ask(files);
    for (const part of told) expect(found.text).toContain(part);
    expect(found.under).toBe(under);
  });

  it("speaks the reader's language, whatever the script's", async () => {
    const { text } = await ask("## 开场\n客户(着█急): 断了!", "en");
    expect(text).toContain("The customer is anxious");
    expect((await ask(STEPS, "en")).text).toContain("Comes from: 开场");
  });

  it("says nothing where people just talk, and of comments", async () => {
    for (const text of ["## 开场\n客服: 您█好。", "// 随█便写写\n## 开场\n客服: 您好。", "█", "## 开场\n> 给█人看"])
      expect((await ask(text)).text).toBe(undefined);
  });

  it("never throws, wherever the cursor is in whatever text", async () => {
    const text = "渠道:\n引用 a: a\n用语 : {\n## \n- (\n客户(,对: {a#}\n[等候 :\n[\n-> \n=> a#\n// 忽略 x/y\n客服(对";
    const folder = await ScriptFolder.open(text);
    for (let offset = 0; offset <= text.length; offset++)
      hover(folder.workspace, folder.document, { ...folder.at, position: folder.document.positionAt(offset) });
  });
});
