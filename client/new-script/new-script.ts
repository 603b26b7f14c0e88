import { FileType, type QuickPickItem, QuickPickItemKind, Uri, WorkspaceEdit, window, workspace } from "vscode";
import { copiesFor, type Template } from "./template.ts";
import { TEMPLATES } from "./templates.generated.ts";

const WORDS = {
  zh: {
    pick: "从哪一份开始？",
    folder: "新话术放在哪个文件夹？",
    here: "放在这里",
    failed: "没有写成，文件夹里已有同名文件。",
  },
  en: {
    pick: "Which script do you want to begin from?",
    folder: "In which folder is the new script to be?",
    here: "Put It Here",
    failed: "Nothing was written: the folder has files of these names.",
  },
} as const;

/**
 * Begins a script from a template that the user picks, in a file of its own, and opens it. No file that is there is
 * touched. Without a folder, a script that needs no other file is an untitled one.
 * @param place the folder in which it is to be, or a file of it; where the editor is at work when absent
 * @param wanted the file name of a template, so that nobody is asked
 */
export async function newScript(
  extensionUri: Uri,
  language: "zh" | "en",
  place?: Uri,
  wanted?: string,
): Promise<Uri | undefined> {
  const words = WORDS[language];
  const template =
    wanted === undefined ? await pick(language, words.pick) : TEMPLATES.find(({ file }) => file === wanted);
  if (template === undefined) return;
  const read = (name: string) => workspace.fs.readFile(Uri.joinPath(extensionUri, "samples", template.language, name));
  let folder = place === undefined ? await currentFolder() : await folderOf(place);
  if (folder === undefined && template.shared.length === 0) {
    const content = new TextDecoder().decode(await read(template.file));
    const document = await workspace.openTextDocument({ language: "service-script", content });
    await window.showTextDocument(document);
    return document.uri;
  }
  const ask = { canSelectFiles: false, canSelectFolders: true, title: words.folder, openLabel: words.here };
  folder ??= (await window.showOpenDialog(ask))?.[0];
  if (folder === undefined) return;
  const names = (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  const [script, ...shared] = copiesFor(template, names);
  const edit = new WorkspaceEdit();
  // Somebody else may have made a file of this name meanwhile: then nothing is written.
  for (const { from, to } of [script, ...shared])
    edit.createFile(Uri.joinPath(folder, to), { overwrite: false, contents: await read(from) });
  if (!(await workspace.applyEdit(edit))) {
    await window.showErrorMessage(words.failed);
    return;
  }
  const uri = Uri.joinPath(folder, script.to);
  await window.showTextDocument(uri);
  return uri;
}

/** Those in the reader's language come first. */
async function pick(language: "zh" | "en", placeHolder: string): Promise<Template | undefined> {
  const others = language === "zh" ? "en" : "zh";
  const items = [language, others].flatMap((group): (QuickPickItem & { readonly template?: Template })[] => [
    { label: GROUPS[group as "zh" | "en"], kind: QuickPickItemKind.Separator },
    ...TEMPLATES.filter((template) => template.language === group).map((template) => ({
      label: template.title,
      detail: template.description,
      template,
    })),
  ]);
  return (await window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.template;
}

const GROUPS = { zh: "中文", en: "English" } as const;

/** The folder of the file in the active editor, else the workspace's first. */
async function currentFolder(): Promise<Uri | undefined> {
  const active = window.activeTextEditor?.document.uri;
  if (active !== undefined && workspace.getWorkspaceFolder(active) !== undefined) return Uri.joinPath(active, "..");
  return workspace.workspaceFolders?.[0]?.uri;
}

async function folderOf(uri: Uri): Promise<Uri> {
  const { type } = await workspace.fs.stat(uri);
  return (type & FileType.Directory) !== 0 ? uri : Uri.joinPath(uri, "..");
}
