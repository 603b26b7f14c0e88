import { describe, expect, it } from "vitest";
import type { CallHierarchyItem, FoldingRange, InlayHint, SelectionRange } from "vscode-languageserver";
import type { Span } from "../../grammar/index.ts";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "../../server/lsp/call-hierarchy.ts";
import { codeLenses } from "../../server/lsp/code-lenses.ts";
import { documentLinks } from "../../server/lsp/document-links.ts";
import { folding } from "../../server/lsp/folding.ts";
import { inlayHints } from "../../server/lsp/inlay-hints.ts";
import { linkedEditing } from "../../server/lsp/linked-editing.ts";
import { outline } from "../../server/lsp/outline.ts";
import { selectionRanges } from "../../server/lsp/selection-ranges.ts";
import { LEGEND, ScriptTokens } from "../../server/lsp/semantic-tokens.ts";
import { signatureHelp } from "../../server/lsp/signature-help.ts";
import { workspaceSymbols } from "../../server/lsp/workspace-symbols.ts";
import { ScriptFolder, uriOf } from "../support/script-folder.ts";

const BROKEN =
  "渠道:\n引用 a: \n用语 : {\n用语 b: {b}\n## \n- (\n客户(,对: {a#}{b}\n[等候 :\n[\n-> \n=> a#\n  - \n客服(对\n客服:{b}\n## b";

describe("symbols of all scripts", () => {
  it("are found by letters of their names in order, folded", async () => {
    const { workspace } = await ScriptFolder.open({
      "main.sscript": "# 断线\n变量 姓氏: 姓\n角色 班长: 同事\n\n## 登记情况\n客服: 好。",
      "别的.sscript": "用语 致歉: 抱歉。\n\n## 情况说明\n客服: 好。",
    });
    const find = async (query: string) => (await workspaceSymbols(workspace, { query })).map(({ name }) => name);
    expect(await find("")).toEqual(["姓氏", "班长", "登记情况", "致歉", "情况说明"]);
    expect(await find("登況")).toEqual(["登记情况"]);
    expect(await find("情况")).toEqual(["登记情况", "情况说明"]);
    const [symbol] = await workspaceSymbols(workspace, { query: "登记" });
    expect(symbol).toMatchObject({ containerName: "断线", location: { uri: uriOf("main.sscript") } });
  });
});

describe("folding", () => {
  it("hides steps, branches, long turns, imports and comments, and no blank line behind them", async () => {
    const text =
      "引用 a: ./a.sscript\n引用 b: ./b.sscript\n// 一\n// 二\n\n## 开场\n客服: 一\n  二\n- 能\n  客服: 好。\n- 不能\n\n## 登记\n客服: 好。\n\n";
    const { workspace, document, at } = await ScriptFolder.open(text);
    const ranges = folding(workspace, document, at);
    const lines = ({ startLine, endLine, kind }: FoldingRange) => `${startLine}-${endLine}${kind ? ` ${kind}` : ""}`;
    expect(ranges.map(lines).sort()).toEqual(["0-1 imports", "12-13", "2-3 comment", "5-10", "6-7", "8-9"].sort());
  });
});

describe("growing a selection", () => {
  it("takes name, sentence, words, line, branch, step, script", async () => {
    const { workspace, document, at } = await ScriptFolder.open(
      "变量 姓: x\n\n## 开场\n- 能\n  客服: 您好。{█姓}先生。\n- 不能\n\n## 登记\n客服: 好。",
    );
    const [range] = selectionRanges(workspace, document, { ...at, positions: [at.position] });
    const texts: string[] = [];
    for (let next: SelectionRange | undefined = range; next; next = next.parent)
      texts.push(document.getText(next.range));
    expect(texts.map((text) => text.trim())).toEqual([
      "姓",
      "{姓}先生。",
      "您好。{姓}先生。",
      "客服: 您好。{姓}先生。",
      "- 能\n  客服: 您好。{姓}先生。",
      "- 能\n  客服: 您好。{姓}先生。\n- 不能",
      "## 开场\n- 能\n  客服: 您好。{姓}先生。\n- 不能",
      document.getText(),
    ]);
  });
});

