import * as vscode from "vscode";
import { inBrowser, needsBrowser, screenshot } from "./browser.ts";
import { open, rangeOf } from "./editor.ts";
import { drawn } from "./webview.ts";

describe("what changed since another version of a script", () => {
  before(needsBrowser);

  before(async () => {
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    const document = await open("断网投诉.sscript");
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, "您再等等看吧。"), "我现在就为您查询，请您稍等一分钟。");
    await vscode.workspace.applyEdit(edit);
  });

  it("is drawn beside the text, the old words and the new ones", async () => {
    const shown = vscode.commands.executeCommand("serviceScript.compare");
    // The commit, the file on the disk, another file: these are the ways.
    await inBrowser(async (page) => {
      const ways = page.locator(".quick-input-widget .monaco-list-row");
      await ways.nth(1).click({ timeout: 15_000 });
    });
    await shown;
    await drawn(".row.changed, .row.added", "我现在就为您查询");
    await drawn(".row.changed, .row.removed", "这个我不清楚");
    await screenshot("comparison");
  });
});
