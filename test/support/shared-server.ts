import { afterAll, beforeAll, expect } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LanguageServer } from "./language-server.ts";
import { unmark } from "./marks.ts";

/** One language server, in Chinese, for all tests of a file, and how a text with a cursor █ is opened in it. */
export function sharedServer() {
  let server: LanguageServer;
  beforeAll(async () => {
    server = await LanguageServer.start("zh-cn");
  });
  afterAll(async () => expect(await server.stop()).toBe(0));
  let count = 0;
  return {
    get server() {
      return server;
    },
    /** Opens a text and returns what a request about the place of its cursor needs. */
    async open(marked: string) {
      const { text, cursors } = unmark(marked);
      const uri = `file:///test/${++count}.sscript`;
      const diagnostics = await server.open(uri, text);
      const document = TextDocument.create(uri, "service-script", 1, text);
      const cursor = cursors[0] ?? 0;
      return {
        uri,
        text,
        document,
        diagnostics,
        cursor,
        at: { textDocument: { uri }, position: document.positionAt(cursor) },
      };
    },
  };
}
