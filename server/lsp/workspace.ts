import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ScriptDocument } from "../model/document.ts";
import { Project } from "../model/project.ts";
import type { Source } from "../model/source.ts";
import { lint } from "../rules/lint.ts";
import type { Finding } from "../rules/rule.ts";

/** A script as the editor has it now, with its findings. */
export interface Judged {
  readonly project: Project;
  readonly script: ScriptDocument;
  readonly findings: readonly Finding[];
}

/** The scripts that the editor has open, judged once a version. */
export class Workspace {
  /** The reader's language, for messages. */
  language: "zh" | "en" = "en";
  private readonly project = new Project();
  private readonly judged = new Map<string, Judged>();
  private readonly reported = new Set<string>();
  private readonly source: Source;
  private readonly log: (message: string) => void;

  /**
   * @param source what reads the scripts that others import
   * @param log where a broken rule is reported, once a rule
   */
  constructor(source: Source, log: (message: string) => void) {
    this.source = source;
    this.log = log;
  }

  /** Takes a script's new text and reads what it imports; returns the URIs of all scripts whose findings may differ now. */
  async changed(uri: string, text: string): Promise<string[]> {
    const script = this.project.set(uri, text);
    await this.project.loadImports(script, this.source);
    return [uri, ...this.project.usersOf(uri).map((user) => user.uri)];
  }

  /** Forgets a script that was closed, or changed on the disk; those that import it read it again from there. */
  async forget(uri: string): Promise<string[]> {
    const users = this.project.usersOf(uri).map((user) => user.uri);
    this.project.delete(uri);
    this.judged.delete(uri);
    for (const user of users) {
      const script = this.project.get(user);
      if (script !== undefined) await this.project.loadImports(script, this.source);
    }
    return users.filter((user) => user !== uri);
  }

  judge(document: TextDocument): Judged {
    const script = this.project.set(document.uri, document.getText());
    const known = this.judged.get(document.uri);
    if (known?.script === script) return known;
    const { findings, crashes } = lint(this.project, script, { today: new Date().toISOString().slice(0, 10) });
    for (const { ruleId, error } of crashes) {
      if (this.reported.has(ruleId)) continue;
      this.reported.add(ruleId);
      this.log(`${ruleId}: ${error instanceof Error ? error.stack : error}`);
    }
    const judged = { project: this.project, script, findings };
    this.judged.set(document.uri, judged);
    return judged;
  }
}
