import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type EditProblem, pictureEdit, stepAt } from "../model/picture-edits.ts";
import type { RenameProblem } from "../model/rename.ts";
import type { EditFlowParams } from "../protocol.ts";
import type { Bilingual } from "../rules/rule.ts";
import { toTextEdit } from "./convert.ts";
import { NAME_PROBLEMS, refusal, rename } from "./rename.ts";
import type { Workspace } from "./workspace.ts";

/**
 * The change of the text by which something in the picture is edited. A step is renamed as in the text, in all scripts.
 * @throws ResponseError where the edit cannot be made, with the reason in the reader's language
 */
export async function editFlow(
  workspace: Workspace,
  document: TextDocument,
  { version, at, edit }: EditFlowParams,
): Promise<WorkspaceEdit> {
  const { language } = workspace;
  if (document.version !== version) throw refusal(OUTDATED[language]);
  const script = workspace.read(document);
  if (edit.kind === "rename") {
    const name = stepAt(script, at)?.name;
    if (name?.kind !== "text") throw refusal(PROBLEMS.nothing[language]);
    const { uri } = document;
    const position = document.positionAt(name.start);
    return rename(workspace, document, { textDocument: { uri }, position, newName: edit.name });
  }
  const result = pictureEdit(workspace.project, script, at, edit);
  if ("problem" in result) {
    const name = edit.kind === "add-step" ? edit.name : edit.kind === "add-branch" ? edit.label : "";
    throw refusal(PROBLEMS[result.problem][language].replace("{name}", name.trim()));
  }
  const edits: TextEdit[] = result.edits.map((one) => toTextEdit(document, one));
  return { changes: { [document.uri]: edits } };
}

const OUTDATED: Bilingual = {
  zh: "原文刚刚改过，图还没有跟上。等图更新后再试一次。",
  en: "The text has just changed, and the picture is behind it. Try again once it has caught up.",
};

const PROBLEMS: Readonly<Record<EditProblem, Bilingual>> = {
  ...(NAME_PROBLEMS satisfies Readonly<Record<RenameProblem, Bilingual>>),
  ambiguous: {
    zh: "这样写会被读成别的意思（名字里有符号，或者和别的名字混在一起），原文没有改。",
    en: "This would be read as something else, because of a sign in it or of another name. The text stays as it is.",
  },
  nothing: {
    zh: "这个地方改不了，请直接改原文。",
    en: "Nothing can be edited at this place of the picture. Edit the text instead.",
  },
  decided: {
    zh: "这里接着一个判断，往哪里走由它的分支决定。请给判断加一个分支，或改某个分支的去向。",
    en: "A decision follows here, and its branches say where the call goes. Add a branch to it, or connect a branch.",
  },
  damaged: {
    zh: "原文有写坏的地方，先改好再在图上编辑。",
    en: "Part of the text is damaged. Mend it first, then edit in the picture.",
  },
  transcript: {
    zh: "这是一次通话的记录，不能在图上编辑。",
    en: "This is the record of a call, which cannot be edited in the picture.",
  },
};
