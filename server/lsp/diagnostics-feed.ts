import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { uriKey } from "../model/uri-key.ts";
import { CALL_FLOW_CHANGED } from "../protocol.ts";
import { ConfigurationDiagnostics } from "./configuration-diagnostics.ts";
import { NOTHING, report } from "./diagnostics.ts";
import type { Workspace } from "./workspace.ts";

/** How many scripts are judged before others get their turn. */
export const BATCH = 16;

/**
 * Tells the client what is found when something has changed: by the diagnostics themselves or, where the client fetches
 * them, by a word that it should.
 */
export class DiagnosticsFeed {
  /** Whether the client fetches diagnostics of scripts, so that they are not sent. */
  isPulled = false;
  /** Whether the client can be told to fetch them again. */
  canRefresh = false;
  private readonly configuration = new ConfigurationDiagnostics();
  /** The report that was sent last of each script, and under which address. */
  private readonly sent = new Map<string, { readonly uri: string; readonly resultId: string }>();
  /** Scripts of which there is something to tell as soon as what is being edited is saved. */
  private readonly held = new Set<string>();
  private readonly connection: Connection;
  private readonly documents: TextDocuments<TextDocument>;
  private readonly workspace: Workspace;

  constructor(connection: Connection, documents: TextDocuments<TextDocument>, workspace: Workspace) {
    this.connection = connection;
    this.documents = documents;
    this.workspace = workspace;
  }

  /**
   * Tells of scripts whose findings may differ from before.
   * @param origin the script whose change is the reason, which a client that fetches asks for by itself
   */
  tell(uris: readonly string[], origin?: string): void {
    if (origin !== undefined && this.workspace.checking.isHeld(origin)) {
      for (const uri of uris) this.held.add(uri);
      this.connection.sendNotification(CALL_FLOW_CHANGED, { uri: origin });
      return;
    }
    for (const uri of uris) {
      const document = this.openDocument(uri);
      if (document !== undefined) this.connection.sendNotification(CALL_FLOW_CHANGED, { uri: document.uri });
      if (!this.isPulled) this.send(uri, document);
    }
    const others = uris.some((uri) => uri !== origin && this.openDocument(uri) !== undefined);
    if (this.isPulled && this.canRefresh && others) this.refresh();
  }

  /** Tells of many scripts, some at a time, so that whoever types meanwhile is served. */
  async tellAll(uris: readonly string[]): Promise<void> {
    if (this.isPulled) return this.tell(uris);
    for (let from = 0; from < uris.length; from += BATCH) {
      this.tell(uris.slice(from, from + BATCH));
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  /** Tells of a script that was saved, and of what was held until then. */
  tellSaved(uri: string): void {
    const uris = [...new Set([uri, ...this.held])];
    this.held.clear();
    this.tell(uris);
  }

  /** Tells everything once more, since it is told otherwise now, or no more at all. */
  async tellAnew(): Promise<void> {
    this.held.clear();
    await this.tellAll(this.workspace.scripts().map(({ uri }) => uri));
    if (this.isPulled && this.canRefresh) this.refresh();
    for (const news of this.configuration.news([], this.workspace)) this.connection.sendDiagnostics(news);
    await this.tellConfiguration();
  }

  /** Tells what is wrong with the files of the configuration; clients fetch nothing of files that are no scripts. */
  async tellConfiguration(): Promise<void> {
    const files = this.workspace.checking.run === "off" ? [] : await this.workspace.configurationFiles();
    for (const news of this.configuration.news(files, this.workspace)) this.connection.sendDiagnostics(news);
  }

  private refresh(): void {
    const failed = (error: unknown) => this.connection.console.error(`workspace/diagnostic/refresh: ${error}`);
    this.connection.languages.diagnostics.refresh().catch(failed);
  }

  private openDocument(uri: string): TextDocument | undefined {
    return this.documents.get(this.workspace.addressOf(uri));
  }

  private send(uri: string, document: TextDocument | undefined): void {
    if (this.workspace.checking.isHeld(uri)) return;
    const key = uriKey(uri);
    const script =
      document !== undefined
        ? this.workspace.read(document)
        : this.workspace.owns(uri)
          ? this.workspace.project.get(uri)
          : undefined;
    const { resultId, items } = script === undefined ? NOTHING : report(this.workspace, script);
    const before = this.sent.get(key) ?? { uri, resultId: NOTHING.resultId };
    // Whoever edits a script waits for the answer to each version, also where it is the same.
    if (document === undefined && before.resultId === resultId) return;
    const address = document?.uri ?? before.uri;
    if (script === undefined) this.sent.delete(key);
    else this.sent.set(key, { uri: address, resultId });
    const version = document && { version: document.version };
    this.connection.sendDiagnostics({ uri: address, ...version, diagnostics: items });
  }
}
