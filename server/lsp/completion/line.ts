import type { Position, TextEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { LanguageTag } from "../../lexicon/format.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { languageTag } from "../../model/language-tag.ts";
import type { Workspace } from "../workspace.ts";

/** The line that somebody is writing, as completions look at it. */
export class WrittenLine {
  readonly workspace: Workspace;
  readonly script: ScriptDocument;
  /** In which kind of writing the script is, and with it its keywords. */
  readonly tag: LanguageTag;
  /** What stands on the line before the cursor, and behind it. */
  readonly before: string;
  readonly after: string;
  /** The cursor's offset in the script, in UTF-16 units. */
  readonly offset: number;
  private readonly position: Position;

  constructor(workspace: Workspace, document: TextDocument, position: Position) {
    this.workspace = workspace;
    this.script = workspace.read(document);
    this.tag = languageTag(this.script);
    this.position = position;
    this.offset = document.offsetAt(position);
    const line = document.getText({
      start: { line: position.line, character: 0 },
      end: { line: position.line + 1, character: 0 },
    });
    this.before = line.slice(0, position.character);
    this.after = line.slice(position.character).replace(/[\r\n]+$/, "");
  }

  /** The edit that puts `newText` in the place of the last characters before the cursor. */
  replace(typed: string, newText: string): TextEdit {
    const { line, character } = this.position;
    const start = { line, character: character - typed.length };
    return { range: { start, end: this.position }, newText };
  }
}
