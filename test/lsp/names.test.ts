import { describe, expect, it } from "vitest";
import { definition } from "../../server/lsp/definition.ts";
import { willRenameFiles } from "../../server/lsp/file-rename.ts";
import { highlights, references } from "../../server/lsp/references.ts";
import { prepareRename, rename } from "../../server/lsp/rename.ts";
import { ScriptFolder, uriOf } from "../support/script-folder.ts";

// The cursor █ stands on a name; ⟦…⟧ marks every place of it, in all files.
const NAMES: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  [
    "a step of the script",
    {
      "main.sscript":
        "## 开场\n客服: 请您登记。\n- 能 -> ⟦登█记⟧\n- 不能 => 登记处\n  -> ⟦登記。⟧\n\n## ⟦登记⟧\n客服: 登记。",
    },
  ],
  [
    "a step of another script, under whatever alias",
    {
      "main.sscript": "引用 公共: ./公共.sscript\n\n## 开场\n=> 公共#⟦收█尾⟧\n-> 公共 ＃ ⟦收尾⟧",
      "公共.sscript": "## 问候\n客服: 收尾。\n-> ⟦收尾⟧\n\n## ⟦收尾⟧\n客服: 再见。",
      "别的.sscript": "import c: ./公共.sscript\n\n## 收尾\n客服: 您好。\n=> c#⟦收尾⟧\n-> 收尾",
    },
  ],
  [
    "a phrase, in what is said, in other phrases and scripts, and in actions",
    {
      "main.sscript":
        "用语 ⟦致█歉⟧: 非常抱歉。\n用语 安抚: {⟦致歉⟧}我来帮您。\n\n## 开场\n客服: {⟦致歉⟧}致歉。\\{致歉}｛⟦致歉⟧｝\n[记录 {⟦致歉⟧}]\n// {致歉}",
      "别的.sscript": "引用 m: ./main.sscript\n\n## 开场\n客服: {m#⟦致歉⟧}",
    },
  ],
  ["a variable", { "main.sscript": "变量 ⟦姓氏⟧: 客户的姓\n\n## 开场\n客服: { ⟦姓█氏⟧ }先生,您好。" }],
  [
    "an alias",
    {
      "main.sscript":
        "引用 ⟦公共⟧: ./公共.sscript\n\n## 公共\n=> ⟦公█共⟧#收尾\n客服: {⟦公共⟧#致歉}\n-> 公共\n=> ⟦公共⟧#没有",
      "公共.sscript": "用语 致歉: 抱歉。\n\n## 收尾\n客服: 再见。",
    },
  ],
  [
    "a role, where it speaks, is spoken to, and has something done",
    {
      "main.sscript":
        "角色 ⟦班长⟧: 同事\n\n## 开场\n客服(对⟦班█长⟧): 班长您好。\n⟦班长⟧ 老赵: 您好。\n⟦班长⟧: 好。\n[通知 ⟦班长⟧ 10分钟内]",
    },
  ],
];

