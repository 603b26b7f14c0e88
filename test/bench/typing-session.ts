import { type ChildProcess, spawn } from "node:child_process";
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

/** How a client comes to the diagnostics: it asks after each edit, as VS Code does, or waits to be told. */
export type Way = "asks" | "is told";

const URI = "file:///bench.sscript";

/** Somebody who types into one script, in front of some language server on its standard input and output. */
export class TypingSession {
  private readonly child: ChildProcess;
  private readonly connection: ProtocolConnection;
  private readonly way: Way;
  private version = 1;
  private toldOf = 0;
  private wake: () => void = () => {};
  private lines: string[] = [];

  private constructor(command: readonly string[], way: Way) {
    this.way = way;
    this.child = spawn(command[0]!, command.slice(1), { stdio: ["pipe", "pipe", "inherit"] });
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.child.stdout!),
      new StreamMessageWriter(this.child.stdin!),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", ({ version }: PublishDiagnosticsParams) => {
      this.toldOf = version ?? this.version;
      this.wake();
    });
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.onRequest("workspace/configuration", ({ items }: { items: object[] }) => items.map(() => null));
    this.connection.listen();
  }

  /** Starts a server and opens a script in it; resolves when its diagnostics are there. */
  static async open(command: readonly string[], text: string, way: Way): Promise<TypingSession> {
    const session = new TypingSession(command, way);
    const { connection } = session;
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: way === "asks" ? { textDocument: { diagnostic: {} } } : {},
      initializationOptions: { language: "zh-cn" },
    });
    await connection.sendNotification("initialized", {});
    session.lines = text.split("\n");
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri: URI, languageId: "service-script", version: 1, text },
    });
    await session.diagnostics();
    return session;
  }

  /** Types a sign before the first full stop of a line, or at its end; how many milliseconds pass until its diagnostics. */
  async type(sign: string, line: number): Promise<number> {
    const before = this.lines[line]!;
    const stop = before.indexOf("。");
    const character = stop < 0 ? before.length : stop;
    this.lines[line] = before.slice(0, character) + sign + before.slice(character);
    this.version++;
    const start = performance.now();
    const place = { line, character };
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: this.version },
      contentChanges: [{ range: { start: place, end: place }, text: sign }],
    });
    await this.diagnostics();
    return performance.now() - start;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.on("exit", resolve));
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    await ended;
    this.connection.dispose();
  }

  private async diagnostics(): Promise<void> {
    if (this.way === "asks")
      await this.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: URI } });
    else while (this.toldOf !== this.version) await new Promise<void>((resolve) => (this.wake = resolve));
  }
}