describe("links", () => {
  it("lead from imports to files that are there, and from ignored rules to the manual", async () => {
    const { workspace, document, at } = await ScriptFolder.open({
      "main.sscript":
        "引用 公共: ./公共.sscript\n引用 无: ./无.sscript\n\n## 开场\n// 忽略 forbidden/brush-off: 原话\n客服: 不清楚。",
      "公共.sscript": "## 收尾\n客服: 再见。",
    });
    workspace.manual = "manual:";
    const links = documentLinks(workspace, document, at);
    expect(links.map(({ range, target }) => [document.getText(range), target])).toEqual([
      ["./公共.sscript", uriOf("公共.sscript")],
      ["forbidden/brush-off", "manual:/zh/forbidden/brush-off.md"],
    ]);
  });
});

describe("semantic tokens", () => {
  const text =
    "引用 公共: ./公共.sscript\n角色 班长: 同事\n用语 致歉: 抱歉。\n\n## 开场\n客服(致歉): {致歉}\n班长: 好。\n[等候 1分钟]\n- 能(同意) -> 开场\n=> 公共#收尾";
  const files = { "main.sscript": text, "公共.sscript": "## 收尾\n客服: 再见。" };
  const read = (data: readonly number[], source: string) => {
    const lines = source.split("\n");
    const tokens: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      if (data[at]! > 0) character = 0;
      line += data[at]!;
      character += data[at + 1]!;
      const modifier = LEGEND.tokenModifiers[Math.log2(data[at + 4]!)];
      const type = LEGEND.tokenTypes[data[at + 3]!];
      tokens.push(
        `${lines[line]!.slice(character, character + data[at + 2]!)} ${type}${modifier ? `.${modifier}` : ""}`,
      );
    }
    return tokens;
  };

  it("say what words stand for", async () => {
    const { workspace, document } = await ScriptFolder.open(files);
    expect(read(new ScriptTokens().full(workspace, document).data, text)).toEqual([
      "公共 namespace.declaration",
      "班长 class.declaration",
      "致歉 macro.declaration",
      "开场 function.declaration",
      "客服 class.agent",
      "致歉 enumMember",
      "致歉 macro",
      "班长 class",
      "等候 event",
      "同意 enumMember",
      "开场 function",
      "公共 namespace",
      "收尾 function",
    ]);
  });

  it("come for a part, and as what has changed", async () => {
    const { workspace, document } = await ScriptFolder.open(files);
    const from = text.indexOf("[等候");
    const part = new ScriptTokens().range(workspace, document, { start: from, end: from + 5 });
    expect(read(part.data, text)).toEqual(["等候 event"]);
    const tokens = new ScriptTokens();
    const first = tokens.full(workspace, document);
    const same = tokens.delta(workspace, document, first.resultId!);
    expect(same).toMatchObject({ edits: [] });
  });
});

describe("code lenses", () => {
  it("open the flow, and count what leads to a step and what is found in it", async () => {
    const { workspace, document, at } = await ScriptFolder.open(
      "# 断线\n\n## 开场\n客服: 这个我不清楚。\n- 能 -> 登记\n- 不能 -> 登记\n\n## 登记\n客服: 请讲。\n-> 结束",
    );
    const lenses = codeLenses(workspace, document, at);
    expect(lenses.map(({ range, command }) => `${range.start.line} ${command!.title}`)).toEqual([
      "0 打开流程图",
      "0 排练",
      "2 1 个问题",
      "7 从这里排练",
      "7 2 处指向这里",
    ]);
    expect(lenses[4]!.command!.arguments![2]).toHaveLength(2);
  });
});

describe("inlay hints", () => {
  it("tell how long steps and long turns take, and the words of phrases", async () => {
    const long = "一".repeat(40);
    const { workspace, document, at } = await ScriptFolder.open(
      `用语 致歉: 非常抱歉，给您添麻烦了，我马上为您查询。\n\n## 开场\n客服: ${long}\n客服: 好。{致歉}\n客户: ${long}\n- 甲\n  客服: ${long}\n- 乙`,
    );
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = inlayHints(workspace, document, { ...at, range });
    const told = ({ position, label }: InlayHint) => `${position.line} ${label}`;
    expect(hints.map(told)).toEqual([
      "2 ≈ 25–35 秒",
      "3 ≈ 10 秒",
      "7 ≈ 10 秒",
      "4 : 非常抱歉，给您添麻烦了，我马上为…",
    ]);
    expect(inlayHints(workspace, document, { ...at, range: { start: range.start, end: range.start } })).toEqual([]);
  });
});

