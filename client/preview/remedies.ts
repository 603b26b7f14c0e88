import * as vscode from "vscode";

/**
 * Offers the remedies of a finding, as the editor's light bulb does, and makes the one that is chosen; a single one is
 * made at once.
 * @param none what is said when there is none
 */
export async function remedy(uri: vscode.Uri, range: vscode.Range, ruleId: string, none: string): Promise<void> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  const own = actions.filter(({ diagnostics }) => diagnostics?.some((one) => codeOf(one) === ruleId));
  if (own.length === 0) {
    void vscode.window.showInformationMessage(none);
    return;
  }
  const items = own.map((action) => ({ label: action.title, action }));
  const chosen = own.length === 1 ? items[0] : await vscode.window.showQuickPick(items);
  if (chosen === undefined) return;
  const { edit, command } = chosen.action;
  if (edit !== undefined) await vscode.workspace.applyEdit(edit);
  if (command !== undefined) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
