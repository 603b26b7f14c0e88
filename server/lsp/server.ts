import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { version } from "../../package.json";
import type { FolderSource, ListSource, Source } from "../model/source.ts";
import { capabilities } from "./capabilities.ts";
import { DiagnosticsFeed } from "./diagnostics-feed.ts";
import { answerRequests } from "./requests.ts";
import { readerOf, readSettings, type Settings } from "./settings.ts";
import { followSettings, refreshTexts } from "./settings-feed.ts";
import { Workspace } from "./workspace.ts";

/**
 * Runs the language server on a connection: here it begins, hears of documents and files, and tells what it found.
 * @param sourceIn makes what lists and reads scripts and the configuration, given the workspace's folders
 */
export function serve(
  connection: Connection,
  sourceIn: (folders: () => readonly string[]) => Source & ListSource & FolderSource,
): void {
  const documents = new TextDocuments(TextDocument);
  let folders: readonly string[] = [];
  let client: InitializeParams["capabilities"] = {};
  const workspace = new Workspace(
    sourceIn(() => folders),
    (message) => connection.console.error(message),
  );
  const feed = new DiagnosticsFeed(connection, documents, workspace);
  /** Work that nobody waits for: what it throws is told, and the server lives on. */
  const contained = <P>(work: (params: P) => Promise<void>) => {
    return (params: P): void => {
      work(params).catch((error: unknown) =>
        connection.console.error(String(error instanceof Error ? error.stack : error)),
      );
    };
  };

  let editorLanguage: string | undefined;
  /** Takes the settings; returns whether anything is otherwise now. */
  const take = (settings: Settings): boolean => {
    const reader = readerOf(settings, editorLanguage);
    const { language, isTaiwan, checking } = workspace;
    if (reader.language === language && reader.isTaiwan === isTaiwan && settings.run === checking.run) return false;
    Object.assign(workspace, reader);
    checking.switchTo(settings.run);
    workspace.forgetFindings();
    return true;
  };

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    const wish: unknown = params.initializationOptions?.language;
    editorLanguage = typeof wish === "string" ? wish : params.locale;
    take(readSettings(params.initializationOptions?.settings));
    workspace.trusted = params.initializationOptions?.trusted !== false;
    workspace.reporting = params.initializationOptions?.reporting;
    workspace.manual = params.initializationOptions?.manual;
    workspace.hasCommands = params.initializationOptions?.commands === true;
    workspace.canFillIn = client.workspace?.workspaceEdit?.snippetEditSupport === true;
    folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    feed.isPulled = client.textDocument?.diagnostic != null;
    feed.canRefresh = client.workspace?.diagnostics?.refreshSupport === true;
    return {
      serverInfo: { name: "service-script", version },
      capabilities: capabilities(client, workspace.hasCommands),
    };
  });

  connection.onInitialized(
    contained(async () => {
      contained(() =>
        followSettings(connection, client, async (settings) => {
          if (!take(settings)) return;
          await feed.tellAnew();
          await refreshTexts(connection, client);
        }),
      )(undefined);
      if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true)
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [SCRIPTS, ...(workspace.trusted ? [CONFIGURATION_FILES] : [])].map((globPattern) => ({
            globPattern,
          })),
        });
      if (client.workspace?.workspaceFolders === true)
        connection.workspace.onDidChangeWorkspaceFolders(
          contained(async ({ added, removed }) => {
            const gone = new Set(removed.map(({ uri }) => uri));
            folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
            await readFolders();
          }),
        );
      await readFolders();
    }),
  );

  const readFolders = async () => {
    const before = workspace.scripts().map(({ uri }) => uri);
    await workspace.scan();
    await feed.tellAll([...new Set([...before, ...workspace.scripts().map(({ uri }) => uri)])]);
    await feed.tellConfiguration();
  };
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const shown = new Set<string>();
  documents.onDidChangeContent(({ document }) => {
    const { uri } = document;
    if (shown.has(uri)) workspace.checking.edited(uri);
    // It is read at once, since requests about other scripts look into it, and judged when there is time.
    workspace.edited(document);
    const judge = contained(async () => {
      waiting.delete(uri);
      const document = documents.get(uri);
      if (document === undefined) return;
      shown.add(uri);
      feed.tell(await workspace.changed(uri, document.getText()), uri);
      await feed.tellConfiguration();
    });
    clearTimeout(waiting.get(uri));
    // What was just opened is judged at once; while somebody types, a pause is waited for.
    waiting.set(uri, setTimeout(judge, shown.has(uri) ? TYPING_PAUSE : 0));
  });
  documents.onDidSave(({ document: { uri } }) => {
    workspace.checking.settled(uri);
    if (workspace.checking.run === "onSave") feed.tellSaved(uri);
  });
  documents.onDidClose(
    contained(async ({ document: { uri } }) => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      shown.delete(uri);
      workspace.checking.settled(uri);
      feed.tell(await workspace.closed(uri));
    }),
  );
  connection.onDidChangeWatchedFiles(
    contained(async ({ changes }) => {
      const changed = changes.map(({ uri }) => uri);
      feed.tell(await workspace.changedOnDisk(changed.filter((uri) => !CONFIGURATION_FILE.test(uri))));
      if (!(await workspace.reconfigured(changed))) return;
      await feed.tellAll(workspace.scripts().map(({ uri }) => uri));
      await feed.tellConfiguration();
    }),
  );

  // A folder that moves or goes takes its scripts along, of which no watcher of files may hear.
  connection.workspace.onDidRenameFiles(contained(readFolders));
  connection.workspace.onDidDeleteFiles(contained(readFolders));

  answerRequests(connection, documents, workspace);
  documents.listen(connection);
  connection.listen();
}

/** Milliseconds without a keystroke after which a script is judged again. */
const TYPING_PAUSE = 120;

const SCRIPTS = "**/*.{sscript,话术}";
/** The files of which a configuration may consist. */
const CONFIGURATION_FILES = "**/*.{yaml,yml,csv,tsv,txt}";
const CONFIGURATION_FILE = /\.(?:yaml|yml|csv|tsv|txt)$/i;
