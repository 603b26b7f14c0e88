import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  RegistrationParams,
} from "vscode-languageserver-protocol";
import { MANUAL_REQUEST } from "../../server/protocol.ts";
import { LanguageServer } from "../support/language-server.ts";

const BAD = "## 开场\n客服: 这个我不清楚。\n";
const uri = "file:///settings/a.sscript";
const textDocument = { uri };
const CAN_ASK = { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } };
const CAN_PULL = { textDocument: { diagnostic: {} } };

let server: LanguageServer;
let settings: unknown;
let registered: RegistrationParams["registrations"];
afterEach(async () => expect(await server.stop()).toBe(0));

/** A server whose client answers what the settings are. */
async function start(initial: unknown, capabilities: object = {}, folders: readonly string[] = []): Promise<void> {
  settings = initial;
  registered = [];
  server = await LanguageServer.start(
    "zh-cn",
    {},
    { ...CAN_ASK, ...capabilities },
    (connection) => {
      connection.onRequest("workspace/configuration", ({ items }) => {
        expect(items).toEqual([{ section: "serviceScript" }]);
        return [settings];
      });
      connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
        registered.push(...registrations);
      });
    },
    folders,
  );
  await expect.poll(() => registered.map(({ method }) => method)).toContain("workspace/didChangeConfiguration");
}

/** Changes the settings, as their client tells of it. */
async function set(changed: unknown): Promise<void> {
  settings = changed;
  await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
}

const codes = (found: readonly Diagnostic[] = server.latest(uri)) => found.map(({ code }) => code);
const message = () => server.latest(uri)[0]?.message ?? "";
const save = () => server.connection.sendNotification("textDocument/didSave", { textDocument });

describe("when scripts are checked", () => {
  it("off takes away what was found, everywhere, and on brings it back", async () => {
    const folder = mkdtempSync(join(tmpdir(), "scripts-"));
    writeFileSync(join(folder, "坏.sscript"), BAD);
    writeFileSync(join(folder, "service-script.config.yaml"), "rules:\n  forbidden/brush-of: error\n");
    const [far, config] = ["坏.sscript", "service-script.config.yaml"].map(
      (name) => pathToFileURL(join(folder, name)).href,
    );
    await start({ run: "onType" }, {}, [pathToFileURL(folder).href]);
    await server.open(uri, BAD);
    const counts = () => [uri, far!, config!].map((one) => server.latest(one).length);
    await expect.poll(counts).toEqual([1, 1, 1]);
    await set({ run: "off" });
    await expect.poll(counts).toEqual([0, 0, 0]);
    const hover = await server.request<Hover | null>("textDocument/hover", {
      textDocument,
      position: { line: 1, character: 7 },
    });
    expect(JSON.stringify(hover)).not.toContain("forbidden/brush-off");
    expect(await server.change(uri, 2, `${BAD}客服: 我不知道。\n`)).toEqual([]);
    await set({ run: "onType" });
    await expect.poll(counts).toEqual([2, 1, 1]);
    rmSync(folder, { recursive: true });
  });

  it("on saving: while somebody types, what was found stays", async () => {
    await start({ run: "onSave" });
    await server.open(uri, BAD);
    expect(codes()).toEqual(["forbidden/brush-off"]);
    const before = server.publishedCount(uri);
    await server.send(uri, 2, "## 开场\n客服: 您好。\n");
    // Longer than the pause that typing is given.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(server.publishedCount(uri)).toBe(before);
    await save();
    await expect.poll(codes).toEqual([]);
    await server.send(uri, 3, BAD);
    await save();
    await expect.poll(codes).toEqual(["forbidden/brush-off"]);
  });

  it("on saving: a client that fetches hears that nothing has changed", async () => {
    await start({ run: "onSave" }, CAN_PULL);
    const pull = (previousResultId?: string) =>
      server.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument, previousResultId });
    await server.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "service-script", version: 1, text: BAD },
    });
    const first = await pull();
    if (first.kind !== "full") throw new Error("expected the findings");
    expect(codes(first.items)).toEqual(["forbidden/brush-off"]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.send(uri, 2, "## 开场\n客服: 您好。\n");
    expect(await pull(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await save();
    expect(await pull(first.resultId)).toMatchObject({ kind: "full", items: [] });
  });
});

describe("the language of messages", () => {
  it("changes at once for what is shown", async () => {
    await start({ language: "en" });
    await server.open(uri, BAD);
    await expect.poll(message).toMatch(/^[\x20-\x7e“”‘’不清楚。]+$/);
    await set({ language: "zh-CN" });
    await expect.poll(message).toContain("打发走");
    await set({ language: "zh-TW" });
    await expect.poll(message).toContain("「不清楚」");
    await set({ language: "auto" });
    await expect.poll(message).toContain("打发走");
  });

  it("is Taiwan's in all that is told, and leaves the words of scripts alone", async () => {
    await start({ language: "zh-TW" });
    const found = await server.open(uri, BAD);
    expect(message()).toContain("「不清楚」");
    const position = { line: 1, character: 7 };
    const hover = await server.request("textDocument/hover", { textDocument, position });
    expect(JSON.stringify(hover)).toContain("為什麼");
    const range = { start: position, end: position };
    const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
      textDocument,
      range,
      context: { diagnostics: found },
    });
    expect(actions.map(({ title }) => title)).toContain("忽略這裡的 forbidden/brush-off（寫明理由）");
    // The script is in simplified Chinese, and so is what is put into it.
    const [mend] = actions;
    const text = Object.values(mend!.edit!.changes!)[0]![0]!.newText;
    expect(text).toMatch(/[请为时间]/);
    expect(mend!.title).toContain(text.trim());
    const page = await server.request<string>(MANUAL_REQUEST, { ruleId: "forbidden/brush-off", language: "zh" });
    expect(page).toContain("客戶打來就是因為自己不知道");
    expect(page).toContain("客服: 这个我不清楚");
    const rename = server.request("textDocument/rename", { textDocument, position, newName: "别名" });
    await expect(rename).rejects.toThrow(/這裡沒有可以改的名字/);
  });

  it("comes with the notification where the client cannot be asked", async () => {
    server = await LanguageServer.start("zh-cn", { settings: { language: "en" } });
    await server.open(uri, BAD);
    expect(message()).toMatch(/send/i);
    await server.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { serviceScript: { language: "zh-CN" } },
    });
    await expect.poll(message).toContain("打发走");
  });
});
