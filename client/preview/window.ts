import * as vscode from "vscode";
import { makeNonce, webviewPage } from "../webview-page.ts";
import type { Locale } from "./messages.ts";

/** A window beside the text that runs the preview's program, and waits for its messages. */
export function openWindow(extensionUri: vscode.Uri, viewType: string, title: string): vscode.WebviewPanel {
  const root = vscode.Uri.joinPath(extensionUri, "dist", "webview");
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const panel = vscode.window.createWebviewPanel(viewType, title, column, {
    enableScripts: true,
    localResourceRoots: [root],
  });
  const address = (file: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(root, file)).toString();
  panel.webview.html = webviewPage({
    cspSource: panel.webview.cspSource,
    script: address("preview.js"),
    style: address("preview.css"),
    nonce: makeNonce(),
    language: locale() === "zh" ? "zh-CN" : "en",
    title,
  });
  return panel;
}

/** The reader's language. */
export function locale(): Locale {
  return vscode.env.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
