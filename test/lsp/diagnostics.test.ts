import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type CancellationToken,
  CancellationTokenSource,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver-protocol/node";
import { MANUAL_REQUEST } from "../../server/protocol.ts";
import { LanguageServer } from "../support/language-server.ts";

const PULL = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
const BAD = "## 开场\n客服: 这个我不清楚。\n";
const SHARED = "类型: 片段\n\n## 收尾\n客服: 再见。\n";

let folder: string;
let server: LanguageServer;
const uri = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

/** Starts a server in the folder. */
async function start(capabilities: object = {}, options: Readonly<Record<string, unknown>> = {}) {
  server = await LanguageServer.start("zh-cn", options, capabilities, undefined, [pathToFileURL(folder).href]);
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scripts-"));
});
afterEach(async () => {
  expect(await server.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

const codes = (items: readonly { code?: unknown }[]) => items.map(({ code }) => code);

describe("diagnostics that are sent", () => {
  it("come for files that were never opened, and go with the file", async () => {
    write("坏.sscript", BAD);
    write("好.sscript", "## 开场\n客服: 您好。\n");
    await start();
    await expect.poll(() => codes(server.latest(uri("坏.sscript")))).toEqual(["forbidden/brush-off"]);
    expect(server.publishedCount(uri("好.sscript"))).toBe(0);
    rmSync(join(folder, "坏.sscript"));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uri("坏.sscript"), type: 3 }],
    });
    await expect.poll(() => server.latest(uri("坏.sscript"))).toEqual([]);
  });

  it("go with the folder in which a file was", async () => {
    mkdirSync(join(folder, "旧"));
    write("旧/坏.sscript", BAD);
    await start();
    await expect.poll(() => codes(server.latest(uri("旧/坏.sscript")))).toEqual(["forbidden/brush-off"]);
    renameSync(join(folder, "旧"), join(folder, "新"));
    const files = [{ oldUri: uri("旧"), newUri: uri("新") }];
    await server.connection.sendNotification("workspace/didRenameFiles", { files });
    await expect.poll(() => codes(server.latest(uri("新/坏.sscript")))).toEqual(["forbidden/brush-off"]);
    expect(server.latest(uri("旧/坏.sscript"))).toEqual([]);
  });

  it("are those of the disk again when a changed document is closed", async () => {
    write("坏.sscript", BAD);
    await start();
    await expect.poll(() => codes(server.latest(uri("坏.sscript")))).toEqual(["forbidden/brush-off"]);
    expect(await server.open(uri("坏.sscript"), "## 开场\n客服: 您好。\n")).toEqual([]);
    await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: uri("坏.sscript") } });
    await expect.poll(() => codes(server.latest(uri("坏.sscript")))).toEqual(["forbidden/brush-off"]);
  });

  it("tell of a shared step that nobody uses any more as soon as the last use has gone", async () => {
    write("公共.sscript", SHARED);
    write("断线.sscript", "引用 公共: ./公共.sscript\n\n## 开场\n客服: 您好。\n=> 公共#收尾\n");
    await start();
    const open = await server.open(uri("断线.sscript"), "引用 公共: ./公共.sscript\n\n## 开场\n=> 公共#收尾\n");
    expect(open).toEqual([]);
    expect(codes(server.latest(uri("公共.sscript")))).toEqual([]);
    await server.change(uri("断线.sscript"), 2, "引用 公共: ./公共.sscript\n\n## 开场\n客服: 您好。\n");
    await expect.poll(() => codes(server.latest(uri("公共.sscript")))).toEqual(["flow/unused-fragment"]);
  });

  it("lead to the manual where the client shows it", async () => {
    await start({}, { manual: "service-script-manual:" });
    const [finding] = await server.open(uri("新.sscript"), BAD);
    expect(finding?.codeDescription?.href).toBe("service-script-manual:/zh/forbidden/brush-off.md");
    const page = await server.request<string>(MANUAL_REQUEST, { ruleId: finding?.code, language: "zh" });
    expect(page).toContain("怎么改");
    expect(await server.request(MANUAL_REQUEST, { ruleId: "syntax/no-speaker", language: "en" })).toContain(
      "who speaks",
    );
    expect(await server.request(MANUAL_REQUEST, { ruleId: "no/such", language: "en" })).toBe(null);
  });
});

