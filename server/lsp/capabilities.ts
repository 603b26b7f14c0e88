import {
  type ClientCapabilities,
  type FileOperationRegistrationOptions,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { ACTION_KINDS } from "./code-actions/code-actions.ts";
import { COMPLETE_ON } from "./completion/completion.ts";
import { FORMAT_ON } from "./formatting.ts";
import { LEGEND } from "./semantic-tokens.ts";
import { SIGNATURE_ON } from "./signature-help.ts";

/**
 * What the server can do for this client.
 * @param hasCommands whether the client has the commands of our own, which code lenses call
 */
export function capabilities(client: ClientCapabilities, hasCommands: boolean): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...(client.textDocument?.diagnostic && {
      diagnosticProvider: {
        identifier: "service-script",
        interFileDependencies: true,
        workspaceDiagnostics: true,
        workDoneProgress: true,
      },
    }),
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    semanticTokensProvider: { legend: LEGEND, full: { delta: true }, range: true },
    // What they offer are commands of the client.
    ...(hasCommands && { codeLensProvider: {} }),
    inlayHintProvider: true,
    callHierarchyProvider: true,
    signatureHelpProvider: SIGNATURE_ON,
    linkedEditingRangeProvider: true,
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    completionProvider: { triggerCharacters: COMPLETE_ON, resolveProvider: true },
    codeActionProvider: { codeActionKinds: ACTION_KINDS },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: FORMAT_ON,
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: FILES, didRename: FILES, didDelete: FILES },
    },
  };
}

/** Scripts, and the folders in which they may be. */
const FILES: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: "**/*.{sscript,话术}", matches: "file" } },
    { pattern: { glob: "**", matches: "folder" } },
  ],
};
