import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InitializeResult, ServerCapabilities } from "vscode-languageserver-protocol";
import { LanguageServer } from "../support/language-server.ts";

const TEXT = `引用 公共: ./公共.sscript
用语 致歉: 非常抱歉。

## 开场
客服: {致歉}这个我不清楚。
- 能 -> 登记
- 不能 -> 公共#收尾

## 登记
### 核对
[等候 2分钟: 查询]
-> 结束
`;
const uri = "file:///stdio/main.sscript";
const shared = "file:///stdio/公共.sscript";
const textDocument = { uri };
const at = (line: number, character: number) => ({ textDocument, position: { line, character } });
const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

// Every request of the protocol that the server announces, as an editor sends it, and what has to be in the answer.
const REQUESTS: readonly (readonly [
  capability: keyof ServerCapabilities,
  method: string,
  params: object,
  told: string,
])[] = [
  ["documentSymbolProvider", "documentSymbol", { textDocument }, "登记"],
  ["hoverProvider", "hover", at(5, 8), "步骤"],
  ["definitionProvider", "definition", at(6, 12), "公共.sscript"],
  ["referencesProvider", "references", { ...at(8, 4), context: { includeDeclaration: true } }, '"line":5'],
  ["documentHighlightProvider", "documentHighlight", at(8, 4), '"line":5'],
  ["renameProvider", "prepareRename", at(8, 4), "登记"],
  ["renameProvider", "rename", { ...at(8, 4), newName: "备案" }, "备案"],
  ["completionProvider", "completion", at(11, 3), "公共#收尾"],
  ["codeActionProvider", "codeAction", { textDocument, range: all, context: { diagnostics: [] } }, "忽略这里的"],
  [
    "codeActionProvider",
    "codeAction",
    { textDocument, range: all, context: { diagnostics: [], only: ["source.fixAll"] } },
    '"##"',
  ],
  ["documentFormattingProvider", "formatting", { textDocument, options: {} }, "["],
  ["foldingRangeProvider", "foldingRange", { textDocument }, '"startLine":3'],
  ["selectionRangeProvider", "selectionRange", { textDocument, positions: [{ line: 4, character: 8 }] }, "parent"],
  ["documentLinkProvider", "documentLink", { textDocument }, "target"],
  ["semanticTokensProvider", "semanticTokens/full", { textDocument }, "resultId"],
  ["semanticTokensProvider", "semanticTokens/range", { textDocument, range: all }, "data"],
  ["codeLensProvider", "codeLens", { textDocument }, "serviceScript.showReferences"],
  ["inlayHintProvider", "inlayHint", { textDocument, range: all }, "非常抱歉"],
  ["callHierarchyProvider", "prepareCallHierarchy", at(8, 4), "登记"],
  ["signatureHelpProvider", "signatureHelp", at(10, 5), "原因"],
  ["linkedEditingRangeProvider", "linkedEditingRange", at(8, 4), "ranges"],
];

let server: LanguageServer;
let announced: InitializeResult["capabilities"];
beforeAll(async () => {
  server = await LanguageServer.start("zh-cn", { commands: true, manual: "manual:" });
  announced = server.capabilities;
  await server.open(shared, "## 收尾\n客服: 再见。\n");
  await server.open(uri, TEXT);
});
afterAll(async () => expect(await server.stop()).toBe(0));

describe("over standard input and output", () => {
  it.each(REQUESTS)("%s: %s", async (capability, method, params, told) => {
    expect(announced[capability]).toBeTruthy();
    expect(JSON.stringify(await server.request(`textDocument/${method}`, params))).toContain(told);
  });

  it.each(REQUESTS)("%s: %s of a document that is not open is answered with nothing", async (_, method, params) => {
    const answer = await server.request(`textDocument/${method}`, { ...params, textDocument: { uri: "file:///none" } });
    expect(answer === null || JSON.stringify(answer) === '{"data":[]}').toBe(true);
  });

  it("tells what a rename cannot do, and why", async () => {
    await expect(server.request("textDocument/rename", { ...at(8, 4), newName: "开场" })).rejects.toThrow(/已经有/);
    await expect(server.request("textDocument/prepareRename", at(4, 12))).rejects.toThrow(/没有可以改的名字/);
  });

  it("finds symbols in the workspace, documents a completion, follows a hierarchy and a file", async () => {
    // Without a folder the workspace is what is open.
    expect(JSON.stringify(await server.request("workspace/symbol", { query: "收尾" }))).toContain("收尾");
    const { items } = await server.request<{ items: { label: string }[] }>("textDocument/completion", at(11, 3));
    const item = items.find(({ label }) => label === "登记")!;
    expect(JSON.stringify(await server.request("completionItem/resolve", item))).toContain("步骤");
    const [step] = await server.request<object[]>("textDocument/prepareCallHierarchy", at(8, 4));
    expect(JSON.stringify(await server.request("callHierarchy/incomingCalls", { item: step }))).toContain("开场");
    expect(await server.request("callHierarchy/outgoingCalls", { item: step })).toEqual([]);
    const files = [{ oldUri: shared, newUri: "file:///stdio/常用.sscript" }];
    expect(JSON.stringify(await server.request("workspace/willRenameFiles", { files }))).toContain("./常用.sscript");
  });

  it("sends only what changed of the tokens", async () => {
    const { resultId } = await server.request<{ resultId: string }>("textDocument/semanticTokens/full", {
      textDocument,
    });
    await server.change(uri, 2, `${TEXT}\n## 收尾\n客服: 再见。\n`);
    const delta = await server.request<{ edits: { data: number[] }[] }>("textDocument/semanticTokens/full/delta", {
      textDocument,
      previousResultId: resultId,
    });
    expect(delta.edits).toHaveLength(1);
    // The new step's heading and speaker, five numbers each.
    expect(delta.edits[0]!.data).toHaveLength(10);
    await server.change(uri, 3, TEXT);
  });
});
