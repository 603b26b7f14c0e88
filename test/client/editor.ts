/** The words in which the journeys speak of the editor. */
import * as vscode from "vscode";

/** Opens a file of the fixture folder in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(fixture(name));
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** The address of a file of the fixture folder. */
export function fixture(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

/** Where `text` stands in the document, the first time. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${document.uri.path} has no ${text}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/** The findings of a rule, as the editor holds them now. */
export function findings(document: vscode.TextDocument, ruleId: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ code }) => {
    return (typeof code === "object" ? code.value : code) === ruleId;
  });
}

/** Asks again until `ask` neither throws nor returns undefined; then fails with what it last threw. */
export async function eventually<T>(ask: () => T | Promise<T>, seconds = 20): Promise<NonNullable<T>> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== null) return answer;
      if (Date.now() > end) throw new Error(`still nothing after ${seconds} s`);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
