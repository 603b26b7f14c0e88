import assert from "node:assert/strict";
import * as vscode from "vscode";
import { inBrowser, needsBrowser, screenshot } from "./browser.ts";
import { eventually, findings, open, rangeOf } from "./editor.ts";
import { click, drawn } from "./webview.ts";

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
    await eventually(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isCallFlow));
    assert.ok(vscode.window.visibleTextEditors.some((editor) => editor.document === document));
  });

  describe("as drawn", () => {
    before(needsBrowser);

    it("shows a card for every step, the decision, and what is said", async () => {
      for (const step of ["开场", "报修", "说明", "收尾"]) await drawn(`.card[data-title="${step}"]`);
      await drawn(".decision", "系统里能看到故障吗");
      await drawn(".card .row", "这个我不清楚");
    });

    it("underlines the finding in the picture as in the text", async () => {
      await drawn(".row:has(.mark.error)", "这个我不清楚");
    });

    it("takes the cursor to the line of what is clicked", async () => {
      const spoken = "非常抱歉";
      await click(".card .row", spoken);
      await eventually(() => {
        const editor = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
        assert.equal(editor?.selection.active.line, rangeOf(document, spoken).start.line);
        return editor;
      });
      await screenshot("call-flow");
    });

    it("marks the card in which the cursor stands", async () => {
      const editor = vscode.window.visibleTextEditors.find((editor) => editor.document === document)!;
      const { start } = rangeOf(document, "谢谢您的来电");
      editor.selection = new vscode.Selection(start, start);
      await drawn('.card.selected[data-title="收尾"]');
    });

    it("lights the path of a finding that is chosen, and no other", async () => {
      await click(".card .row[data-finding]", "家里的宽带");
      await drawn(".bar.finding", "missing/apology");
      await drawn('.card.lit[data-title="说明"]');
      await drawn('.card:not(.lit)[data-title="报修"]');
      await screenshot("lit-path");
    });

    it("lights the path of a problem that is chosen in the Problems view", async () => {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      await inBrowser(async (page) => {
        const problem = page.locator(".markers-panel .monaco-list-row", { hasText: "missing/apology" }).first();
        // Beside the rule's name, which is a link to its page.
        await problem.click({ position: { x: 120, y: 10 }, timeout: 15_000 });
      });
      await drawn(".bar.finding", "missing/apology");
      await drawn('.card.lit[data-title="说明"]');
      await screenshot("problems-lit-path");
      await vscode.commands.executeCommand("workbench.action.closePanel");
    });

    it("is drawn in light, dark and high-contrast themes", async () => {
      const configuration = vscode.workspace.getConfiguration("workbench");
      for (const [theme, kind] of THEMES) {
        await configuration.update("colorTheme", theme, vscode.ConfigurationTarget.Global);
        await drawn(`body.${kind} .card`);
        await screenshot(`call-flow-${kind}`);
      }
      await configuration.update("colorTheme", undefined, vscode.ConfigurationTarget.Global);
    });

    it("keeps the last good picture while the text is broken, and says so", async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, rangeOf(document, "## 收尾").start, "再见\n");
      await vscode.workspace.applyEdit(edit);
      await drawn(".bar.broken", "26");
      await drawn('.card[data-title="收尾"]');
      // The picture is of the text before; a click still leads to the words as they stand now.
      await click(".card .row", "谢谢您的来电");
      await eventually(() => {
        const editor = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
        assert.equal(editor?.selection.active.line, rangeOf(document, "谢谢您的来电").start.line);
        return editor;
      });
      await vscode.commands.executeCommand("undo");
    });
  });
});

const THEMES = [
  ["Default Light Modern", "vscode-light"],
  ["Default Dark Modern", "vscode-dark"],
  ["Default High Contrast", "vscode-high-contrast"],
  ["Default High Contrast Light", "vscode-high-contrast-light"],
] as const;

function isCallFlow({ input }: vscode.Tab): boolean {
  // VS Code puts a prefix of its own before the name that the extension gave.
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith("serviceScript.callFlow");
}
