import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import {
  createProtocolConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { format } from "../../grammar/index.ts";
import { EXECUTABLE } from "../support/executable.ts";
import { unmark } from "../support/marks.ts";
import { sharedServer } from "../support/shared-server.ts";

const session = sharedServer();
let count = 0;
const options = { tabSize: 8, insertSpaces: false };

/** Opens a text, asks for edits at its mark ⟦…⟧ or █, and returns them with the text that they make. */
async function ask(method: string, marked: string, more: object = {}) {
  const { text, spans, cursors } = unmark(marked);
  const uri = `file:///formatting/${++count}.sscript`;
  await session.server.open(uri, text);
  const document = TextDocument.create(uri, "service-script", 1, text);
  const [span] = spans;
  const range = span && { start: document.positionAt(span.start), end: document.positionAt(span.end) };
  const position = cursors[0] === undefined ? undefined : document.positionAt(cursors[0]);
  const params = { textDocument: { uri }, options, ...(range && { range }), ...(position && { position }), ...more };
  const edits = await session.server.request<TextEdit[]>(method, params);
  return { edits, after: TextDocument.applyEdits(document, edits) };
}

describe("formatting a script", () => {
  it("changes only what is not in the one form, whatever the editor's wishes about tabs", async () => {
    const { edits, after } = await ask(
      "textDocument/formatting",
      "## 开场\r\n客服: 您好\r\n- 能\r\n\t客服：好：的\r\n\r\n\r\n-> 结束",
    );
    expect(after).toBe("## 开场\r\n客服: 您好\r\n- 能\r\n  客服: 好：的\r\n\r\n-> 结束\r\n");
    expect(edits).toEqual([
      { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } }, newText: "  客服: " },
      { range: { start: { line: 5, character: 0 }, end: { line: 6, character: 0 } }, newText: "" },
      { range: { start: { line: 6, character: 5 }, end: { line: 6, character: 5 } }, newText: "\r\n" },
    ]);
  });

  it("changes no sample", async () => {
    for (const path of globSync("samples/**/*.{sscript,话术}")) {
      const uri = pathToFileURL(resolve(path)).href;
      await session.server.open(uri, readFileSync(path, "utf8"));
      expect(await session.server.request("textDocument/formatting", { textDocument: { uri }, options }), path).toEqual(
        [],
      );
    }
  });

  it("answers null for a document that is not open", async () => {
    const textDocument = { uri: "file:///none.sscript" };
    expect(await session.server.request("textDocument/formatting", { textDocument, options })).toBe(null);
  });
});

describe("formatting a range", () => {
  it.each([
    [
      "the lines that it touches",
      "## 开场\n客服：一\n客⟦服：二\n客⟧服：三\n客服：四",
      "## 开场\n客服：一\n客服: 二\n客服: 三\n客服：四",
    ],
    ["not the line at whose start it ends", "## 开场\n⟦客服：一\n⟧客服：二", "## 开场\n客服: 一\n客服：二"],
    [
      "a heading, with the blank line above it",
      "## 开场\n客服：一\n⟦##登记⟧\n客服：二",
      "## 开场\n客服：一\n\n## 登记\n客服：二",
    ],
    [
      "signs only, where another depth would be another branch",
      "## 开场\n- 甲\n    - 乙\n⟦        客服：一⟧\n        客服：二",
      "## 开场\n- 甲\n    - 乙\n        客服: 一\n        客服：二",
    ],
    ["the last line", "## 开场\n客服：一\n⟦客服：二⟧", "## 开场\n客服：一\n客服: 二\n"],
  ])("%s", async (_, marked, expected) => {
    expect((await ask("textDocument/rangeFormatting", marked)).after).toBe(expected);
  });
});

describe("formatting while typing", () => {
  it.each([
    [
      "a line break finishes the line above",
      "\n",
      "## 开场\n客服：一\n- 能\n\t客服（确认）：对吗  \n\t█\n客服：二",
      "## 开场\n客服：一\n- 能\n  客服(确认): 对吗\n\t\n客服：二",
    ],
    [
      "and leaves blank lines to the author",
      "\n",
      "## 开场\n客服: 一\n\n\n█\n\n客服: 二",
      "## 开场\n客服: 一\n\n\n\n\n客服: 二",
    ],
    [
      "and the depth of a comment to the line that comes",
      "\n",
      "## 开场\n- 能\n  // 一\n  █\n- 不能 -> 结束",
      "## 开场\n- 能\n  // 一\n  \n- 不能 -> 结束",
    ],
    ["a line break at the start of the text", "\n", "█客服：一", "客服：一"],
    ["a full-width colon before words", "：", "## 开场\n客服：█您好\n客服：二", "## 开场\n客服: 您好\n客服：二"],
    ["a colon in what is said", ":", "## 开场\n客服: 电话:█", "## 开场\n客服: 电话:"],
    ["a colon after which nothing is said yet", "：", "## 开场\n客服：█", "## 开场\n客服："],
  ])("%s", async (_, ch, marked, expected) => {
    expect((await ask("textDocument/onTypeFormatting", marked, { ch })).after).toBe(expected);
  });
});

describe("the server", () => {
  it("gives the text of `format`", async () => {
    const text = "　　##开场\n　　客服：您好\n　　－ 能→结束\n\n\n　　// 完";
    expect((await ask("textDocument/formatting", text)).after).toBe(format(text));
  });

  it("says what it formats, and after which signs", async () => {
    const child = spawn(process.execPath, [EXECUTABLE, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const { capabilities } = await connection.sendRequest<InitializeResult>("initialize", params);
    expect(capabilities).toMatchObject({
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: [":", "："] },
    });
    const ended = new Promise((resolve) => child.on("exit", resolve));
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    expect(await ended).toBe(0);
  });
});
