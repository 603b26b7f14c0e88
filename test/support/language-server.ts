import { type ChildProcess, spawn } from "node:child_process";
import {
  type CancellationToken,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type ServerCapabilities,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { EXECUTABLE } from "./executable.ts";

/** The language server as an editor runs it: the executable, over JSON-RPC on its standard input and output. */
export class LanguageServer {
  readonly connection: ProtocolConnection;
  /** What the server said it can do. */
  capabilities: ServerCapabilities = {};
  private readonly child: ChildProcess;
  private readonly published = new Map<string, PublishDiagnosticsParams>();
  private readonly counts = new Map<string, number>();
  private readonly waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();

  private constructor() {
    this.child = spawn(process.execPath, [EXECUTABLE, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.child.stdout!),
      new StreamMessageWriter(this.child.stdin!),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
      this.counts.set(params.uri, (this.counts.get(params.uri) ?? 0) + 1);
      this.waiting.get(params.uri)?.(params);
    });
    this.connection.listen();
  }

  /** Starts a server whose messages are in `language`, with more options for it to start with. */
  static async start(
    language: "zh-cn" | "en",
    options: Readonly<Record<string, unknown>> = {},
    capabilities: object = {},
    prepare: (connection: ProtocolConnection) => void = () => {},
    folders: readonly string[] = [],
  ): Promise<LanguageServer> {
    const server = new LanguageServer();
    prepare(server.connection);
    const { capabilities: announced } = await server.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      ...(folders.length > 0 && { workspaceFolders: folders.map((uri) => ({ uri, name: "scripts" })) }),
      capabilities,
      initializationOptions: { language, ...options },
    });
    server.capabilities = announced;
    await server.connection.sendNotification("initialized", {});
    return server;
  }

  /** Opens a document and resolves with its diagnostics. */
  async open(uri: string, text: string): Promise<Diagnostic[]> {
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "service-script", version: 1, text },
    });
    return this.diagnostics(uri, 1);
  }

  /** Replaces a document's text and resolves with its new diagnostics. */
  async change(uri: string, version: number, text: string): Promise<Diagnostic[]> {
    await this.send(uri, version, text);
    return this.diagnostics(uri, version);
  }

  /** Replaces a document's text and does not wait. */
  async send(uri: string, version: number, text: string): Promise<void> {
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** The diagnostics that were published last for a document. */
  latest(uri: string): Diagnostic[] {
    return this.published.get(uri)?.diagnostics ?? [];
  }

  /** How often diagnostics were published for a document. */
  publishedCount(uri: string): number {
    return this.counts.get(uri) ?? 0;
  }

  /** @param token cancels the request */
  request<R>(method: string, params: object, token?: CancellationToken): Promise<R> {
    return token === undefined
      ? this.connection.sendRequest(method, params)
      : this.connection.sendRequest(method, params, token);
  }

  async stop(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.on("exit", resolve));
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    return ended;
  }

  private async diagnostics(uri: string, version: number): Promise<Diagnostic[]> {
    for (;;) {
      const known = this.published.get(uri);
      if (known?.version === version) return known.diagnostics;
      await new Promise<PublishDiagnosticsParams>((resolve) => this.waiting.set(uri, resolve));
    }
  }
}
