import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { REHEARSAL_REQUEST, type Rehearsal, type RehearsalMove, type RehearsalParams } from "../../server/protocol.ts";
import { locale, openWindow } from "../webview-window.ts";
import type { PanelMessage, ViewMessage } from "./messages.ts";

export const REHEARSAL_VIEW_TYPE = "serviceScript.rehearsal";

/**
 * Opens a window in which the call of a script (by default the one in the active editor) is rehearsed, from its
 * beginning or from the heading of a step.
 */
export function openRehearsal(
  context: Pick<vscode.ExtensionContext, "extensionUri">,
  client: Pick<BaseLanguageClient, "sendRequest">,
  uri = vscode.window.activeTextEditor?.document.uri,
  from?: string,
): void {
  if (uri === undefined) return;
  const panel = openWindow(context.extensionUri, {
    viewType: REHEARSAL_VIEW_TYPE,
    title: titleFor(uri),
    program: "rehearsal",
    // What was typed so far is not lost when another tab is looked at.
    retainContextWhenHidden: true,
  });
  panel.webview.onDidReceiveMessage((message: ViewMessage) => receive(message));

  function receive(message: ViewMessage): void {
    switch (message.type) {
      case "ready":
        void play([], from);
        break;
      case "play":
        void play(message.moves, message.step);
        break;
      case "save":
        void save(message.transcript);
        break;
    }
  }

  async function play(moves: readonly RehearsalMove[], step: string | undefined): Promise<void> {
    const params: RehearsalParams = { uri: uri!.toString(), moves, ...(step !== undefined && { step }) };
    await vscode.workspace.openTextDocument(uri!);
    const rehearsal = await client.sendRequest<Rehearsal | null>(REHEARSAL_REQUEST, params);
    if (rehearsal === null) return;
    const answer: PanelMessage = { type: "show", rehearsal, locale: locale(), ...(step !== undefined && { step }) };
    await panel.webview.postMessage(answer);
  }
}

/** Opens the record as a new document; whether and where it is saved is the trainee's business. */
async function save(transcript: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "service-script", content: transcript });
  await vscode.window.showTextDocument(document);
}

function titleFor(uri: vscode.Uri): string {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  return locale() === "zh" ? `排练：${name}` : `Rehearsal: ${name}`;
}
