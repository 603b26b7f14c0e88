import { CancellationTokenSource, type Diagnostic, ResponseError } from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { MemorySession, uriOf } from "./memory-session.ts";
import { MALFORMED, REQUESTS } from "./session-requests.ts";
import { NAMES, type Step } from "./session-steps.ts";

const INTERNAL_ERROR = -32603;

/** An editor that plays steps to a server and knows, at any time, what a server that starts now would be told. */
export class SessionPlayer {
  /** Well-formed requests that the server answered with a failure of its own, with what it said. */
  readonly failures: string[] = [];
  private readonly open = new Map<string, TextDocument>();
  private readonly waiting = new Set<Promise<unknown>>();
  private readonly session: MemorySession;

  private constructor(session: MemorySession) {
    this.session = session;
  }

  static async start(): Promise<SessionPlayer> {
    return new SessionPlayer(await MemorySession.start(new Map([[uriOf("公共.sscript"), "类型: 片段\n## 登记\n"]])));
  }

  async play(step: Step): Promise<void> {
    const { connection, disk } = this.session;
    switch (step.kind) {
      case "open": {
        const uri = uriOf(NAMES[step.file]!);
        this.open.set(uri, TextDocument.create(uri, "service-script", 1, step.text));
        const textDocument = { uri, languageId: "service-script", version: 1, text: step.text };
        return connection.sendNotification("textDocument/didOpen", { textDocument });
      }
      case "change":
        return this.change(step.file, step.later, (document) =>
          // The library of the server takes backward ranges as forward ones, and places beyond a line as its end.
          step.edits.map(({ start, end, text }) => ({ range: orderedAt(document, start, end), text })),
        );
      case "replace":
        return this.change(step.file, step.later, () => [{ text: step.text }]);
      case "close": {
        const uri = uriOf(NAMES[step.file]!);
        this.open.delete(uri);
        return connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
      }
      case "write": {
        const uri = uriOf(NAMES[step.file]!);
        const type = step.text === undefined ? 3 : disk.has(uri) ? 2 : 1;
        if (step.text === undefined) disk.delete(uri);
        else disk.set(uri, step.text);
        return connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
      }
      case "request":
        return this.request(...REQUESTS[step.request]!(uriOf(NAMES[step.file]!), step.at), step.cancel);
      case "malformed":
        return this.session.sendRaw(asMessage(MALFORMED[step.message]!));
      case "pause":
        await new Promise((resolve) => setTimeout(resolve, step.milliseconds));
    }
  }

  /** What is shown when nothing moves any more, what a fresh start would show, and what the server logged. */
  async end(): Promise<{ shown: Diagnostics; fresh: Diagnostics; errors: readonly string[] }> {
    const shown = await this.settled();
    const other = await MemorySession.start(this.session.disk);
    for (const document of this.open.values()) {
      const { uri, languageId, version } = document;
      const textDocument = { uri, languageId, version, text: document.getText() };
      await other.connection.sendNotification("textDocument/didOpen", { textDocument });
    }
    const fresh = await other.settled();
    other.close();
    return { shown, fresh, errors: this.session.errors };
  }

  /** Waits until every request is answered and nothing moves; what is shown then. */
  async settled(): Promise<Diagnostics> {
    await Promise.all(this.waiting);
    return this.session.settled();
  }

  close(): void {
    this.session.close();
  }

  private async change(file: number, later: number, changes: (document: TextDocument) => Change[]): Promise<void> {
    const uri = uriOf(NAMES[file]!);
    const document = this.open.get(uri);
    if (document === undefined) return;
    const contentChanges = changes(document);
    const version = document.version + later;
    this.open.set(uri, TextDocument.update(document, contentChanges, version));
    await this.session.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  private request(method: string, params: object, cancel: boolean): void {
    const source = new CancellationTokenSource();
    const answer = this.session.connection.sendRequest(method, params, source.token).catch((error: unknown) => {
      if (error instanceof ResponseError && error.code !== INTERNAL_ERROR) return;
      this.failures.push(`${method}: ${error}`);
    });
    this.waiting.add(answer);
    void answer.finally(() => this.waiting.delete(answer));
    if (cancel) source.cancel();
  }
}

export type Diagnostics = Record<string, readonly Diagnostic[]>;
type Change = Parameters<typeof TextDocument.update>[1][number];
type Position = { readonly line: number; readonly character: number };

function orderedAt(document: TextDocument, a: Position, b: Position) {
  const [start, end] = document.offsetAt(a) <= document.offsetAt(b) ? [a, b] : [b, a];
  return { start, end };
}

function asMessage(message: object | string): string {
  if (typeof message === "string") return message;
  const json = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`;
}
