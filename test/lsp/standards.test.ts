import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletionItem, CompletionList, Hover } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { LanguageServer } from "../support/language-server.ts";
import { unmark } from "../support/marks.ts";

let server: LanguageServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "standards-"));
  writeFileSync(
    join(folder, "service-script.config.yaml"),
    "standards:\n  - id: refund-response\n    zh: 退款应答\n    limits: [{ event: 退款, limit: 3个工作日内, note: 节假日顺延 }]\n",
  );
  server = await LanguageServer.start("zh-cn");
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

let count = 0;

/** Opens a text with a cursor █, beside a configuration with a standard of its own. */
async function open(marked: string) {
  const { text, cursors } = unmark(marked);
  const uri = pathToFileURL(join(folder, `${++count}.sscript`)).href;
  await server.open(uri, text);
  const document = TextDocument.create(uri, "service-script", 1, text);
  return { document, at: { textDocument: { uri }, position: document.positionAt(cursors[0]!) } };
}

async function complete(marked: string) {
  const { document, at } = await open(marked);
  const answer = await server.request<CompletionItem[] | CompletionList>("textDocument/completion", at);
  const items = Array.isArray(answer) ? answer : answer.items;
  /** The line of the cursor after an item is taken. */
  const taking = (label: string) => {
    const edit = items.find((item) => item.label === label)?.textEdit;
    if (edit === undefined || !("range" in edit)) throw new Error(`${label} is not offered with an edit`);
    return TextDocument.applyEdits(document, [edit]).split("\n")[at.position.line];
  };
  return { items, labels: items.map(({ label }) => label), taking };
}

describe("completion", () => {
  it("offers the standards, the organisation's own too, those for such calls first", async () => {
    const { items, labels, taking } = await complete("场景: 投诉\n标准: █\n\n## 开场\n客服: 您好。");
    expect(labels).toEqual(expect.arrayContaining(["退款应答", "投诉问题应答", "餐厅服务", "电话礼仪"]));
    const sorted = [...items].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    expect(sorted[0]!.label).toBe("投诉问题应答");
    expect(taking("投诉问题应答")).toBe("标准: 投诉问题应答");
    expect(JSON.stringify(sorted[0]!.documentation)).toContain("通知后20分钟内");
  });

  it("offers what is not yet adopted behind a comma", async () => {
    const { labels, taking } = await complete("标准: 投诉问题应答、电█\n\n## 开场\n客服: 您好。");
    expect(labels).not.toContain("投诉问题应答");
    expect(taking("电话礼仪")).toBe("标准: 投诉问题应答、电话礼仪");
  });

  it("offers English names in an English script", async () => {
    const { labels, taking } = await complete("# Call\nstandard: complaint re█\n\n## opening\nagent: Good morning.");
    expect(labels).toContain("restaurant service");
    expect(taking("complaint response")).toBe("standard: complaint response");
  });

  it("offers the standard's events for limits, with the limit", async () => {
    const { items, taking } = await complete("标准: 投诉问题应答\n时限 █\n\n## 开场\n客服: 您好。");
    expect(items.find(({ label }) => label === "回复")?.detail).toBe("通知后20分钟内");
    expect(taking("回复")).toBe("时限 回复: ");
  });

  it("offers common events for limits where no standard is adopted", async () => {
    const { labels } = await complete("# Call\nsla █\n\n## opening\nagent: Good morning.");
    expect(labels).toEqual(expect.arrayContaining(["reply", "refund", "follow-up"]));
  });

  it("offers the standard's events as actions", async () => {
    const { items, taking } = await complete("标准: 餐厅服务\n\n## 上菜\n客服: 请慢用。\n[事件 上主█");
    expect(items.find(({ label }) => label === "上主菜")?.detail).toBe("点菜后10分钟内");
    expect(taking("上主菜")).toBe("[事件 上主菜");
    const english = await complete("standard: restaurant\n\n## serve\nagent: Enjoy.\n[event main co█");
    expect(english.taking("main course")).toBe("[event main course");
  });

  it("still offers speakers and actions elsewhere", async () => {
    expect((await complete("标准: 餐厅服务\n\n## 上菜\n[█")).labels).toContain("等候");
  });
});

describe("hover", () => {
  const hover = async (marked: string) => {
    const { document, at } = await open(marked);
    const found = await server.request<Hover | null>("textDocument/hover", at);
    if (found === null) return undefined;
    return { text: (found.contents as { value: string }).value, on: document.getText(found.range) };
  };

  it("on a standard's name: its limits as a table", async () => {
    const found = await hover("标准: 电话礼仪、投诉█问题应答\n\n## 开场\n客服: 您好。");
    expect(found?.on).toBe("投诉问题应答");
    expect(found?.text).toContain("| 回复 | 通知后20分钟内 | 回复的是通知的结果，不是解决的结果 |");
    expect(found?.text).toContain("| 监督 | 挂机后12小时内 | 一般在3到12小时之间 |");
    expect(found?.text).toContain("要告诉客户");
  });

  it("on the organisation's own", async () => {
    expect((await hover("标准: 退款█应答\n\n## 开场\n客服: 您好。"))?.text).toContain(
      "| 退款 | 3个工作日内 | 节假日顺延 |",
    );
  });

  it("on a limit: what it tightens", async () => {
    const found = await hover("标准: 投诉问题应答\n时限 回█复: 15分钟内\n\n## 开场\n客服: 您好。");
    expect(found?.text).toContain("**回复** 通知后15分钟内");
    expect(found?.text).toContain("通知后20分钟内（投诉问题应答）");
  });

  it("on a limit that loosens: the limit and the finding", async () => {
    const found = await hover("标准: 投诉问题应答\n时限 回复: 3█0分钟内\n\n## 开场\n客服: 您好。");
    expect(found?.text).toContain("通知后20分钟内（投诉问题应答）");
    expect(found?.text).toContain("sla/loosened");
  });

  it("on what is done: by when, and who says so", async () => {
    const script = "标准: 投诉问题应答\n\n## 登记\n时限 通知: 5分钟内\n客服: 您好。\n[█通知 维修部]\n";
    expect((await hover(script))?.text).toContain("挂机后5分钟内（投诉问题应答，由这份话术收紧）");
    const event = await hover("标准: 餐厅服务\n\n## 点菜\n客服: 您好。\n[事件 询问█点菜]");
    expect(event?.text).toContain("饮料上好后4分钟内，或入座后（餐厅服务）：不上饮料的，从入座算起");
    expect(event?.text).toContain("**询问点菜**");
  });

  it("on nothing of a standard where none is adopted", async () => {
    const found = await hover("## 登记\n客服: 我会在半小时内给您回电。\n[记█录 情况]\n-> 结束");
    expect(found?.text ?? "").not.toMatch(/标准|时限/);
  });
});
