import { describe, expect, it } from "vitest";
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { SITUATIONS } from "../../server/lexicon/situations.generated.ts";
import { completions } from "../../server/lsp/completion/completion.ts";
import { resolveCompletion } from "../../server/lsp/completion/resolve.ts";
import { ScriptFolder } from "../support/script-folder.ts";

type Files = string | Readonly<Record<string, string>>;

async function ask(files: Files, language: "zh" | "en" = "zh") {
  const folder = await ScriptFolder.open(files, language);
  const { items } = completions(folder.workspace, folder.document, folder.at);
  const ranked = [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
  return { folder, items, labels: ranked.map(({ label }) => label) };
}

/** The text after an item was taken. */
function taken(folder: ScriptFolder, item: CompletionItem): string {
  return TextDocument.applyEdits(folder.document, [item.textEdit as { range: never; newText: string }]);
}

const SHARED = "用语 致歉: 非常抱歉。\n变量 工号: 客服的工号\n\n## 收尾\n客服: 再见。\n\n## 问候\n客服: 您好。";
const HEAD = "引用 公共: ./公共.sscript\n角色 班长: 同事\n变量 姓氏: 客户的姓\n\n## 开场\n";
const folder = (text: string) => ({ "main.sscript": HEAD + text, "公共.sscript": SHARED });

describe("completion offers", () => {
  it.each<[string, Files, readonly string[], readonly string[]]>([
    ["fields and speakers at the top", "█", ["渠道", "客服", "客户"], ["等候"]],
    ["speakers and declared roles further down", folder("客服: 您好。\n█"), ["客服", "客户", "班长"], ["渠道"]],
    ["a field's values", "场景: █", ["投诉", "救援"], ["电话"]],
    ["more values behind the first, behind a full-width comma too", "渠道：电话，█", ["在线", "邮件"], []],
    ["traditional keywords in a traditional script", "語言: zh-TW\n█", ["客服", "場景", "用語"], ["场景"]],
    ["traditional keywords where the text shows it", "# 電話斷線投訴\n\n## 開場\n客戶(█", ["憤怒", "不滿"], ["愤怒"]],
    [
      "English ones in an English script",
      "# Call\n\n## Opening\nagent: Good morning.\ncustomer (█",
      ["angry"],
      ["愤怒"],
    ],
    ["steps behind an arrow, of all files", folder("-> █"), ["开场", "公共#收尾", "公共#问候", "结束"], []],
    ["steps behind a choice's full-width arrow", folder("- 能 —》█"), ["开场", "公共#收尾"], []],
    ["steps behind a detour", folder("⇒ 公共#█"), ["公共#收尾"], []],
    ["phrases and variables in braces, of all files", folder("客服: {█"), ["姓氏", "公共#致歉", "公共#工号"], []],
    ["them in full-width braces", folder("客服：您好，｛█"), ["姓氏"], []],
    ["actions", "## 开场\n【█", ["等候", "挂机"], ["客户"]],
    ["who hangs up", "## 开场\n[挂机 █", ["客户", "客服"], ["同事"]],
    ["whom something goes to", folder("[通知 维修部]\n[转接 █"), ["班长", "维修部"], []],
    ["a customer's labels, without those that are there", "## 开场\n客户(着急，█", ["不满"], ["着急"]],
    ["an agent's labels, and whom it is said to", folder("客服(█"), ["确认", "致歉", "对班长"], ["不满"]],
    ["whom it is said to", folder("客服（对█"), ["班长"], ["致歉"]],
    ["a choice's labels", "## 开场\n- 不(█", ["拒绝", "同意"], ["致歉"]],
    [
      "other scripts to import",
      { "a/main.sscript": "引用 公共: █", "公共.sscript": "# 公共话术\n" },
      ["../公共.sscript"],
      [],
    ],
    ["the words of an ignore comment", "## 开场\n// █\n客服: 不清楚。", ["忽略", "忽略全文"], ["至"]],
    ["rules in it", "## 开场\n// 忽略 █\n客服: 不清楚。", ["forbidden/brush-off", "missing/apology"], []],
    [
      "until when and by whom behind them",
      "## 开场\n// 忽略 forbidden/brush-off █\n客服: 不清楚。",
      ["至", "由"],
      ["forbidden/brush-off"],
    ],
  ])("%s", async (_, files, expected, missing) => {
    const { labels } = await ask(files);
    expect(labels).toEqual(expect.arrayContaining([...expected]));
    for (const label of missing) expect(labels).not.toContain(label);
  });

  it("nothing in what customers say, behind a reason's colon, and in plain comments", async () => {
    for (const text of ["客户: █", "客户: 我要 -> █", "[等候 2分钟: █", "// 随便 █", "> 说明 █", "客服: 请按 -> █"])
      expect((await ask(folder(text))).labels, text).toEqual([]);
  });

  it("names that replace what was typed of them", async () => {
    for (const [text, label, expected] of [
      ["-> 公共#收█", "公共#收尾", "-> 公共#收尾"],
      ["客服: {姓█", "姓氏", "客服: {姓氏}"],
      ["客服: {姓█}您好", "姓氏", "客服: {姓氏}您好"],
      ["[通█", "通知", "[通知"],
      ["客户(着急、不█", "不满", "客户(着急、不满"],
      ["客█", "客户", "客户: "],
    ] as const) {
      const { folder: place, items } = await ask(folder(text));
      const item = items.find((candidate) => candidate.label === label)!;
      expect(taken(place, item)).toBe(HEAD + expected);
      expect(item.filterText ?? item.label).toContain(label);
    }
  });

  it("rules first that find something in the next line, and finds them by their titles", async () => {
    const { labels, items } = await ask("## 开场\n// 忽略 █\n客服: 这个我不清楚。");
    expect(labels[0]).toBe("forbidden/brush-off");
    expect(items.find(({ label }) => label === "missing/apology")?.filterText).toContain("致歉");
  });
});

describe("what an agent may say", () => {
  const first = async (files: Files) => (await ask(files)).labels[0];

  it.each([
    [
      "an apology after an angry turn",
      "## 开场\n客服: 您好。\n客户(愤怒): 又断了!\n客服: █",
      "非常抱歉，给您添麻烦了。",
    ],
    [
      "an apology after words of complaint",
      "## 开场\n客服: 您好。\n客户: 我要投诉你们！\n客服：█",
      "非常抱歉，给您添麻烦了。",
    ],
    [
      "an apology in the branch of those who are upset",
      "## 开场\n客服: 您好。\n- 还是不行(不满)\n  客服: █",
      "非常抱歉，给您添麻烦了。",
    ],
    [
      "a request before a hold, with its reason and time",
      "## 开场\n客服: █\n[等候 2分钟: 查询网络]",
      "我需要查询网络，大约2分钟，您方便稍等一下吗？",
    ],
    ["thanks after a hold", "## 开场\n客服: 您方便稍等吗？\n客户: 好。\n[等候 2分钟: 查询]\n客服: █", "感谢您的等候。"],
    ["a greeting at the beginning", "## 开场\n客服: █", "您好，很高兴为您服务，请问有什么可以帮您？"],
    ["an answer to thanks", "## 开场\n客服: 好了。\n客户(感谢): 多谢。\n客服: █", "不客气，很高兴为您服务。"],
    ["an answer to an apology", "## 开场\n客服: 好了。\n客户(抱歉): 我记错了。\n客服: █", "没关系。"],
    [
      "a goodbye before the end",
      "## 开场\n客服: 好了。\n客户(道别): 再见。\n客服: █",
      "感谢您的来电，祝您生活愉快，再见。",
    ],
    [
      "a polite interruption of somebody who goes on",
      "## 开场\n客服: 好了。\n客户: 我跟你说那天我去你们那里——\n客服: █",
      "对不起，我能占用一下您的时间吗？",
    ],
    [
      "what the label says",
      "## 开场\n客服: 您好。\n客户: 喂喂。\n客服(请求重复): █",
      "很对不起，我没听清，请您再说一遍，好吗？",
    ],
    [
      "it in traditional Chinese",
      "語言: zh-TW\n\n## 開場\n客服: 您好。\n客戶(憤怒): 又斷了!\n客服: █",
      "非常抱歉，給您添麻煩了。",
    ],
    [
      "it in English",
      "# Call\n\n## opening\nagent: Hello.\ncustomer (angry): Again!\nagent: █",
      "I'm very sorry for the trouble this has caused you.",
    ],
    [
      "an English hold",
      "# Call\n\n## opening\nagent: █\n[hold 2 minutes: check the network]",
      "I need to check the network, which takes about 2 minutes. Would you mind holding?",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await first(text)).toBe(expected);
  });

  it("is there for all twelve situations, under their names in the reader's language", async () => {
    const { items } = await ask("## 开场\n客服: 您好。\n客户: 你好。\n客服: █");
    for (const { name, say } of SITUATIONS)
      for (const sentence of say["zh-CN"])
        expect(items.find(({ label }) => label === sentence)?.detail).toBe(name["zh-CN"]);
    const english = await ask("## 开场\n客服: 您好。\n客户: 你好。\n客服: █", "en");
    expect(english.items.find(({ label }) => label === "没关系。")?.detail).toBe("Answering an apology");
  });

  it("goes with what was typed: the beginning of a clause, the situation's name, or some of its words", async () => {
    const after = async (typed: string) => ask(`## 开场\n客服: 您好。\n客户(愤怒): 又断了!\n客服: ${typed}█`);
    for (const typed of ["非常", "给您", "致歉", "麻烦", "好的，非常"]) {
      const { folder: place, items } = await after(typed);
      const item = items.find(({ label }) => label === "非常抱歉，给您添麻烦了。")!;
      const kept = typed.includes("，") ? "好的，" : "";
      expect(taken(place, item).split("\n")[3]).toBe(`客服: ${kept}非常抱歉，给您添麻烦了。`);
    }
    expect((await after("qwx")).items).toEqual([]);
    expect((await after("您")).items.every(({ kind }) => kind === CompletionItemKind.Text)).toBe(true);
  });
});

describe("documentation", () => {
  it("comes for the item that is looked at, in the reader's language", async () => {
    const text = async (files: Files, label: string, language: "zh" | "en" = "zh") => {
      const { folder: place, items } = await ask(files, language);
      const item = resolveCompletion(place.workspace, items.find((candidate) => candidate.label === label)!);
      return (item.documentation as { value: string }).value;
    };
    expect(await text("## 开场\n[█", "等候")).toContain("征得同意");
    expect(await text("## 开场\n[█", "等候", "en")).toContain("Ask first");
    expect(await text(folder("-> █"), "公共#收尾")).toContain("步骤");
    expect(await text(folder("客服: {█"), "公共#致歉")).toContain("非常抱歉");
    expect(await text("## 开场\n// 忽略 █", "missing/apology")).toContain("为什么");
  });
});

it("completes anywhere in any text without throwing", async () => {
  const text =
    "渠道:\n引用 a: \n用语 : {\n## \n- (\n客户(,对: {a#}\n[等候 :\n[\n-> \n=> a#\n// 忽略 x/y\n客服(对\n客服:";
  const place = await ScriptFolder.open(text);
  for (let offset = 0; offset <= text.length; offset++)
    completions(place.workspace, place.document, { ...place.at, position: place.document.positionAt(offset) });
  expect((await ask("")).labels).toContain("客服");
});
