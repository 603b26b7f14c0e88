import { readDocument, type ScriptDocument } from "./document.ts";

/** The scripts that are judged together. Texts come from whoever knows the disk or the editor. */
export class Project {
  private readonly documents = new Map<string, ScriptDocument>();

  /** Reads a script, or reads it again after a change; the same text is not read twice. */
  set(uri: string, text: string): ScriptDocument {
    const known = this.documents.get(uri);
    if (known?.text === text) return known;
    const document = readDocument(uri, text);
    this.documents.set(uri, document);
    return document;
  }

  delete(uri: string): void {
    this.documents.delete(uri);
  }

  get(uri: string): ScriptDocument | undefined {
    return this.documents.get(uri);
  }
}
