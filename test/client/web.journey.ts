import * as vscode from "vscode";
import { eventually, findings, fixture, open, rangeOf } from "./editor.ts";

describe("in a browser only", () => {
  it("runs in the browser's worker, beside no node", () => {
    const { process } = globalThis as { process?: { versions?: { node?: string } } };
    check(process?.versions?.node === undefined, "there is a node");
    check(vscode.extensions.getExtension("service-script.service-script") !== undefined, "there is no extension");
  });

  it("finds faults in a script that is opened", async () => {
    const document = await open("断网投诉.sscript");
    const brushOff = await eventually(() => findings(document, "forbidden/brush-off")[0]);
    check(brushOff.range.contains(rangeOf(document, "不清楚")), document.getText(brushOff.range));
    check(findings(document, "missing/apology").length > 0, "no missing/apology");
  });

  it("reads what a script imports through the editor", async () => {
    const document = await open("催单.sscript");
    await eventually(() => findings(document, "forbidden/brush-off")[0]);
    check(findings(document, "import/missing-file").length === 0, "the imported file was not read");
    const position = rangeOf(document, "公共#收尾").end;
    const [target] = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      position,
    );
    check(target?.uri.toString() === fixture("公共话术.sscript").toString(), `leads to ${target?.uri}`);
  });

  it("names every script of the folder, those that were never opened too", async () => {
    const found = await eventually(async () => {
      const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        "vscode.executeWorkspaceSymbolProvider",
        "问候",
      );
      return symbols.find(({ location }) => location.uri.path.endsWith("/问候.话术"));
    });
    check(found.name.includes("问候"), found.name);
  });

  it("finds nothing where the brush-off was mended, and finds it again", async () => {
    const document = await open("断网投诉.sscript");
    const range = rangeOf(document, "这个我不清楚，您再等等看吧。");
    await edit(document, range, "请您稍等，我马上为您核实。");
    await eventually(() => (findings(document, "forbidden/brush-off").length === 0 ? true : undefined));
    await edit(document, rangeOf(document, "请您稍等，我马上为您核实。"), "这个我不清楚，您再等等看吧。");
    await eventually(() => findings(document, "forbidden/brush-off")[0]);
  });

  it("shows a rule's page of the manual", async () => {
    const uri = vscode.Uri.parse("service-script-manual:/zh/forbidden/brush-off.md");
    const page = await vscode.workspace.openTextDocument(uri);
    check(page.getText().includes("forbidden/brush-off"), page.getText().slice(0, 80));
  });

  it("starts its server again", async () => {
    const document = await open("断网投诉.sscript");
    await vscode.commands.executeCommand("serviceScript.restartServer");
    await eventually(() => findings(document, "forbidden/brush-off")[0]);
  });
});

async function edit(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, text);
  check(await vscode.workspace.applyEdit(change), "the edit was refused");
}

/** There is no `node:assert` here. */
function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
