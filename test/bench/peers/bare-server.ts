import { readFileSync } from "node:fs";
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { BareSearch } from "./bare-search.ts";

// Language servers to be measured against: `bare-server` answers every edit with nothing, `bare-server LIST` parses the
// whole text anew and finds the words of the list.
const list = process.argv.slice(2).find((argument) => !argument.startsWith("-"));
const search = list === undefined ? undefined : new BareSearch(readFileSync(list, "utf8").split("\n").filter(Boolean));
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => {
  const { uri, version } = document;
  const diagnostics = (search?.find(document.getText()) ?? []).map(({ word, offset }) => ({
    message: word,
    range: { start: document.positionAt(offset), end: document.positionAt(offset + word.length) },
  }));
  connection.sendDiagnostics({ uri, version, diagnostics });
});
documents.listen(connection);
connection.listen();
