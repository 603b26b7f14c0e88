import {
  type CodeAction,
  CodeActionKind,
  type Position,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { RENAME_AT } from "../../protocol.ts";
import type { Bilingual, Edit } from "../../rules/rule.ts";
import { linesOf, toTextEdit } from "../convert.ts";
import type { Workspace } from "../workspace.ts";

/** What somebody asked to do something with: a selection, or a cursor, in a script. */
export class ActionRequest {
  readonly workspace: Workspace;
  readonly document: TextDocument;
  readonly script: ScriptDocument;
  /** Half-open, in UTF-16 units. */
  readonly selection: Span;
  private readonly only: readonly string[] | undefined;

  constructor(workspace: Workspace, document: TextDocument, selection: Span, only: readonly string[] | undefined) {
    this.workspace = workspace;
    this.document = document;
    this.script = workspace.read(document);
    this.selection = selection;
    this.only = only;
  }

  /** Whether actions of this kind are asked for; what changes a whole script unasked has to be asked for by name. */
  wants(kind: string): boolean {
    if (this.only === undefined) return !kind.startsWith(CodeActionKind.Source);
    return this.only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
  }

  /** An action that makes these edits of the script. */
  action(title: Bilingual, kind: string, edits: readonly Edit[]): CodeAction {
    return this.actionIn(title, kind, [{ script: this.script, edits }]);
  }

  /** The action with a question for a better name behind it, where the client can ask. */
  thenRename(action: CodeAction, position: Position): CodeAction {
    if (!this.workspace.hasCommands) return action;
    return { ...action, command: { title: "", command: RENAME_AT, arguments: [this.document.uri, position] } };
  }

  /** An action that makes edits in several scripts. */
  actionIn(
    title: Bilingual,
    kind: string,
    changes: readonly { readonly script: ScriptDocument; readonly edits: readonly Edit[] }[],
  ): CodeAction {
    const all: Record<string, TextEdit[]> = {};
    for (const { script, edits } of changes)
      all[this.workspace.addressOf(script.uri)] = edits.map((edit) => toTextEdit(linesOf(script), edit));
    const edit: WorkspaceEdit = { changes: all };
    return { title: title[this.workspace.language], kind, edit };
  }
}
