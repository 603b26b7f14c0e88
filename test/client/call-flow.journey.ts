import assert from "node:assert/strict";
import * as vscode from "vscode";
import { inBrowser, needsBrowser, screenshot } from "./browser.ts";
import { eventually, findings, open, rangeOf } from "./editor.ts";

describe("the call flow beside the text", () => {
  let document: vscode.TextDocument;

  before(async () => {
    document = await open("断网投诉.sscript");
    await eventually(() => findings(document, "forbidden/brush-off")[0]);
    // Room for text and picture, in the screenshot too.
    await vscode.commands.executeCommand("workbench.action.closeSidebar");
    await vscode.commands.executeCommand("serviceScript.openCallFlow");
  });

  it("opens in a tab of its own and leaves the text in view", async () => {
    await eventually(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isWebview));
    assert.ok(vscode.window.visibleTextEditors.some((editor) => editor.document === document));
  });

  describe("as drawn", () => {
    before(needsBrowser);

    it("shows every step and what is said in it", async () => {
      for (const text of ["开场", "报修", "说明", "收尾", "这个我不清楚", "系统里能看到故障吗"]) await seen(text);
    });

    it("takes the cursor to the line of what is clicked", async () => {
      const spoken = "非常抱歉";
      await click(spoken);
      await eventually(() => assertCursorAt(rangeOf(document, spoken).start.line));
      await screenshot("call-flow");
    });
  });

  function assertCursorAt(line: number): true {
    const editor = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    assert.equal(editor?.selection.active.line, line);
    return true;
  }
});

function isWebview({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && /service-?script/i.test(input.viewType);
}

/** Waits until the drawing has `text` in view of the user. A webview is a frame inside a frame of the workbench. */
async function seen(text: string): Promise<void> {
  await inBrowser(async (page, text) => {
    const drawing = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await drawing.getByText(text).first().waitFor({ timeout: 15_000 });
  }, text);
}

async function click(text: string): Promise<void> {
  await inBrowser(async (page, text) => {
    const drawing = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await drawing.getByText(text).first().click({ timeout: 15_000 });
  }, text);
}
