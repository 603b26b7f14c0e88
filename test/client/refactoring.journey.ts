import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, fixture, open, rangeOf } from "./editor.ts";

describe("two scripts, one of which runs a step of the other", () => {
  let shared: vscode.TextDocument;

  before(async () => {
    shared = await open("公共话术.sscript");
  });

  it("has findings in the one that was never opened, each with a way to the manual", async () => {
    const uri = fixture("催单.sscript");
    assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString()));
    const [brushOff] = await eventually(() => {
      const found = vscode.languages.getDiagnostics(uri).filter(({ code }) => {
        return typeof code === "object" && code.value === "forbidden/brush-off";
      });
      return found.length > 0 ? found : undefined;
    });
    const { target } = brushOff!.code as { target: vscode.Uri };
    assert.equal(target.scheme, "service-script-manual");
    await vscode.commands.executeCommand("vscode.open", target);
    // The page is shown as it is to be read, and not as Markdown.
    await eventually(() => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputCustom, `opened as ${input?.constructor.name}`);
      assert.equal(input.viewType, "vscode.markdown.preview.editor");
      return input;
    });
    const page = await vscode.workspace.openTextDocument(target);
    assert.match(page.getText(), /forbidden\/brush-off/);
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  });

  it("renames a step in both, and leaves what is said alone", async () => {
    const position = rangeOf(shared, "## 收尾").end;
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      shared.uri,
      position,
      "道别",
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(shared.getText().includes("## 道别\n"));
    assert.ok(shared.getText().includes("收尾时请客户先挂机"), "spoken words were changed");
    const user = await open("催单.sscript");
    assert.ok(user.getText().includes("=> 公共#道别"));
    await eventually(() => findings(user, "flow/undefined-step").length === 0 || undefined);
  });

  it("refuses a name that is taken, and says why", async () => {
    const document = await open("断网投诉.sscript");
    const rename = vscode.commands.executeCommand(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      rangeOf(document, "## 收尾").end,
      "报修",
    );
    await assert.rejects(async () => rename, /报修/);
  });

  it("offers remedies by the light bulb, and the finding is gone when one is taken", async () => {
    const user = await open("催单.sscript");
    const brushOff = await eventually(() => findings(user, "forbidden/brush-off")[0]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      user.uri,
      brushOff.range,
    );
    const [first] = actions.filter(({ isPreferred }) => isPreferred);
    assert.ok(first?.edit, `actions: ${actions.map(({ title }) => title)}`);
    assert.ok(await vscode.workspace.applyEdit(first.edit));
    await eventually(() => findings(user, "forbidden/brush-off").length === 0 || undefined);
  });

  it("silences a finding with a reason that is to be filled in", async () => {
    const document = await open("断网投诉.sscript");
    const brushOff = await eventually(() => findings(document, "forbidden/brush-off")[0]);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      brushOff.range,
    );
    const ignore = actions.find(({ title }) => /忽略|^Ignore/.test(title) && title.includes("forbidden/brush-off"));
    assert.ok(ignore?.edit, `actions: ${actions.map(({ title }) => title)}`);
    assert.ok(await vscode.workspace.applyEdit(ignore.edit));
    assert.match(document.getText(), /\n\/\/ 忽略 forbidden\/brush-off: 理由\n客服: 这个我不清楚/);
    await eventually(() => findings(document, "forbidden/brush-off").length === 0 || undefined);
  });

  it("shows above a step what leads to it", async () => {
    const document = await open("断网投诉.sscript");
    const lenses = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        100,
      );
      return found.length > 0 ? found : undefined;
    });
    const references = lenses.filter(({ command }) => command?.command === "serviceScript.showReferences");
    const { line } = rangeOf(document, "## 收尾").start;
    const closing = references.find(({ range }) => range.start.line === line);
    assert.match(closing?.command?.title ?? "", /^2 /);
  });
});
