import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type CallFlow, COMPARE_REQUEST, type CompareParams } from "../../server/protocol.ts";
import { locale, openWindow } from "../webview-window.ts";
import type { PanelMessage, ViewMessage } from "./messages.ts";

export const COMPARISON_VIEW_TYPE = "serviceScript.comparison";

/**
 * Asks with which other version a script (by default the one in the active editor) is to be compared, and shows what has
 * changed since as a picture beside the text.
 */
export async function compareVersions(
  extensionUri: vscode.Uri,
  client: Pick<BaseLanguageClient, "sendRequest">,
  uri = vscode.window.activeTextEditor?.document.uri,
): Promise<void> {
  if (uri === undefined) return;
  const words = WORDS[locale()];
  const ways = [
    { label: words.committed, read: () => committed(uri) },
    ...(uri.scheme === "untitled" ? [] : [{ label: words.saved, read: () => saved(uri) }]),
    { label: words.other, read: () => otherFile(uri) },
  ];
  const way = await vscode.window.showQuickPick(ways, { placeHolder: words.ask });
  const earlier = await way?.read();
  if (way !== undefined && earlier === undefined && way !== ways.at(-1))
    void vscode.window.showInformationMessage(words.none);
  if (earlier === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const params: CompareParams = { uri: uri.toString(), before: earlier.text, beforeUri: earlier.uri.toString() };
  const flow = await client.sendRequest<CallFlow | null>(COMPARE_REQUEST, params);
  if (flow !== null) show(extensionUri, document, flow);
}

interface Earlier {
  readonly text: string;
  readonly uri: vscode.Uri;
}

function show(extensionUri: vscode.Uri, document: vscode.TextDocument, flow: CallFlow): void {
  const name = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
  const panel = openWindow(extensionUri, {
    viewType: COMPARISON_VIEW_TYPE,
    title: WORDS[locale()].title(name),
    program: "preview",
    preserveFocus: true,
  });
  panel.webview.onDidReceiveMessage(async (message: ViewMessage) => {
    if (message.type === "ready") {
      const answer: PanelMessage = { type: "show", flow, locale: locale(), isReadOnly: true };
      await panel.webview.postMessage(answer);
    }
    if (message.type === "reveal") {
      const place = document.positionAt(message.span.start);
      await vscode.window.showTextDocument(document, {
        viewColumn: vscode.ViewColumn.One,
        selection: new vscode.Range(place, place),
      });
    }
  });
}

/** The file as it was last committed, from the editor's own Git extension; undefined where it knows none. */
async function committed(uri: vscode.Uri): Promise<Earlier | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
  try {
    const git = (await extension?.activate())?.getAPI(1);
    const repository = git?.getRepository(uri) ?? (await git?.openRepository(uri));
    const text = await repository?.show("HEAD", uri.fsPath);
    return text === undefined ? undefined : { text, uri };
  } catch {
    // Not committed yet, no repository, or no Git: each is the same to who asks.
    return undefined;
  }
}

/** The part of the Git extension that is needed. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): Repository | null;
    openRepository(root: vscode.Uri): Promise<Repository | null>;
  };
}

interface Repository {
  show(ref: string, path: string): Promise<string>;
}

async function saved(uri: vscode.Uri): Promise<Earlier | undefined> {
  return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), uri };
}

async function otherFile(uri: vscode.Uri): Promise<Earlier | undefined> {
  const options = uri.scheme === "untitled" ? {} : { defaultUri: vscode.Uri.joinPath(uri, "..") };
  const [file] = (await vscode.window.showOpenDialog({ ...options, title: WORDS[locale()].choose })) ?? [];
  if (file === undefined) return undefined;
  return { text: (await vscode.workspace.openTextDocument(file)).getText(), uri: file };
}

const WORDS = {
  zh: {
    ask: "和哪个版本比较？",
    committed: "上次提交的版本（Git）",
    saved: "磁盘上存着的版本",
    other: "另一个文件…",
    choose: "选旧版本",
    none: "没有找到上次提交的版本。",
    title: (name: string) => `比较：${name}`,
  },
  en: {
    ask: "Compare with which version?",
    committed: "As last committed (Git)",
    saved: "As saved on the disk",
    other: "Another file…",
    choose: "Choose the earlier version",
    none: "No committed version was found.",
    title: (name: string) => `Comparison: ${name}`,
  },
} as const;
