import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import type { CodeAction, CompletionList, DocumentSymbol, Hover, Location } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { CALL_FLOW_REQUEST, type CallFlow } from "../../server/protocol.ts";
import { run } from "../support/executable.ts";
import { sharedServer } from "../support/shared-server.ts";

const session = sharedServer();
const { open } = session;

describe("diagnostics", () => {
  it("equal the command line's findings for every sample", { timeout: 60_000 }, async () => {
    const { stdout } = await run(["lint", "--format", "json", "samples"]);
    const reports = JSON.parse(stdout) as {
      filePath: string;
      messages: { ruleId: string; message: string; line: number; column: number; endLine: number; endColumn: number }[];
    }[];
    const samples = globSync("samples/**/*.{sscript,话术}").map((path) => resolve(path));
    expect(reports.map(({ filePath }) => filePath).sort()).toEqual(samples.sort());
    for (const { filePath, messages } of reports) {
      const found = await session.server.open(pathToFileURL(filePath).href, readFileSync(filePath, "utf8"));
      expect(found.map(({ code, message, range }) => [code, message, range.start, range.end])).toEqual(
        messages.map(({ ruleId, message, line, column, endLine, endColumn }) => [
          ruleId,
          message,
          { line: line - 1, character: column - 1 },
          { line: endLine - 1, character: endColumn - 1 },
        ]),
      );
    }
  });

  it("carry the path as related information, and change with the text", async () => {
    const { uri, diagnostics } = await open(
      "## 开场\n客户(愤怒): 又断了!\n? 能处理吗\n- 能\n  客服: 非常抱歉。\n- 不能\n  [记录 情况]\n",
    );
    const apology = diagnostics.find(({ code }) => code === "missing/apology");
    expect(apology?.relatedInformation?.map(({ location }) => location.range.start.line)).toEqual([1, 5, 6]);
    const changed = await session.server.change(uri, 2, "## 开场\n客户(愤怒): 又断了!\n客服: 非常抱歉。\n");
    expect(changed.filter(({ code }) => code === "missing/apology")).toEqual([]);
  });
});

describe("a session", () => {
  it("judges a burst of edits once, and leaves nothing behind when a document is closed", async () => {
    const { uri } = await open("## 开场\n客服: 您好。");
    const before = session.server.publishedCount(uri);
    for (let version = 2; version < 20; version++)
      await session.server.send(uri, version, `## 开场\n客服: 这个我不清楚。${version}`);
    const last = await session.server.change(uri, 20, "## 开场\n客服: 这个我不清楚。");
    expect(last.map(({ code }) => code)).toEqual(["forbidden/brush-off"]);
    expect(session.server.publishedCount(uri) - before).toBe(1);
    await session.server.send(uri, 21, "## 开场\n客服: 不行。");
    await session.server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(session.server.latest(uri)).toEqual([]);
  });

  it("judges a script again when one that it imports changes", async () => {
    const shared = "file:///test/changing.sscript";
    const { uri } = await open(`引用 公共: ./changing.sscript\n\n## 开场\n=> 公共#收尾`);
    await session.server.open(shared, "## 收尾\n客服: 再见。");
    await expect.poll(() => session.server.latest(uri)).toEqual([]);
    await session.server.change(shared, 2, "## 告别\n客服: 再见。");
    await expect.poll(() => session.server.latest(uri).map(({ code }) => code)).toEqual(["flow/undefined-step"]);
  });
});

