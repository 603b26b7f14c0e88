import { commands, Uri, ViewColumn, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { EXPORT_REQUEST, type ExportFormat, type ExportParams } from "../server/protocol.ts";

/** Draws a script's picture as a PNG, in base64; undefined where that cannot be done. */
export type DrawPng = () => Promise<string | undefined>;

const CHOICES: readonly {
  readonly format: ExportFormat | "png";
  readonly ending: string;
  readonly zh: string;
  readonly en: string;
}[] = [
  {
    format: "html",
    ending: "html",
    zh: "网页：流程图和排练，不用安装就能打开",
    en: "Page: the call flow and the rehearsal, opens anywhere",
  },
  { format: "svg", ending: "svg", zh: "SVG 图片", en: "SVG picture" },
  { format: "png", ending: "png", zh: "PNG 图片", en: "PNG picture" },
  { format: "markdown", ending: "md", zh: "Markdown 文稿", en: "Markdown text" },
  { format: "mermaid", ending: "mmd", zh: "Mermaid 流程图", en: "Mermaid flowchart" },
  { format: "dot", ending: "dot", zh: "Graphviz DOT", en: "Graphviz DOT" },
];

/**
 * Asks what a script (by default the one in the active editor) is to be exported as, and where to, and writes it.
 * @param png how to get a PNG; absent where no window shows the picture, and then none is offered
 */
export async function exportScript(
  extensionUri: Uri,
  client: Pick<BaseLanguageClient, "sendRequest">,
  language: "zh" | "en",
  uri = window.activeTextEditor?.document.uri,
  png?: DrawPng,
): Promise<void> {
  if (uri === undefined) return;
  const choices = CHOICES.filter(({ format }) => format !== "png" || png !== undefined);
  const items = choices.map((choice) => ({ label: choice[language], description: `.${choice.ending}`, choice }));
  const picked = await window.showQuickPick(items);
  if (picked === undefined) return;
  const { format, ending } = picked.choice;
  const suggested = uri.with({ path: uri.path.replace(/\.[^./]+$/, `.${ending}`) });
  const target = await window.showSaveDialog(uri.scheme === "untitled" ? {} : { defaultUri: suggested });
  if (target === undefined) return;
  if (format === "png") {
    const drawn = await png?.();
    if (drawn !== undefined)
      await workspace.fs.writeFile(
        target,
        Uint8Array.from(atob(drawn), (character) => character.charCodeAt(0)),
      );
    return;
  }
  await workspace.openTextDocument(uri);
  const assets = format === "html" ? await pageAssets(extensionUri) : undefined;
  const params: ExportParams = { uri: uri.toString(), format, theme: "light", ...(assets && { assets }) };
  const text = await client.sendRequest<string | null>(EXPORT_REQUEST, params);
  if (text === null) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  if (format === "markdown") await commands.executeCommand("markdown.showPreview", target);
  else if (format !== "html") await window.showTextDocument(target, { viewColumn: ViewColumn.Beside, preview: true });
}

async function pageAssets(extensionUri: Uri): Promise<NonNullable<ExportParams["assets"]>> {
  const read = (name: string) => workspace.fs.readFile(Uri.joinPath(extensionUri, "dist", "page", name));
  const [script, style] = await Promise.all([read("page.js"), read("page.css")]);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(script)));
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { script: text(script), style: text(style), digest: btoa(String.fromCharCode(...digest)) };
}
