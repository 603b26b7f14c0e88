import type { PublishDiagnosticsParams } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ConfigurationFile } from "../config/configurations.ts";
import { type Reader, toDiagnostic } from "./convert.ts";

/** What is wrong with the files of the configuration, told when it has changed. */
export class ConfigurationDiagnostics {
  private readonly told = new Map<string, ConfigurationFile>();

  /** What there is to tell since the last time, given the files as they are now; a file that is gone has nothing wrong. */
  news(files: readonly ConfigurationFile[], reader: Reader): PublishDiagnosticsParams[] {
    const now = new Map(files.map((file) => [file.uri, file]));
    const news: PublishDiagnosticsParams[] = [];
    for (const [uri, { problems }] of this.told)
      if (!now.has(uri)) {
        this.told.delete(uri);
        if (problems.length > 0) news.push({ uri, diagnostics: [] });
      }
    for (const [uri, file] of now) {
      const before = this.told.get(uri);
      if (before === file) continue;
      this.told.set(uri, file);
      if (file.problems.length === 0 && (before?.problems.length ?? 0) === 0) continue;
      const document = TextDocument.create(uri, "plaintext", 0, file.text);
      news.push({ uri, diagnostics: file.problems.map((finding) => toDiagnostic(document, finding, reader)) });
    }
    return news;
  }
}
