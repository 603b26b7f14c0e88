import * as vscode from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import {
  CALL_FLOW_CHANGED,
  CALL_FLOW_REQUEST,
  type CallFlow,
  type CallFlowChangedParams,
  type CallFlowParams,
  EDIT_FLOW_REQUEST,
  type EditFlowParams,
  REHEARSE,
  type Span,
} from "../../server/protocol.ts";
import { locale, openWindow } from "../webview-window.ts";
import { edgeAt, findingAt, nodeAt } from "./at-offset.ts";
import type { PanelMessage, ViewMessage } from "./messages.ts";
import { remedy } from "./remedies.ts";
import { TextHistory } from "./text-history.ts";

/** The part of a language client that previews need. */
export type CallFlowClient = Pick<BaseLanguageClient, "sendRequest" | "onNotification" | "protocol2CodeConverter">;

export const PREVIEW_VIEW_TYPE = "serviceScript.callFlow";

/**
 * Shows the call flow of a document (by default the one in the active editor) beside it; a panel that is open is used
 * again. Panels and listeners are made on first use and go with `context.subscriptions`.
 */
export function openCallFlow(
  context: Pick<vscode.ExtensionContext, "extensionUri" | "subscriptions">,
  client: CallFlowClient,
  uri = vscode.window.activeTextEditor?.document.uri,
): void {
  if (uri === undefined) return;
  let previews = previewsOf.get(client);
  if (previews === undefined) {
    previews = createPreviews(context.extensionUri, client);
    previewsOf.set(client, previews);
    context.subscriptions.push(previews);
  }
  previews.open(uri);
}

const previewsOf = new WeakMap<CallFlowClient, Previews>();

interface Previews extends vscode.Disposable {
  open(uri: vscode.Uri): void;
}

function createPreviews(extensionUri: vscode.Uri, client: CallFlowClient): Previews {
  const panels = new Map<string, PreviewPanel>();
  const subscriptions = [
    client.onNotification(CALL_FLOW_CHANGED, ({ uri }: CallFlowChangedParams) => {
      void panels.get(vscode.Uri.parse(uri).toString())?.refresh();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      panels.get(textEditor.document.uri.toString())?.follow(textEditor);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        removed: rangeLength,
        added: text.length,
      }));
      panels.get(document.uri.toString())?.history.record(document.version, changes);
    }),
  ];
  return { open, dispose };

  function open(uri: vscode.Uri): void {
    const key = uri.toString();
    const existing = panels.get(key);
    if (existing) {
      existing.show();
      return;
    }
    panels.set(key, new PreviewPanel(uri, extensionUri, client, () => panels.delete(key)));
  }

  function dispose(): void {
    for (const panel of [...panels.values()]) panel.close();
    for (const subscription of subscriptions) subscription.dispose();
  }
}

class PreviewPanel {
  readonly history = new TextHistory();
  private readonly panel: vscode.WebviewPanel;
  private ready = false;
  private closed = false;
  /** Counts requests, because only the answer to the newest one may be shown. */
  private asked = 0;
  private shown: CallFlow | undefined;
  private lastGood: CallFlow | undefined;
  private finding: string | undefined;
  /** Waits for a PNG that was asked for. */
  private onPng: ((base64: string | undefined) => void) | undefined;
  /** Whether the cursor chose that finding, so that it is let go when the cursor leaves its words. */
  private byCursor = false;
  /** Where a click in the picture has put the cursor: there it chooses no finding, the click did. */
  private revealed: number | undefined;

  constructor(
    private readonly uri: vscode.Uri,
    extensionUri: vscode.Uri,
    private readonly client: CallFlowClient,
    onClosed: () => void,
  ) {
    this.panel = openWindow(extensionUri, {
      viewType: PREVIEW_VIEW_TYPE,
      title: titleFor(uri),
      program: "preview",
      preserveFocus: true,
    });
    this.panel.onDidDispose(() => {
      this.closed = true;
      onClosed();
    });
    this.panel.webview.onDidReceiveMessage((message: ViewMessage) => this.receive(message));
    void this.refresh();
  }

  show(): void {
    this.panel.reveal(undefined, true);
  }

  close(): void {
    this.panel.dispose();
  }

  /** Asks the server for the flow and shows the answer, unless a newer question was asked meanwhile. */
  async refresh(): Promise<void> {
    const asked = ++this.asked;
    const params: CallFlowParams = { uri: this.uri.toString() };
    try {
      const flow = await this.client.sendRequest<CallFlow | null>(CALL_FLOW_REQUEST, params);
      if (flow === null || asked !== this.asked || this.closed) return;
      this.shown = flow;
      if (flow.broken === undefined) {
        this.lastGood = flow;
        this.history.forgetUntil(flow.version);
      }
      this.send({ type: "show", flow, locale: locale() });
      this.followVisible();
    } catch {
      // The server is starting anew or the document was closed: the picture stays, and the next notification asks again.
    }
  }