describe("a name", () => {
  it.each(NAMES)("is found wherever it stands: %s", async (_, files) => {
    const folder = await ScriptFolder.open(files);
    const context = { includeDeclaration: true };
    const found = await references(folder.workspace, folder.document, { ...folder.at, context });
    expect(folder.places(found)).toEqual(folder.marked());
    const used = await references(folder.workspace, folder.document, {
      ...folder.at,
      context: { includeDeclaration: false },
    });
    expect(used).toHaveLength(found.length - 1);
    const here = highlights(folder.workspace, folder.document, folder.at);
    expect(here.map(({ range }) => range)).toEqual(
      found.filter(({ uri }) => uri === folder.document.uri).map(({ range }) => range),
    );
  });

  it.each(NAMES)("leads to where it is given: %s", async (_, files) => {
    const folder = await ScriptFolder.open(files);
    const place = definition(folder.workspace, folder.document, folder.at)!;
    const context = { includeDeclaration: true };
    const found = await references(folder.workspace, folder.document, { ...folder.at, context });
    expect(found.some(({ uri, range }) => uri === place.uri && range.start.line === place.range.start.line)).toBe(true);
  });

  it.each(NAMES)("gets another name in all scripts, and nothing else changes: %s", async (_, files) => {
    const folder = await ScriptFolder.open(files);
    const { placeholder } = prepareRename(folder.workspace, folder.document, folder.at);
    expect(Object.values(files).join("").replaceAll("█", "")).toContain(`⟦${placeholder}⟧`);
    const { changes } = await rename(folder.workspace, folder.document, { ...folder.at, newName: " 新名 " });
    const expected = Object.entries(files).map(([name, text]) => [
      name,
      text.replaceAll(/⟦[^⟧]*⟧/g, "新名").replaceAll("█", ""),
    ]);
    expect(folder.after(changes!)).toEqual(Object.fromEntries(expected));
  });

  it.each([
    ["already the name of a step", "## 开█场\n客服: 您好。\n\n## 登记\n客服: 请讲。", "登記", /已经有/],
    ["already the name of a variable", "变量 姓氏: 姓\n用语 致█歉: 抱歉。\n\n## 开场\n客服: {致歉}", "姓氏", /已经有/],
    ["the end of the call", "## 开█场\n客服: 您好。", "结束", /通话结束/],
    ["no name", "## 开█场\n客服: 您好。", " 。", /空/],
    ["with an arrow in it", "## 开█场\n- 能 -> 开场\n- 不能 -> 结束", "甲 -> 乙", /别的意思/],
    ["with a brace in it", "用语 致█歉: 抱歉。\n\n## 开场\n客服: {致歉}", "致}歉", /别的意思/],
    ["a field's, as a role", "角色 班█长: 同事\n\n## 开场\n班长: 您好。", "渠道", /别的意思/],
    [
      "a step's of an imported script",
      {
        "main.sscript": "引用 公共: ./公共.sscript\n\n## 开█场\n=> 公共#收尾",
        "公共.sscript": "## 收尾\n客服: 再见。",
      },
      "公共#收尾",
      /别的意思/,
    ],
  ])("is refused where it is %s", async (_, files, newName, message) => {
    const folder = await ScriptFolder.open(files);
    await expect(rename(folder.workspace, folder.document, { ...folder.at, newName })).rejects.toThrow(message);
  });

  it("may be written otherwise, and be given to one of two that are alike", async () => {
    const same = await ScriptFolder.open("## 登█记\n-> 登记");
    const { changes } = await rename(same.workspace, same.document, { ...same.at, newName: "登記" });
    expect(same.after(changes!)).toEqual({ "main.sscript": "## 登記\n-> 登記" });
    const twice = await ScriptFolder.open("## 登记\n客服: 一。\n-> 登记\n\n## 登█记\n客服: 二。");
    const result = await rename(twice.workspace, twice.document, { ...twice.at, newName: "登记二" });
    expect(twice.after(result.changes!)).toEqual({
      "main.sscript": "## 登记\n客服: 一。\n-> 登记\n\n## 登记二\n客服: 二。",
    });
  });

  it("is told in the reader's language where there is none to change", async () => {
    const zh = await ScriptFolder.open("## 开场\n客服: 您█好。");
    expect(() => prepareRename(zh.workspace, zh.document, zh.at)).toThrow(/没有可以改的名字/);
    const en = await ScriptFolder.open("## opening\nagent: Go█od morning.", "en");
    expect(() => prepareRename(en.workspace, en.document, en.at)).toThrow(/Nothing here/);
  });

  it.each(["", "█", "## \n-> \n=> \n客服: {}{#}{a#}#", "引用 : \n角色 : 同事\n[通知 ]\n=> #"])(
    "is sought in vain in %j, and nothing breaks",
    async (text) => {
      const folder = await ScriptFolder.open(text);
      const document = folder.document;
      for (let offset = 0; offset <= document.getText().length; offset++) {
        const at = { ...folder.at, position: document.positionAt(offset) };
        definition(folder.workspace, document, at);
        highlights(folder.workspace, document, at);
        await references(folder.workspace, document, { ...at, context: { includeDeclaration: true } });
      }
    },
  );
});

describe("files that are renamed", () => {
  const files = {
    "断线.sscript": "引用 公共: ./shared/公共 1.sscript\n引用 别的: 别的.sscript\n\n## 开场\n=> 公共#收尾",
    "别的.sscript": "引用 公共: ./shared/公共 1.sscript\n\n## 开场\n客服: 您好。",
    "shared/公共 1.sscript": "引用 断: ..\\断线.sscript\n\n## 收尾\n客服: 再见。",
  };

  it("take the imports along that lead to them, and their own", async () => {
    const folder = await ScriptFolder.open(files);
    const edit = await willRenameFiles(folder.workspace, {
      files: [{ oldUri: uriOf("shared/公共 1.sscript"), newUri: uriOf("公共.sscript") }],
    });
    const after = folder.after(edit!.changes!);
    expect(after["断线.sscript"]).toBe("引用 公共: ./公共.sscript\n引用 别的: 别的.sscript\n\n## 开场\n=> 公共#收尾");
    expect(after["别的.sscript"]).toContain("引用 公共: ./公共.sscript\n");
    expect(after["shared/公共 1.sscript"]).toContain("引用 断: ./断线.sscript\n");
  });

  it("may be folders", async () => {
    const folder = await ScriptFolder.open(files);
    const edit = await willRenameFiles(folder.workspace, {
      files: [{ oldUri: uriOf("shared"), newUri: uriOf("a/公用") }],
    });
    const after = folder.after(edit!.changes!);
    expect(after["断线.sscript"]).toContain("引用 公共: ./a/公用/公共 1.sscript\n");
    expect(after["shared/公共 1.sscript"]).toContain("引用 断: ../../断线.sscript\n");
  });

  it("change nothing where nobody imports them, nor where they move together", async () => {
    const folder = await ScriptFolder.open(files);
    const single = { oldUri: uriOf("没有.sscript"), newUri: uriOf("x.sscript") };
    expect(await willRenameFiles(folder.workspace, { files: [single] })).toBe(null);
    const together = { oldUri: "file:///folder", newUri: "file:///elsewhere" };
    expect(await willRenameFiles(folder.workspace, { files: [together] })).toBe(null);
  });
});