describe("call hierarchy", () => {
  it("goes along jumps and detours, over files, both ways", async () => {
    const { workspace, document, at } = await ScriptFolder.open({
      "main.sscript":
        "引用 公共: ./公共.sscript\n\n## 开场\n- 能 -> 登█记\n- 不能\n  => 登记\n=> 公共#收尾\n\n## 登记\n客服: 好。\n-> 开场",
      "公共.sscript": "## 收尾\n客服: 再见。",
      "别的.sscript": "引用 m: ./main.sscript\n\n## 起\n=> m#登记",
    });
    const [item] = prepareCallHierarchy(workspace, document, at)!;
    expect(item!.name).toBe("登记");
    const incoming = await incomingCalls(workspace, item!);
    expect(incoming.map(({ from, fromRanges }) => `${from.name} ${fromRanges.length}`)).toEqual(["开场 2", "起 1"]);
    const outgoing = (step: CallHierarchyItem) => outgoingCalls(workspace, step).map(({ to }) => to.name);
    expect(outgoing(item!)).toEqual(["开场"]);
    expect(outgoing(incoming[0]!.from)).toEqual(["登记", "收尾"]);
    expect(prepareCallHierarchy(workspace, document, { ...at, position: { line: 9, character: 1 } })).toBe(null);
  });
});

describe("signature help", () => {
  it.each([
    ["[等候█", "[等候 时间: 原因]", "时间"],
    ["[等候 2分钟: 查█", "[等候 时间: 原因]", "原因"],
    ["【通知 █", "[通知 通知谁 时间: 原因]", "通知谁"],
    ["[通知 维修部 █", "[通知 通知谁 时间: 原因]", "时间"],
    ["[通知维修部10分钟内█", "[通知 通知谁 时间: 原因]", "时间"],
    ["[回电 17:00█", "[回电 时间: 原因]", "时间"],
    ["[hold █", "[等候 时间: 原因]", "时间"],
  ])("in %s", async (text, label, part) => {
    const { workspace, document, at } = await ScriptFolder.open(`## 开场\n客服: 好。\n${text}`);
    const help = signatureHelp(workspace, document, at)!;
    const [signature] = help.signatures;
    expect(signature!.label).toBe(label);
    const [start, end] = signature!.parameters![help.activeParameter!]!.label as [number, number];
    expect(label.slice(start, end)).toBe(part);
  });

  it("is silent elsewhere", async () => {
    for (const text of ["[█", "[等候]█", "客服: [等候 █", "[不明 █"]) {
      const { workspace, document, at } = await ScriptFolder.open(`## 开场\n${text}`);
      expect(signatureHelp(workspace, document, at)).toBe(null);
    }
  });
});

describe("linked editing", () => {
  it("joins the places of a name that are written alike", async () => {
    const { workspace, document, at } = await ScriptFolder.open("## 登█记\n- 能 -> 登记\n- 不能 -> 登記\n=> 登记");
    const linked = linkedEditing(workspace, document, at)!;
    expect(linked.ranges.map((range) => range.start.line)).toEqual([0, 1, 3]);
    const alone = await ScriptFolder.open("## 登█记\n客服: 登记");
    expect(linkedEditing(alone.workspace, alone.document, alone.at)).toBe(null);
  });
});

it("nothing throws on empty, broken and deep texts, and all that is told lies in the text", async () => {
  const deep = Array.from({ length: 2000 }, (_, depth) => `${" ".repeat(depth)}- 甲`).join("\n");
  for (const text of ["", "\n", "\0", BROKEN, `## 开场\n${deep}`, BROKEN.replaceAll("\n", "\r")]) {
    const { workspace, document, at } = await ScriptFolder.open(text);
    const range = { start: document.positionAt(0), end: document.positionAt(text.length) };
    outline(workspace, document);
    codeLenses(workspace, document, at);
    documentLinks(workspace, document, at);
    inlayHints(workspace, document, { ...at, range });
    new ScriptTokens().full(workspace, document);
    for (const { startLine, endLine } of folding(workspace, document, at)) {
      expect(endLine).toBeGreaterThan(startLine);
      expect(endLine).toBeLessThan(document.lineCount);
    }
    const spans: Span[] = [];
    for (let offset = 0; offset <= text.length; offset += Math.ceil(text.length / 200) || 1) {
      const here = { ...at, position: document.positionAt(offset) };
      linkedEditing(workspace, document, here);
      signatureHelp(workspace, document, here);
      prepareCallHierarchy(workspace, document, here);
      const [selection] = selectionRanges(workspace, document, { ...at, positions: [here.position] });
      spans.push({ start: document.offsetAt(selection!.range.start), end: document.offsetAt(selection!.range.end) });
    }
    for (const { start, end } of spans) expect(start).toBeLessThanOrEqual(end);
  }
});