  /** Highlights what the cursor of `editor` is in, and lights the path of a finding when it is in the words of one. */
  follow(editor: vscode.TextEditor): void {
    if (this.shown === undefined) return;
    const offset = editor.document.offsetAt(editor.selection.active);
    const [node, edge] = [nodeAt(this.shown, offset), edgeAt(this.shown, offset)];
    this.send({ type: "select", ...(node !== undefined && { node, offset }), ...(edge !== undefined && { edge }) });
    if (offset === this.revealed) return;
    this.revealed = undefined;
    const finding = findingAt(this.shown, editor.document.offsetAt(editor.selection.start))?.id;
    if (finding === this.finding || (finding === undefined && !this.byCursor)) return;
    this.finding = finding;
    this.byCursor = finding !== undefined;
    this.send(finding === undefined ? { type: "chooseFinding" } : { type: "chooseFinding", finding });
  }

  private followVisible(): void {
    const editor = this.visibleEditor();
    if (editor) this.follow(editor);
  }

  private receive(message: ViewMessage): void {
    switch (message.type) {
      case "ready":
        this.restore();
        break;
      case "reveal":
        void this.reveal(message.span, message.version);
        break;
      case "chooseFinding":
        this.finding = message.finding;
        this.byCursor = false;
        this.bringIntoView(message.finding);
        break;
      case "edit":
        void this.edit({ uri: this.uri.toString(), ...message });
        break;
      case "rehearse":
        void vscode.commands.executeCommand(REHEARSE, this.uri);
        break;
      case "export":
        void this.export();
        break;
      case "png":
        this.onPng?.(message.base64);
        break;
      case "remedy":
        void this.remedy(message.ruleId, message.span, message.version);
        break;
    }
  }

  /** A webview that was hidden has lost everything, its last good picture included. */
  private restore(): void {
    this.ready = true;
    if (this.shown === undefined) return;
    if (this.shown.broken !== undefined && this.lastGood !== undefined) {
      this.send({ type: "show", flow: this.lastGood, locale: locale() });
    }
    this.send({ type: "show", flow: this.shown, locale: locale() });
    if (this.finding !== undefined) this.send({ type: "chooseFinding", finding: this.finding });
    this.followVisible();
  }

  private send(message: PanelMessage): void {
    if (this.ready && !this.closed) void this.panel.webview.postMessage(message);
  }

  /** The edit is one of the editor's, so that it can be undone there. */
  private async edit({ uri, version, at, edit }: EditFlowParams): Promise<void> {
    try {
      const params: EditFlowParams = { uri, version, at, edit };
      const answer = await this.client.sendRequest<WorkspaceEdit | null>(EDIT_FLOW_REQUEST, params);
      const change = await this.client.protocol2CodeConverter.asWorkspaceEdit(answer);
      if (change !== undefined) await vscode.workspace.applyEdit(change);
      this.send({ type: "edited" });
    } catch (error) {
      this.send({ type: "edited", refusal: error instanceof Error ? error.message : String(error) });
    }
  }

  private async remedy(ruleId: string, span: Span, version: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    const place = (offset: number) => document.positionAt(this.history.offsetNow(offset, version));
    const none =
      locale() === "zh" ? "这个问题没有现成的改法，请按说明改写。" : "There is no ready remedy for this finding.";
    await remedy(this.uri, new vscode.Range(place(span.start), place(span.end)), ruleId, none);
  }

  /** Only this window can draw a PNG, so it is offered here. */
  private async export(): Promise<void> {
    const png = () =>
      new Promise<string | undefined>((resolve) => {
        this.onPng = resolve;
        this.send({ type: "drawPng" });
      });
    await vscode.commands.executeCommand("serviceScript.export", this.uri, png);
  }

  private async reveal(span: Span, version: number): Promise<void> {
    const editor = await this.openEditor();
    this.revealed = this.history.offsetNow(span.start, version);
    const position = editor.document.positionAt(this.revealed);
    editor.selection = new vscode.Selection(position, position);
    editor.revealRange(new vscode.Range(position, position), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Where a document is open already, there it is shown; else beside the panel, never in the panel's own column. */
  private async openEditor(): Promise<vscode.TextEditor> {
    const viewColumn = this.visibleEditor()?.viewColumn ?? columnOf(this.uri) ?? vscode.ViewColumn.One;
    const document = await vscode.workspace.openTextDocument(this.uri);
    return vscode.window.showTextDocument(document, { viewColumn, preserveFocus: false });
  }

  /** A finding chosen in the picture scrolls the text along and leaves the focus in the picture. */
  private bringIntoView(id: string | undefined): void {
    const drawn = this.shown?.broken === undefined ? this.shown : (this.lastGood ?? this.shown);
    const finding = drawn?.findings.find((one) => one.id === id);
    const editor = this.visibleEditor();
    if (drawn === undefined || finding === undefined || editor === undefined) return;
    const place = (offset: number) => editor.document.positionAt(this.history.offsetNow(offset, drawn.version));
    const range = new vscode.Range(place(finding.span.start), place(finding.span.end));
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  private visibleEditor(): vscode.TextEditor | undefined {
    const key = this.uri.toString();
    return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
  }
}

/** The column of a tab that has the document open behind another one. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  for (const group of vscode.window.tabGroups.all) {
    if (group.tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === key)) {
      return group.viewColumn;
    }
  }
  return undefined;
}

function titleFor(uri: vscode.Uri): string {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  return locale() === "zh" ? `通话流程：${name}` : `Call flow: ${name}`;
}
