import { expect, it } from "vitest";
import type { Hover, InlayHint } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { sharedServer } from "../support/shared-server.ts";

const session = sharedServer();
const { open } = session;

/** The script with its hints in ‹…›, without how long things take to say. */
async function hinted(text: string): Promise<string> {
  const { uri, document } = await open(text);
  const range = { start: { line: 0, character: 0 }, end: document.positionAt(text.length) };
  const hints = await session.server.request<InlayHint[]>("textDocument/inlayHint", { textDocument: { uri }, range });
  const edits = hints
    .filter(({ label }) => !String(label).startsWith("≈"))
    .map(({ position, label }) => ({ range: { start: position, end: position }, newText: `‹${label}›` }));
  return TextDocument.applyEdits(document, edits);
}

it("says behind each promise and plan by when the standard wants it", async () => {
  expect(
    await hinted(
      "标准: 投诉问题应答\n\n## 登记\n客服: 我会在两小时内给您回电，请放心。\n[通知 维修部 5分钟内]\n[回电 半小时内]\n-> 结束",
    ),
  ).toBe(
    "标准: 投诉问题应答\n\n## 登记\n客服: 我会在两小时内给您回电‹⚠ 挂机后半小时内›，请放心。\n[通知 维修部 5分钟内]‹✓ 挂机后10分钟内›\n[回电 半小时内]‹✓ 挂机后半小时内›\n-> 结束",
  );
});

it("says both ways of counting where the calls differ", async () => {
  expect(
    await hinted(
      "标准: 餐厅服务\n\n## 入座\n[事件 入座]\n? 要饮料吗\n- 要\n  [事件 上饮料]\n- 不要\n[事件 询问点菜]\n-> 结束",
    ),
  ).toContain("[事件 询问点菜]‹点饮料后8分钟内，或入座后4分钟内›");
});

it("says nothing where no limit holds", async () => {
  const text = "## 登记\n客服: 我会在两小时内给您回电。\n-> 结束";
  expect(await hinted(text)).toBe(text);
});

it("tells on a promise when it is due, and by which limit", async () => {
  const { uri, document, cursor } = await open(
    "标准: 投诉问题应答\n\n## 登记\n客服: 我会在20分钟内█给您回电。\n-> 结束",
  );
  const hover = await session.server.request<Hover>("textDocument/hover", {
    textDocument: { uri },
    position: document.positionAt(cursor),
  });
  expect(JSON.stringify(hover.contents)).toContain("**约定回复** 挂机后半小时内（投诉问题应答；话术写的是20分钟内）");
  expect(document.getText(hover.range!)).toBe("我会在20分钟内给您回电");
});