describe("diagnostics that are fetched", () => {
  const pull = (name: string, previousResultId?: string) =>
    server.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri: uri(name) },
      previousResultId,
    });
  const pullAll = (
    previousResultIds: { uri: string; value: string }[] = [],
    more: object = {},
    token?: CancellationToken,
  ) => server.request<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds, ...more }, token);
  const known = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
    items.map(({ uri, resultId }) => ({ uri, value: resultId! }));

  it("are not sent too", async () => {
    await start(PULL);
    await server.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: uri("新.sscript"), languageId: "service-script", version: 1, text: BAD },
    });
    const report = await pull("新.sscript");
    expect(report.kind === "full" && codes(report.items)).toEqual(["forbidden/brush-off"]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(server.publishedCount(uri("新.sscript"))).toBe(0);
  });

  it("are said to be unchanged until they change, and count what is imported", async () => {
    write("公共.sscript", "## 告别\n客服: 再见。\n");
    await start(PULL);
    const refreshed = new Promise((resolve) =>
      server.connection.onRequest("workspace/diagnostic/refresh", () => {
        resolve(undefined);
        return null;
      }),
    );
    await server.connection.sendNotification("textDocument/didOpen", {
      textDocument: {
        uri: uri("断线.sscript"),
        languageId: "service-script",
        version: 1,
        text: "引用 公共: ./公共.sscript\n\n## 开场\n=> 公共#收尾\n",
      },
    });
    const first = await pull("断线.sscript");
    expect(first.kind === "full" && codes(first.items)).toEqual(["flow/undefined-step"]);
    expect(await pull("断线.sscript", first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    write("公共.sscript", SHARED);
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uri("公共.sscript"), type: 2 }],
    });
    await refreshed;
    await expect.poll(() => pull("断线.sscript", first.resultId)).toMatchObject({ kind: "full", items: [] });
  });

  it("come for the whole workspace: all at first, then what has changed, and nothing of what has gone", async () => {
    write("坏.sscript", BAD);
    write("好.sscript", "## 开场\n客服: 您好。\n");
    await start(PULL);
    const { items } = await pullAll();
    const found = items.map((item) => [item.uri, item.kind === "full" ? codes(item.items) : item.kind, item.version]);
    expect(found.sort()).toEqual(
      [
        [uri("坏.sscript"), ["forbidden/brush-off"], null],
        [uri("好.sscript"), [], null],
      ].sort(),
    );
    const again = await pullAll(known(items));
    expect(again.items.map(({ kind }) => kind)).toEqual(["unchanged", "unchanged"]);
    rmSync(join(folder, "坏.sscript"));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uri("坏.sscript"), type: 3 }],
    });
    await expect
      .poll(async () => (await pullAll(known(items))).items.find((item) => item.uri === uri("坏.sscript")))
      .toMatchObject({ kind: "full", items: [] });
  });

  it("tell how far they are, give what they have, and stop when nobody waits for them", async () => {
    for (let index = 0; index < 200; index++) write(`${index}.sscript`, BAD.repeat(40));
    await start(PULL);
    const progress: string[] = [];
    const partial: WorkspaceDocumentDiagnosticReport[] = [];
    server.connection.onNotification("$/progress", ({ token, value }) => {
      if (token === "work") progress.push(value.kind);
      else partial.push(...value.items);
    });
    const { items } = await pullAll([], { workDoneToken: "work", partialResultToken: "part" });
    expect(partial.length + items.length).toBe(200);
    expect(partial.length).toBeGreaterThan(100);
    expect([progress[0], progress.at(-1)]).toEqual(["begin", "end"]);
    for (let index = 0; index < 200; index++) write(`${index}.sscript`, BAD.repeat(30));
    const changes = Array.from({ length: 200 }, (_, index) => ({ uri: uri(`${index}.sscript`), type: 2 }));
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    const source = new CancellationTokenSource();
    const cancelled = pullAll([], { partialResultToken: "part" }, source.token);
    source.cancel();
    await expect(cancelled).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});
