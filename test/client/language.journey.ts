import assert from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, findings, open, rangeOf } from "./editor.ts";

describe("a complaint script with faults", () => {
  let document: vscode.TextDocument;
  let brushOff: vscode.Diagnostic;

  before(async () => {
    document = await open("断网投诉.sscript");
    brushOff = await eventually(() => findings(document, "forbidden/brush-off")[0]);
  });

  it("has the brush-off underlined where it stands, and told in the editor's language", () => {
    assert.ok(brushOff.range.contains(rangeOf(document, "不清楚")), `underlined: ${document.getText(brushOff.range)}`);
    assert.equal(findings(document, "forbidden/brush-off").length, 1);
    // Either message may quote the script, so Chinese in it proves nothing for English.
    const language = vscode.env.language.startsWith("zh") ? /^\P{L}*\p{Script=Han}/u : /[a-z]+ [a-z]+ [a-z]+/i;
    assert.match(brushOff.message, language);
  });

  it("has the missing apology shown with the path on which it is missing", () => {
    const [apology] = findings(document, "missing/apology");
    assert.ok(apology, "no missing/apology");
    const related = apology.relatedInformation ?? [];
    assert.ok(related.length > 0, "no related information");
    for (const { location } of related) assert.equal(location.uri.toString(), document.uri.toString());
  });

  it("has the vague promise underlined", () => {
    const [vague] = findings(document, "sla/vague");
    assert.ok(vague?.range.intersection(rangeOf(document, "尽快")), "no sla/vague at 尽快");
  });

  it("is outlined by its steps", async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document.uri);
    const names = symbols.flatMap(function flatten(symbol): string[] {
      return [symbol.name, ...symbol.children.flatMap(flatten)];
    });
    const steps = ["开场", "报修", "说明", "收尾"];
    assert.deepEqual(
      names.filter((name) => steps.includes(name)),
      steps,
    );
  });

  it("explains a finding on hover", async () => {
    const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, brushOff.range.start);
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === "string" ? part : part.value)),
    );
    assert.ok(text.join("\n").length > 10, `hover: ${text}`);
  });

  it("completes step names after an arrow and labels in parentheses", async () => {
    assert.ok((await completions(rangeOf(document, "-> 收尾").start.translate(0, 3))).includes("说明"));
    assert.ok((await completions(rangeOf(document, "(不满)").start.translate(0, 1))).includes("着急"));
  });

  it("goes from a jump to its step", async () => {
    const position = rangeOf(document, "-> 收尾").end.translate(0, -1);
    const [target] = await ask<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      position,
    );
    const range = target && ("targetRange" in target ? target.targetRange : target.range);
    assert.equal(range?.start.line, rangeOf(document, "## 收尾").start.line);
  });

  it("offers words to say instead of the brush-off", async () => {
    const actions = await ask<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, brushOff.range);
    const fix = actions.find(({ kind, edit }) => edit && kind && vscode.CodeActionKind.QuickFix.contains(kind));
    assert.ok(fix, `actions: ${actions.map(({ title }) => title)}`);
    assert.ok(fix.edit!.get(document.uri).length > 0);
  });

  it("is judged again after the server was restarted", async () => {
    let gone = false;
    const watching = vscode.languages.onDidChangeDiagnostics(() => {
      gone ||= findings(document, "forbidden/brush-off").length === 0;
    });
    await vscode.commands.executeCommand("serviceScript.restartServer");
    await eventually(() => findings(document, "forbidden/brush-off")[0]);
    watching.dispose();
    // Else what is seen may be what the old server left behind.
    assert.ok(gone, "the findings never went away");
  });

  async function completions(position: vscode.Position): Promise<string[]> {
    const list = await ask<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position);
    return list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
  }
});

async function ask<T>(command: string, ...parameters: unknown[]): Promise<T> {
  return (await vscode.commands.executeCommand<T | undefined>(command, ...parameters)) ?? ([] as T);
}
