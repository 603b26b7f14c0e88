import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { nameOf, occurrenceAt } from "../model/names.ts";
import { type RenameProblem, renaming } from "../model/rename.ts";
import type { Bilingual } from "../rules/rule.ts";
import { linesOf, toRange } from "./convert.ts";
import { textToReader } from "./to-reader.ts";
import type { Workspace } from "./workspace.ts";

/** What a rename at the cursor would change. @throws ResponseError where nothing has a name */
export function prepareRename(
  workspace: Workspace,
  document: TextDocument,
  { position }: PrepareRenameParams,
): { range: Range; placeholder: string } {
  const script = workspace.read(document);
  const found = occurrenceAt(workspace.project, script, document.offsetAt(position));
  if (found === undefined) throw refusal(textToReader(workspace, NO_NAME[workspace.language]));
  return { range: toRange(document, found), placeholder: document.getText().slice(found.start, found.end) };
}

/**
 * Gives what the name at the cursor means another name, in all scripts; what people say stays as it is.
 * @throws ResponseError where nothing has a name, or it cannot be called so
 */
export async function rename(
  workspace: Workspace,
  document: TextDocument,
  { position, newName }: RenameParams,
): Promise<WorkspaceEdit> {
  await workspace.ready;
  const { project, language } = workspace;
  const found = occurrenceAt(project, workspace.read(document), document.offsetAt(position));
  if (found === undefined) throw refusal(textToReader(workspace, NO_NAME[language]));
  const name = newName.trim();
  const result = renaming(project, found.named, name);
  if ("problem" in result) {
    const message = textToReader(workspace, NAME_PROBLEMS[result.problem][language]);
    throw refusal(message.replace("{name}", name).replace("{old}", nameOf(found.named)));
  }
  const changes: Record<string, TextEdit[]> = {};
  for (const { document: script, ...span } of result.changes) {
    const uri = workspace.addressOf(script.uri);
    changes[uri] = [...(changes[uri] ?? []), { range: toRange(linesOf(script), span), newText: name }];
  }
  return { changes };
}

const NO_NAME: Bilingual = {
  zh: "这里没有可以改的名字。能改名的有步骤、用语、变量、角色和引用的简称。",
  en: "Nothing here has a name to change. Steps, phrases, variables, roles and the aliases of imports have.",
};

/** Why something cannot be called so; `{name}` is the new name, `{old}` the one that it has. */
export const NAME_PROBLEMS: Readonly<Record<RenameProblem, Bilingual>> = {
  empty: { zh: "名字不能是空的，也不能只有标点。", en: "A name needs at least one character that is no punctuation." },
  reserved: {
    zh: "“{name}”专门表示通话结束，步骤不能用这个名字。",
    en: "“{name}” means that the call is over, so no step can be called that.",
  },
  taken: { zh: "已经有叫“{name}”的了，换一个名字。", en: "“{name}” is taken already. Choose another name." },
  ambiguous: {
    zh: "改成“{name}”会被读成别的意思（名字里有符号，或者和别的名字混在一起），“{old}”没有改。",
    en: "“{name}” would be read as something else, because of a sign in it or of another name. “{old}” stays as it is.",
  },
};

/** An error that the editor shows to the reader. */
export function refusal(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
