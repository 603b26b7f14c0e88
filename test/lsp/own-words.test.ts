import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CodeAction, Hover, RegistrationParams } from "vscode-languageserver-protocol";
import { LanguageServer } from "../support/language-server.ts";

const root = mkdtempSync(join(tmpdir(), "service-script-"));
afterAll(() => rmSync(root, { recursive: true }));

const SCRIPT = "## 开场\n客服: 老用户请稍等一分钟好吗?\n";
const LIST = "词语,级别,建议,理由\n老用户,错误,老朋友请稍等一分钟。,我们的客户不叫用户。\n";

let folder: string;
let server: LanguageServer;
const uri = (name: string) => pathToFileURL(join(folder, name)).href;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const codes = (name: string) => server.latest(uri(name)).map(({ code }) => code);

/** Changes a file on the disk, and says so as an editor does. */
async function change(name: string, text: string | undefined): Promise<void> {
  if (text === undefined) rmSync(join(folder, name));
  else write(name, text);
  await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uri(name), type: text === undefined ? 3 : 2 }],
  });
}

beforeEach(() => {
  folder = mkdtempSync(join(root, "workspace-"));
  write("service-script.config.yaml", "lexicons:\n  - 禁语.csv\n");
  write("禁语.csv", LIST);
});
afterEach(async () => expect(await server.stop()).toBe(0));

describe("an organisation's own words in the editor", () => {
  it("are found, explained and mended", async () => {
    server = await LanguageServer.start("zh-cn");
    const found = await server.open(uri("a.sscript"), SCRIPT);
    expect(found.map(({ code }) => code)).toEqual(["own/phrase"]);
    const textDocument = { uri: uri("a.sscript") };
    const position = { line: 1, character: 5 };
    const hover = await server.request<Hover>("textDocument/hover", { textDocument, position });
    expect((hover.contents as { value: string }).value).toContain("我们的客户不叫用户");
    expect((hover.contents as { value: string }).value).toContain("老朋友请稍等一分钟");
    const range = { start: position, end: position };
    const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
      textDocument,
      range,
      context: { diagnostics: found },
    });
    expect(actions.map(({ title }) => title)).toEqual([
      "改说：老朋友请稍等一分钟。",
      "忽略这里的 own/phrase（写明理由）",
    ]);
  });

  it("follow their files, and what is wrong with a file is shown in it", async () => {
    server = await LanguageServer.start("zh-cn");
    await server.open(uri("a.sscript"), SCRIPT);
    await change("禁语.csv", "词语\n稍等\n稍 等\n");
    await expect.poll(() => codes("禁语.csv")).toEqual(["config/duplicate-phrase"]);
    expect(server.latest(uri("禁语.csv"))[0]!.range.start).toEqual({ line: 2, character: 0 });
    expect(server.latest(uri("a.sscript")).map(({ range }) => range.start.character)).toEqual([8]);
    await change("禁语.csv", LIST);
    await expect.poll(() => codes("禁语.csv")).toEqual([]);
    await change("禁语.csv", undefined);
    await expect.poll(() => codes("service-script.config.yaml")).toEqual(["config/missing-list"]);
    expect(codes("a.sscript")).toEqual([]);
    await change("service-script.config.yaml", undefined);
    await expect.poll(() => codes("service-script.config.yaml")).toEqual([]);
  });

  it("begin when a configuration is made", async () => {
    rmSync(join(folder, "service-script.config.yaml"));
    server = await LanguageServer.start("zh-cn");
    expect(await server.open(uri("a.sscript"), SCRIPT)).toEqual([]);
    await change("service-script.config.yaml", "lexicons: [禁语.csv]\n");
    await expect.poll(() => codes("a.sscript")).toEqual(["own/phrase"]);
  });

  it("are not read in a workspace that nobody trusts", async () => {
    server = await LanguageServer.start("zh-cn", { trusted: false });
    expect(await server.open(uri("a.sscript"), SCRIPT)).toEqual([]);
    await change("service-script.config.yaml", "lexicons: [没有.csv]\n");
    await server.change(uri("a.sscript"), 2, `${SCRIPT}客服: 您好。\n`);
    expect(codes("a.sscript")).toEqual([]);
    expect(codes("service-script.config.yaml")).toEqual([]);
  });

  it("are watched where the editor lets the server ask for it", async () => {
    const registered: string[] = [];
    server = await LanguageServer.start(
      "zh-cn",
      {},
      { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      (connection) =>
        connection.onRequest("client/registerCapability", ({ registrations }: RegistrationParams) => {
          registered.push(...registrations.map(({ method }) => method));
          return null;
        }),
    );
    await expect.poll(() => registered).toEqual(["workspace/didChangeWatchedFiles"]);
  });
});

describe("the levels of rules in the editor", () => {
  it("follow the configuration and those that it extends", async () => {
    write("service-script.config.yaml", "extends: base.yaml\nignore: 旧版\n");
    write("base.yaml", "rules: { sla/vague: error }\n");
    server = await LanguageServer.start("zh-cn");
    const text = "## 开场\n客服: 我们会尽快给您回复。\n";
    const [found] = await server.open(uri("a.sscript"), text);
    expect(found).toMatchObject({ code: "sla/vague", severity: 1 });
    expect(await server.open(uri("旧版/a.sscript"), text)).toEqual([]);
    await change("base.yaml", "rules: { sla/vague: off }\n");
    await expect.poll(() => codes("a.sscript")).toEqual([]);
    await change("base.yaml", "rules: { sla/vage: off }\n");
    await expect.poll(() => codes("base.yaml")).toEqual(["config/unknown-rule"]);
    await expect.poll(() => codes("a.sscript")).toEqual(["sla/vague"]);
  });
});
