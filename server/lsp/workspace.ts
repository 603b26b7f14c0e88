import type { TextDocument } from "vscode-languageserver-textdocument";
import { type ConfigurationFile, Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import type { ScriptDocument } from "../model/document.ts";
import { Project } from "../model/project.ts";
import type { ListSource, Source } from "../model/source.ts";
import { lint } from "../rules/lint.ts";
import type { Finding } from "../rules/rule.ts";
import { today } from "../rules/today.ts";

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
  /** Whether the workspace is trusted, so that its configuration is read. */
  trusted = true;
  private readonly project = new Project();
  private readonly judged = new Map<string, Judged>();
  private readonly reported = new Set<string>();
  private readonly source: Source;
  private readonly configurations: Configurations;
  private readonly log: (message: string) => void;

  /**
   * @param source what reads the scripts that others import, and the configuration
   * @param log where a broken rule is reported, once a rule
   */
  constructor(source: Source & ListSource, log: (message: string) => void) {
    this.source = source;
    this.configurations = new Configurations(source);
    this.log = log;
  }

  /** Takes a script's new text and reads what it imports; returns the URIs of all scripts whose findings may differ now. */
  async changed(uri: string, text: string): Promise<string[]> {
    const script = this.project.set(uri, text);
    await this.project.loadImports(script, this.source);
    if (this.trusted) await configure(this.project, uri, this.configurations);
    return [uri, ...this.project.usersOf(uri).map((user) => user.uri)];
  }

  /** Reads the configuration anew for these scripts if one of the changed files belongs to it; says whether it does. */
  async reconfigured(changed: readonly string[], scripts: readonly string[]): Promise<boolean> {
    if (!this.trusted) return false;
    const concerned = await Promise.all(changed.map((uri) => this.configurations.concerns(uri)));
    if (!concerned.includes(true)) return false;
    this.configurations.forget();
    for (const uri of scripts) await configure(this.project, uri, this.configurations);
    return true;
  }

  /** The files of all configurations that hold for the scripts. */
  async configurationFiles(): Promise<readonly ConfigurationFile[]> {
    return (await this.configurations.all()).flatMap(({ files }) => files);
  }

  /** Forgets a script that was closed, or changed on the disk; those that import it read it again from there. */
  async forget(uri: string): Promise<string[]> {
    const users = this.project.usersOf(uri).map((user) => user.uri);
    this.project.delete(uri);
    this.judged.delete(uri);
    for (const user of users) {
      const script = this.project.get(user);
      if (script === undefined) continue;
      await this.project.loadImports(script, this.source);
      if (this.trusted) await configure(this.project, user, this.configurations);
    }
    return users.filter((user) => user !== uri);
  }

  judge(document: TextDocument): Judged {
    const script = this.project.set(document.uri, document.getText());
    const known = this.judged.get(document.uri);
    if (known?.script === script) return known;
    const { findings, crashes } = lint(this.project, script, { today: today() });
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