describe("requests at the cursor", () => {
  it("outline: steps and their choices", async () => {
    const { at } = await open("## 开场\n- 能\n  - 再问\n- 不能 -> 结束\n## 登记\n客服: 请讲。");
    const symbols = await session.server.request<DocumentSymbol[]>("textDocument/documentSymbol", at);
    const names = (list: readonly DocumentSymbol[]): unknown[] =>
      list.map(({ name, children }) => (children?.length ? [name, names(children)] : name));
    expect(names(symbols)).toEqual([["开场", [["能", ["再问"]], "不能"]], "登记"]);
  });

  it("hover: why, and what to say", async () => {
    const { at } = await open("## 开场\n客服: 这个我不█清楚。");
    const hover = await session.server.request<Hover>("textDocument/hover", at);
    const { value } = hover.contents as { value: string };
    expect(value).toContain("为什么");
    expect(value).toContain("forbidden/brush-off");
    expect(value).toContain("可以这样说");
  });

  it("definition: from a target to its step", async () => {
    const { at } = await open("## 开场\n- 能 -> 登█記\n\n## 登记\n客服: 请讲。");
    const location = await session.server.request<Location>("textDocument/definition", at);
    expect(location.range.start).toEqual({ line: 3, character: 0 });
  });

  it.each([
    ["fields and speakers", "█", ["渠道", "客服"]],
    ["a field's values", "场景: █", ["投诉", "救援"]],
    ["steps behind an arrow", "## 开场\n-> █\n## 登记", ["开场", "登记", "结束"]],
    ["steps behind a choice's arrow, full width", "## 开场\n- 能 —》█\n## 登记", ["登记"]],
    ["actions", "## 开场\n【█", ["等候", "挂机"]],
    ["a customer's labels", "## 开场\n客户(█", ["着急", "不满"]],
    ["an agent's labels", "## 开场\n客服(█", ["确认", "致歉"]],
    [
      "English in an English script",
      "# Call\n\n## Opening\nagent: Good morning, how can I help?\ncustomer (█",
      ["angry"],
    ],
  ])("completion: %s", async (_, text, expected) => {
    const { at } = await open(text);
    const { items } = await session.server.request<CompletionList>("textDocument/completion", at);
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(expected));
  });

  it("names, steps and phrases of an imported script: completion, definition, hover", async () => {
    const shared = "file:///test/offering.sscript";
    await session.server.open(shared, "用语 致歉: 非常抱歉。\n\n## 收尾\n客服: 再见。");
    const head = `引用 公共: ./offering.sscript\n变量 姓氏: 客户的姓\n\n## 开场\n`;
    const labels = async (marked: string) => {
      const { at } = await open(head + marked);
      return (await session.server.request<CompletionList>("textDocument/completion", at)).items.map(
        ({ label }) => label,
      );
    };
    expect(await labels("客服: {█")).toEqual(["姓氏", "公共#致歉"]);
    expect(await labels("=> █")).toContain("公共#收尾");
    const target = await open(`${head}=> 公共#█收尾`);
    expect(await session.server.request("textDocument/definition", target.at)).toMatchObject({
      uri: shared,
      range: { start: { line: 2 } },
    });
    const phrase = await open(`${head}客服: {公共#█致歉}`);
    expect(await session.server.request("textDocument/definition", phrase.at)).toMatchObject({
      uri: shared,
      range: { start: { line: 0 } },
    });
    const hover = await session.server.request<Hover>("textDocument/hover", phrase.at);
    expect((hover.contents as { value: string }).value).toContain("非常抱歉");
  });

  it("hover on a damaged line: what is wrong with it", async () => {
    const { at } = await open("## 开场\n客服 您█好。");
    const hover = await session.server.request<Hover>("textDocument/hover", {
      ...at,
      position: { line: 1, character: 1 },
    });
    expect((hover.contents as { value: string }).value).toContain("syntax/speaker-without-colon");
  });

  it("quick fix: the sentence is replaced by a better one", async () => {
    const { uri, text, document, diagnostics, at } = await open("## 开场\n客服: 您好。这个我不█清楚。请讲。");
    const range = { start: at.position, end: at.position };
    const actions = await session.server.request<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
    const after = TextDocument.applyEdits(document, actions[0]!.edit!.changes![uri]!);
    expect(actions[0]!.title).toMatch(/^改说：/);
    expect(after).not.toContain("不清楚");
    expect(after.startsWith("## 开场\n客服: 您好。")).toBe(true);
    expect(after.endsWith("请讲。")).toBe(true);
    expect(text).toContain("不清楚");
  });

  it("answers null for a document that is not open", async () => {
    expect(
      await session.server.request("textDocument/hover", {
        textDocument: { uri: "file:///none.sscript" },
        position: { line: 0, character: 0 },
      }),
    ).toBe(null);
  });
});

describe("the call flow", () => {
  it("has cards, branches, marks in the text and the path of a finding", async () => {
    const { uri, text } = await open(
      "# 断线\n渠道: 电话\n\n## 开场\n客户(愤怒): 又断了!\n? 能处理吗\n- 能\n  客服: 非常抱歉。\n- 不能 -> 登记\n\n## 登记\n客服: 这个我不清楚。\n-> 结束",
    );
    const flow = await session.server.request<CallFlow>(CALL_FLOW_REQUEST, { uri });
    expect([flow.title, flow.chips]).toEqual(["断线", ["电话"]]);
    expect(flow.nodes.map((node) => `${node.kind} ${node.kind === "card" ? (node.title ?? "") : node.text}`)).toEqual([
      "card 开场",
      "decision 能处理吗",
      "card ",
      "card 登记",
      "end 结束",
    ]);
    expect(flow.edges.filter(({ kind }) => kind === "branch").map(({ label }) => label)).toEqual(["能", "不能"]);
    const register = flow.nodes[3] as Extract<CallFlow["nodes"][number], { kind: "card" }>;
    const [row] = register.rows;
    expect(row?.kind === "turn" && row.marks.map(({ start, end }) => row.text.slice(start, end))).toEqual([
      expect.stringContaining("不清楚"),
    ]);
    const apology = flow.findings.find(({ ruleId }) => ruleId === "missing/apology")!;
    const [opening, decision, , card] = flow.nodes;
    const branch = flow.edges.find(({ label }) => label === "不能")!;
    expect(apology.path).toEqual(expect.arrayContaining([opening!.id, decision!.id, branch.id, card!.id]));
    expect(apology.path).not.toContain(flow.nodes[2]!.id);
    expect(text.slice(register.span.start, register.span.end)).toContain("## 登记");
  });

  it("says where the text is broken", async () => {
    const { uri } = await open("## 开场\n请问您贵姓\n客服: 好。");
    expect((await session.server.request<CallFlow>(CALL_FLOW_REQUEST, { uri })).broken).toMatchObject({ line: 2 });
  });
});
