import { PassThrough } from "node:stream";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type Diagnostic,
  type LogMessageParams,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
// The server loads it when it is wanted, which takes the longer the first time.
import "../../server/config/read-configuration.ts";
import { serve } from "../../server/lsp/server.ts";
import { uriKey } from "../../server/model/uri-key.ts";

const FOLDER = "file:///scripts";

/** The address of a file of the folder, escaped as editors do. */
export const uriOf = (name: string) => `${FOLDER}/${encodeURIComponent(name)}`;

/** The language server in this process, with an editor at the other end of two pipes and a disk that is a map. */
export class MemorySession {
  readonly connection: ProtocolConnection;
  /** What the server logged as an error. */
  readonly errors: string[] = [];
  /** The files by address. */
  readonly disk: Map<string, string>;
  private readonly toServer = new PassThrough();
  private readonly published = new Map<string, readonly Diagnostic[]>();
  private publications = 0;

  /** Starts a server in a folder with these files. */
  static async start(files: ReadonlyMap<string, string>): Promise<MemorySession> {
    const session = new MemorySession(files);
    await session.connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: FOLDER, name: "scripts" }],
      capabilities: {},
      initializationOptions: { language: "en", commands: true },
    });
    await session.connection.sendNotification("initialized", {});
    return session;
  }

  private constructor(files: ReadonlyMap<string, string>) {
    this.disk = new Map(files);
    const toClient = new PassThrough();
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(this.toServer),
      new StreamMessageWriter(toClient),
    );
    serve(server, () => {
      // Nothing is there at once, as on a disk: what else comes meanwhile gets its turn.
      const textOf = async (uri: string) => {
        await new Promise((resolve) => setImmediate(resolve));
        return [...this.disk].find(([file]) => uriKey(file) === uriKey(uri))?.[1];
      };
      return {
        list: async () => [...this.disk.keys()].filter((uri) => uri.endsWith(".sscript")),
        read: async (uri) => {
          const text = await textOf(uri);
          return text === undefined ? { absent: "missing" } : { text };
        },
        readList: async (uri) => {
          const text = await textOf(uri);
          return text === undefined ? { absent: "missing" } : { readings: [text] };
        },
      };
    });
    this.connection = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(this.toServer),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.publications++;
      if (params.diagnostics.length === 0) this.published.delete(params.uri);
      else this.published.set(params.uri, params.diagnostics);
    });
    this.connection.onNotification("window/logMessage", ({ type, message }: LogMessageParams) => {
      if (type === 1) this.errors.push(message);
    });
    this.connection.listen();
  }

  /** Sends bytes as they are, whether or not they are a message. */
  sendRaw(bytes: string): void {
    this.toServer.write(bytes);
  }

  /** The findings that the editor shows when nothing moves any more, by address. */
  async settled(): Promise<Record<string, readonly Diagnostic[]>> {
    for (let before = -1; before !== this.publications; ) {
      before = this.publications;
      // Its answer says that all that was sent before has arrived, so that no pause begins any more.
      await this.connection.sendRequest("workspace/symbol", { query: "" });
      await new Promise((resolve) => setTimeout(resolve, LONGER_THAN_A_TYPING_PAUSE));
      // On a busy machine that moment comes late, and together with the end of the server's own pause.
      for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
    }
    return Object.fromEntries([...this.published].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  close(): void {
    this.connection.dispose();
    this.toServer.end();
  }
}

const LONGER_THAN_A_TYPING_PAUSE = 180;
