import * as vscode from "vscode";
import { makeNonce, webviewPage } from "./webview-page.ts";

/** A window beside the text, and the program in it. */
export interface WindowOptions {
  readonly viewType: string;
  readonly title: string;
  /** Which of the programs in `dist/webview` runs in it. */
  readonly program: "preview" | "rehearsal";
  /** Whether the cursor stays in the text. */
  readonly preserveFocus?: boolean;
  /** Whether the page goes on while another tab is in front. */
  readonly retainContextWhenHidden?: boolean;
}

/** Opens a window beside the text; its program then sends messages. */
export function openWindow(
  extensionUri: vscode.Uri,
  { viewType, title, program, preserveFocus = false, retainContextWhenHidden = false }: WindowOptions,
): vscode.WebviewPanel {
  const root = vscode.Uri.joinPath(extensionUri, "dist", "webview");
  const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus };
  const panel = vscode.window.createWebviewPanel(viewType, title, column, {
    enableScripts: true,
    localResourceRoots: [root],
    retainContextWhenHidden,
  });
  const address = (file: string) => panel.webview.asWebviewUri(vscode.Uri.joinPath(root, file)).toString();
  panel.webview.html = webviewPage({
    cspSource: panel.webview.cspSource,
    script: address(`${program}.js`),
    style: address(`${program}.css`),
    nonce: makeNonce(),
    language: locale() === "zh" ? "zh-CN" : "en",
    title,
  });
  return panel;
}

/** The reader's language. */
export function locale(): "zh" | "en" {
  return vscode.env.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
