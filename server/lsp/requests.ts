import type {
  CodeActionParams,
  CodeLensParams,
  Connection,
  HoverParams,
  InlayHintParams,
  SignatureHelpParams,
  TextDocuments,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  CALL_FLOW_REQUEST,
  type CallFlowParams,
  COMPARE_REQUEST,
  type CompareParams,
  EDIT_FLOW_REQUEST,
  type EditFlowParams,
  EXPORT_REQUEST,
  type ExportParams,
  JUDGED_REQUEST,
  type JudgedParams,
  MANUAL_REQUEST,
  type ManualParams,
  REHEARSAL_REQUEST,
  type RehearsalParams,
} from "../protocol.ts";
import { callFlowWithFindings } from "./call-flow.ts";
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from "./call-hierarchy.ts";
import { codeActions } from "./code-actions/code-actions.ts";
import { codeLenses } from "./code-lenses.ts";
import { compareWith } from "./compare.ts";
import { completions } from "./completion/completion.ts";
import { resolveCompletion } from "./completion/resolve.ts";
import { definition } from "./definition.ts";
import { documentLinks } from "./document-links.ts";
import { editFlow } from "./edit-flow.ts";
import { exported } from "./export.ts";
import { willRenameFiles } from "./file-rename.ts";
import { folding } from "./folding.ts";
import { formatting, onTypeFormatting, rangeFormatting } from "./formatting.ts";
import { hover } from "./hover.ts";
import { inlayHints } from "./inlay-hints.ts";
import { judgedScripts } from "./judged.ts";
import { linkedEditing } from "./linked-editing.ts";
import { manualPage } from "./manual.ts";
import { outline } from "./outline.ts";
import { documentDiagnostics, workspaceDiagnostics } from "./pull-diagnostics.ts";
import { highlights, references } from "./references.ts";
import { rehearsal } from "./rehearsal.ts";
import { prepareRename, rename } from "./rename.ts";
import { selectionRanges } from "./selection-ranges.ts";
import { ScriptTokens } from "./semantic-tokens.ts";
import { signatureHelp } from "./signature-help.ts";
import {
  actionToReader,
  completionToReader,
  flowToReader,
  hintToReader,
  hoverToReader,
  lensToReader,
  rehearsalToReader,
  signatureToReader,
  textToReader,
} from "./to-reader.ts";
import type { Workspace } from "./workspace.ts";
import { workspaceSymbols } from "./workspace-symbols.ts";

