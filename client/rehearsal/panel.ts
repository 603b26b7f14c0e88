import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { REHEARSAL_REQUEST, type Rehearsal, type RehearsalMove, type RehearsalParams } from "../../server/protocol.ts";
import { makeNonce, webviewPage } from "../webview-page.ts";
import type { Locale, PanelMessage, ViewMessage } from "./messages.ts";

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
  const root = vscode.Uri.joinPath(context.extensionUri, "dist", "webview");
  const title = titleFor(uri);
  const panel = vscode.window.createWebviewPanel(REHEARSAL_VIEW_TYPE, title, vscode.ViewColumn.Beside, {
    enableScripts: true,
    localResourceRoots: [root],
    // What was typed so far is not lost when another tab is looked at.
    retainContextWhenHidden: true,
  });
  const address = (file: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(root, file)).toString();
  panel.webview.onDidReceiveMessage((message: ViewMessage) => receive(message));
  panel.webview.html = webviewPage({
    cspSource: panel.webview.cspSource,
    script: address("rehearsal.js"),
    style: address("rehearsal.css"),
    nonce: makeNonce(),
    language: locale() === "zh" ? "zh-CN" : "en",
    title,
  });

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

function locale(): Locale {
  return vscode.env.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
