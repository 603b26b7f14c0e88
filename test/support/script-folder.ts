import type { Position } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Workspace } from "../../server/lsp/workspace.ts";
import { type Span, unmark } from "./marks.ts";

/**
 * A workspace in memory, as the features see it: the scripts of a folder by file name, with marks ⟦…⟧ and █. The
 * first one is open in the editor and is the one that requests are about.
 */
export class ScriptFolder {
  readonly workspace: Workspace;
  readonly document: TextDocument;
  readonly marks: ReadonlyMap<string, { readonly spans: readonly Span[]; readonly cursors: readonly number[] }>;
  private readonly texts: ReadonlyMap<string, string>;

  private constructor(marked: Readonly<Record<string, string>>, language: "zh" | "en") {
    const files = Object.entries(marked).map(([name, text]) => [uriOf(name), unmark(text)] as const);
    this.texts = new Map(files.map(([uri, { text }]) => [uri, text]));
    this.marks = new Map(files);
    this.workspace = new Workspace(
      {
        list: async () => [...this.texts.keys()],
        read: async (uri) => (this.texts.has(uri) ? { text: this.texts.get(uri)! } : { absent: "missing" }),
        readList: async () => ({ absent: "missing" }),
      },
      (message) => {
        throw new Error(message);
      },
    );
    this.workspace.language = language;
    const [uri, { text }] = files[0]!;
    this.document = TextDocument.create(uri, "service-script", 1, text);
  }

  /** @param marked the scripts; a text alone is main.sscript */
  static async open(
    marked: string | Readonly<Record<string, string>>,
    language: "zh" | "en" = "zh",
  ): Promise<ScriptFolder> {
    const folder = new ScriptFolder(typeof marked === "string" ? { "main.sscript": marked } : marked, language);
    await folder.workspace.scan();
    await folder.workspace.changed(folder.document.uri, folder.document.getText());
    return folder;
  }

  /** What a request about the cursor █ of the open script needs; its beginning where there is none. */
  get at(): { readonly textDocument: { readonly uri: string }; readonly position: Position } {
    const [offset = 0] = this.marks.get(this.document.uri)!.cursors;
    return { textDocument: { uri: this.document.uri }, position: this.document.positionAt(offset) };
  }

  /** Where the marks ⟦…⟧ are in all files, as `name: text` in the order of the files. */
  marked(): string[] {
    return [...this.marks].flatMap(([uri, { spans }]) =>
      spans.map(({ start, end }) => `${nameOf(uri)} ${start}-${end}`),
    );
  }

  /** Places that a feature answers, in the form of `marked`. */
  places(locations: readonly { uri: string; range: { start: Position; end: Position } }[]): string[] {
    const order = [...this.texts.keys()];
    return locations
      .map(({ uri, range }) => {
        const document = TextDocument.create(uri, "service-script", 0, this.texts.get(uri)!);
        return { uri, start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      })
      .sort((a, b) => order.indexOf(a.uri) - order.indexOf(b.uri) || a.start - b.start)
      .map(({ uri, start, end }) => `${nameOf(uri)} ${start}-${end}`);
  }

  /** The scripts by name after an edit of the workspace. */
  after(changes: Readonly<Record<string, { range: { start: Position; end: Position }; newText: string }[]>>) {
    return Object.fromEntries(
      [...this.texts].map(([uri, text]) => {
        const document = TextDocument.create(uri, "service-script", 0, text);
        return [nameOf(uri), TextDocument.applyEdits(document, changes[uri] ?? [])];
      }),
    );
  }
}

export function uriOf(name: string): string {
  return `file:///folder/${encodeURI(name)}`;
}

function nameOf(uri: string): string {
  return decodeURI(uri.slice("file:///folder/".length));
}