/** Wires the features to a connection. Each handler finds the document, calls the feature and returns. */
export function answerRequests(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  workspace: Workspace,
): void {
  const withDocument = <P extends { textDocument: { uri: string } }, R>(
    feature: (workspace: Workspace, document: TextDocument, params: P) => R,
  ) => {
    return (params: P): R | null => {
      const document = documents.get(params.textDocument.uri);
      return document === undefined ? null : feature(workspace, document, params);
    };
  };
  connection.onDocumentSymbol(withDocument(outline));
  connection.onWorkspaceSymbol((params) => workspaceSymbols(workspace, params));
  connection.onFoldingRanges(withDocument(folding));
  connection.onSelectionRanges(withDocument(selectionRanges));
  connection.onDocumentLinks(withDocument(documentLinks));
  connection.onCodeLens(
    withDocument((workspace, document, params: CodeLensParams) =>
      codeLenses(workspace, document, params).map((lens) => lensToReader(workspace, lens)),
    ),
  );
  const tokens = new ScriptTokens();
  documents.onDidClose(({ document }) => tokens.forget(document.uri));
  const none = { data: [] };
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    return document === undefined ? none : tokens.full(workspace, document);
  });
  connection.languages.semanticTokens.onDelta(({ textDocument: { uri }, previousResultId }) => {
    const document = documents.get(uri);
    return document === undefined ? none : tokens.delta(workspace, document, previousResultId);
  });
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }) => {
    const document = documents.get(uri);
    if (document === undefined) return none;
    const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return tokens.range(workspace, document, within);
  });
  connection.languages.inlayHint.on(
    withDocument((workspace, document, params: InlayHintParams) =>
      inlayHints(workspace, document, params).map((hint) => hintToReader(workspace, hint)),
    ),
  );
  connection.languages.callHierarchy.onPrepare(withDocument(prepareCallHierarchy));
  connection.languages.callHierarchy.onIncomingCalls(({ item }) => incomingCalls(workspace, item));
  connection.languages.callHierarchy.onOutgoingCalls(({ item }) => outgoingCalls(workspace, item));
  connection.onSignatureHelp(
    withDocument((workspace, document, params: SignatureHelpParams) =>
      signatureToReader(workspace, signatureHelp(workspace, document, params)),
    ),
  );
  connection.languages.onLinkedEditingRange(withDocument(linkedEditing));
  connection.onHover(
    withDocument((workspace, document, params: HoverParams) =>
      hoverToReader(workspace, hover(workspace, document, params), document.getText()),
    ),
  );
  connection.onDefinition(withDocument(definition));
  connection.onReferences(withDocument(references));
  connection.onDocumentHighlight(withDocument(highlights));
  connection.onPrepareRename(withDocument(prepareRename));
  connection.onRenameRequest(withDocument(rename));
  connection.workspace.onWillRenameFiles((params) => willRenameFiles(workspace, params));
  connection.onCompletion(withDocument(completions));
  connection.onCompletionResolve((item) => completionToReader(workspace, resolveCompletion(workspace, item)));
  connection.onCodeAction(
    withDocument((workspace, document, params: CodeActionParams) =>
      codeActions(workspace, document, params).map((action) => actionToReader(workspace, action, document.getText())),
    ),
  );
  connection.onDocumentFormatting(withDocument(formatting));
  connection.onDocumentRangeFormatting(withDocument(rangeFormatting));
  connection.onDocumentOnTypeFormatting(withDocument(onTypeFormatting));
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    documentDiagnostics(workspace, uri, documents.get(uri), previousResultId, token),
  );
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, progress, partial) => {
    const versionOf = (uri: string) => documents.get(workspace.addressOf(uri))?.version ?? null;
    if (workspace.reporting !== undefined) await workspace.readOpen(documents.all());
    return workspaceDiagnostics(workspace, versionOf, previousResultIds, token, progress, partial);
  });
  connection.onRequest(CALL_FLOW_REQUEST, ({ uri }: CallFlowParams) => {
    const document = documents.get(uri);
    if (document === undefined) return null;
    return flowToReader(workspace, callFlowWithFindings(workspace, document), document.getText());
  });
  connection.onRequest(EDIT_FLOW_REQUEST, (params: EditFlowParams) => {
    const document = documents.get(params.uri);
    return document === undefined ? null : editFlow(workspace, document, params);
  });
  connection.onRequest(REHEARSAL_REQUEST, (params: RehearsalParams) => {
    const document = documents.get(params.uri);
    return document === undefined ? null : rehearsalToReader(workspace, rehearsal(workspace, document, params));
  });
  connection.onRequest(COMPARE_REQUEST, (params: CompareParams) => {
    const document = documents.get(params.uri);
    return document === undefined ? null : compareWith(workspace, document, params);
  });
  connection.onRequest(EXPORT_REQUEST, (params: ExportParams) => {
    const document = documents.get(params.uri);
    return document === undefined ? null : exported(workspace, document, params);
  });
  connection.onRequest(JUDGED_REQUEST, (params: JudgedParams) => judgedScripts(workspace, params));
  connection.onRequest(MANUAL_REQUEST, async ({ ruleId, language }: ManualParams) => {
    const page = await manualPage(ruleId, language);
    return language === "zh" && page !== null ? textToReader(workspace, page) : page;
  });
}
