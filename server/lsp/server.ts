import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { version } from "../../package.json";
import type { ListSource, Source } from "../model/source.ts";
import { CALL_FLOW_CHANGED, CALL_FLOW_REQUEST, type CallFlowParams } from "../protocol.ts";
import { callFlowWithFindings } from "./call-flow.ts";
import { codeActions } from "./code-actions.ts";
import { completions } from "./completion.ts";
import { ConfigurationDiagnostics } from "./configuration-diagnostics.ts";
import { definition } from "./definition.ts";
import { diagnostics } from "./diagnostics.ts";
import { FORMAT_ON, formatting, onTypeFormatting, rangeFormatting } from "./formatting.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { outline } from "./outline.ts";
import { Workspace } from "./workspace.ts";

/**
 * Wires the features to a connection. Each handler finds the document, calls the feature and returns.
 * @param sourceIn makes what reads imported scripts and the configuration, given the workspace's folders
 */
export function serve(
  connection: Connection,
  sourceIn: (folders: () => readonly string[]) => Source & ListSource,
): void {
  const documents = new TextDocuments(TextDocument);
  let folders: readonly string[] = [];
  let watchesFiles = false;
  const workspace = new Workspace(
    sourceIn(() => folders),
    (message) => connection.console.error(message),
  );

  connection.onInitialize((params) => {
    workspace.language = languageOf(params);
    workspace.trusted = params.initializationOptions?.trusted !== false;
    watchesFiles = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    return {
      serverInfo: { name: "service-script", version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        documentSymbolProvider: true,
        hoverProvider: true,
        inlayHintProvider: true,
        definitionProvider: true,
        completionProvider: { triggerCharacters: ["{", "#", ">", "》", "→", "[", "【", "(", "（", "-", " "] },
        codeActionProvider: { codeActionKinds: ["quickfix"] },
        documentFormattingProvider: true,
        documentRangeFormattingProvider: true,
        documentOnTypeFormattingProvider: FORMAT_ON,
      },
    };
  });

  connection.onInitialized(async () => {
    if (watchesFiles && workspace.trusted)
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: CONFIGURATION_FILES }],
      });
  });

  const configurationDiagnostics = new ConfigurationDiagnostics();
  const publishConfiguration = async () => {
    const files = await workspace.configurationFiles();
    for (const news of configurationDiagnostics.news(files, workspace.language)) connection.sendDiagnostics(news);
  };
  const publish = (uris: readonly string[]) => {
    for (const uri of uris) {
      const document = documents.get(uri);
      if (document === undefined) continue;
      connection.sendDiagnostics({ uri, version: document.version, diagnostics: diagnostics(workspace, document) });
      connection.sendNotification(CALL_FLOW_CHANGED, { uri });
    }
  };
  /** Work that nobody waits for: what it throws is told, and the server lives on. */
  const contained = <P>(work: (params: P) => Promise<void>) => {
    return (params: P): void => {
      work(params).catch((error: unknown) =>
        connection.console.error(String(error instanceof Error ? error.stack : error)),
      );
    };
  };
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const shown = new Set<string>();
  documents.onDidChangeContent(({ document: { uri } }) => {
    const judge = contained(async () => {
      waiting.delete(uri);
      const document = documents.get(uri);
      if (document === undefined) return;
      shown.add(uri);
      publish(await workspace.changed(uri, document.getText()));
      await publishConfiguration();
    });
    clearTimeout(waiting.get(uri));
    // What was just opened is judged at once; while somebody types, a pause is waited for.
    waiting.set(uri, setTimeout(judge, shown.has(uri) ? TYPING_PAUSE : 0));
  });
  documents.onDidClose(
    contained(async ({ document: { uri } }) => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      shown.delete(uri);
      connection.sendDiagnostics({ uri, diagnostics: [] });
      publish(await workspace.forget(uri));
    }),
  );
  connection.onDidChangeWatchedFiles(
    contained(async ({ changes }) => {
      for (const { uri } of changes) if (documents.get(uri) === undefined) publish(await workspace.forget(uri));
      const open = documents.keys();
      const changed = changes.map(({ uri }) => uri);
      if (!(await workspace.reconfigured(changed, open))) return;
      publish(open);
      await publishConfiguration();
    }),
  );

  const withDocument = <P extends { textDocument: { uri: string } }, R>(
    feature: (workspace: Workspace, document: TextDocument, params: P) => R,
  ) => {
    return (params: P): R | null => {
      const document = documents.get(params.textDocument.uri);
      return document === undefined ? null : feature(workspace, document, params);
    };
  };
  connection.onDocumentSymbol(withDocument(outline));
  connection.onHover(withDocument(hover));
  connection.languages.inlayHint.on(withDocument(inlayHints));
  connection.onDefinition(withDocument(definition));
  connection.onCompletion(withDocument(completions));
  connection.onCodeAction(withDocument(codeActions));
  connection.onDocumentFormatting(withDocument(formatting));
  connection.onDocumentRangeFormatting(withDocument(rangeFormatting));
  connection.onDocumentOnTypeFormatting(withDocument(onTypeFormatting));
  connection.onRequest(CALL_FLOW_REQUEST, ({ uri }: CallFlowParams) => {
    const document = documents.get(uri);
    return document === undefined ? null : callFlowWithFindings(workspace, document);
  });

  documents.listen(connection);
  connection.listen();
}

/** Milliseconds without a keystroke after which a script is judged again. */
const TYPING_PAUSE = 120;

/** The files of which a configuration may consist. */
const CONFIGURATION_FILES = "**/*.{yaml,yml,csv,tsv,txt}";

/** The reader's language: what the client says, else the editor's locale; English where neither is known. */
function languageOf({ initializationOptions, locale }: InitializeParams): "zh" | "en" {
  const wish: unknown = initializationOptions?.language ?? locale;
  return typeof wish === "string" && /^zh/i.test(wish) ? "zh" : "en";
}
