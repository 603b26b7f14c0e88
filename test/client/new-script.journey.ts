import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, fixture } from "./editor.ts";

describe("a new script from a template", () => {
  const folder = fixture("新");
  const names = async () => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
  const create = (template: string) =>
    vscode.commands.executeCommand<vscode.Uri>("serviceScript.newScript", folder, template);

  before(() => vscode.workspace.fs.createDirectory(folder));
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it("is opened in the folder, with the file that it shares, and has no findings", async () => {
    const uri = await create("投诉六步.sscript");
    assert.deepEqual(await names(), ["公共话术.sscript", "投诉六步.sscript"]);
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.toString(), uri.toString());
    // The server has seen it as soon as a slip in it is found, and nothing else.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, "\n## 多余\n客服: 这个我不清楚。\n");
    await vscode.workspace.applyEdit(edit);
    await eventually(() => (findings(document, "forbidden/brush-off").length === 1 ? true : undefined));
    assert.deepEqual(findings(document, "import/missing-file"), []);
    await document.save();
  });

  it("takes another name the second time, and leaves what is there alone", async () => {
    const first = vscode.Uri.joinPath(folder, "投诉六步.sscript");
    const before = await vscode.workspace.fs.readFile(first);
    await create("投诉六步.sscript");
    assert.deepEqual(await names(), ["公共话术.sscript", "投诉六步 2.sscript", "投诉六步.sscript"].sort());
    assert.deepEqual(await vscode.workspace.fs.readFile(first), before);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
});

describe("the settings", () => {
  it("switch the language of messages and the checking itself, at once", async () => {
    const configuration = vscode.workspace.getConfiguration("serviceScript");
    const document = await vscode.workspace.openTextDocument({
      language: "service-script",
      content: "## 开场\n客服: 这个我不清楚。\n",
    });
    await vscode.window.showTextDocument(document);
    const message = () => findings(document, "forbidden/brush-off")[0]?.message;
    try {
      await configuration.update("language", "zh-TW", vscode.ConfigurationTarget.Global);
      await eventually(() => (message()?.includes("「不清楚」") ? true : undefined));
      await configuration.update("language", "en", vscode.ConfigurationTarget.Global);
      await eventually(() => (/sends|customer/i.test(message() ?? "") ? true : undefined));
      await configuration.update("run", "off", vscode.ConfigurationTarget.Global);
      await eventually(() => (vscode.languages.getDiagnostics(document.uri).length === 0 ? true : undefined));
    } finally {
      for (const name of ["language", "run"])
        await configuration.update(name, undefined, vscode.ConfigurationTarget.Global);
    }
    await eventually(() => message());
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});
