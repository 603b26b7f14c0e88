import type { TextDocument } from "vscode-languageserver-textdocument";
import { type ConfigurationFile, Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import type { ScriptDocument } from "../model/document.ts";
import { isInside } from "../model/inside.ts";
import { Project } from "../model/project.ts";
import type { FolderSource, ListSource, Source } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import { usesIn } from "../model/uses.ts";
import type { Reporting } from "../protocol.ts";
import { type LintResult, lint } from "../rules/lint.ts";
import type { Finding } from "../rules/rule.ts";
import { today } from "../rules/today.ts";
import { UsesOfOthers } from "./uses-of-others.ts";
import { WhenToCheck } from "./when-to-check.ts";

/** A script with its findings. */
export interface Judged {
  readonly project: Project;
  readonly script: ScriptDocument;
  readonly findings: readonly Finding[];
  readonly silenced: LintResult["silenced"];
  readonly crashes: LintResult["crashes"];
}

/** The scripts of the workspace's folders and those that the editor has open, each read and judged once a version. */
export class Workspace {
  /** The reader's language, for messages. */
  language: "zh" | "en" = "en";
  /** Whether the reader's Chinese is that of Taiwan, into which answers are put last of all. */
  isTaiwan = false;
  readonly checking = new WhenToCheck();
  /** Whether the workspace is trusted, so that its configuration is read. */
  trusted = true;
  /** Where the client shows pages of the manual; undefined when it shows none. */
  manual: string | undefined;
  /** Whether the client has the commands of our own. */
  hasCommands = false;
  /** Whether the editor lets the author fill in places of an edit. */
  canFillIn = false;
  /** What a client that reports on scripts says of them; undefined: the client shows them. */
  reporting: Reporting | undefined;
  readonly project = new Project();
  /** Resolved when all scripts of the folders have been read. */
  ready: Promise<void> = Promise.resolve();
  /** The addresses under which the editor has scripts open, by key. */
  private readonly open = new Map<string, string>();
  /** The scripts of the folders by key, whether open or not. */
  private listed = new Map<string, string>();
  private judged = new WeakMap<ScriptDocument, Judged>();
  private readonly usesOfOthers = new UsesOfOthers();
  private readonly reported = new Set<string>();
  private readonly source: Source & ListSource & FolderSource;
  private readonly configurations: Configurations;
  private readonly log: (message: string) => void;

  /**
   * @param source what lists the scripts of the folders, and reads them, those that they import, and the configuration
   * @param log where a broken rule is reported, once a rule
   */
  constructor(source: Source & ListSource & FolderSource, log: (message: string) => void) {
    this.source = { ...source, read: (uri) => (this.mayImport(uri) ? source.read(uri) : OUTSIDE) };
    this.configurations = new Configurations(source);
    this.log = log;
  }

  /** Lists the folders' scripts and reads those that are not known; forgets those that have left. */
  scan(): Promise<void> {
    this.ready = this.readFolders().catch((error: unknown) => this.log(String(error)));
    return this.ready;
  }

  /** The scripts of the folders, and those that are open besides. */
  scripts(): ScriptDocument[] {
    return this.project.all().filter(({ uri }) => this.owns(uri));
  }

  /** Takes the text of a script that the editor has open, for requests to look into. */
  edited(document: TextDocument): void {
    this.open.set(uriKey(document.uri), document.uri);
    this.read(document);
  }

  /** Takes those texts, and all that they import, before anything is told of them. */
  async readOpen(documents: readonly TextDocument[]): Promise<void> {
    for (const document of documents) await this.changed(document.uri, document.getText());
  }

  /** Takes that text, and what it imports; returns the URIs of all scripts whose findings may differ now. */
  changed(uri: string, text: string): Promise<string[]> {
    this.open.set(uriKey(uri), uri);
    return this.renew(uri, text);
  }

  /** Forgets what the editor had of a script that was closed: what counts is what the disk has. */
  async closed(uri: string): Promise<string[]> {
    this.open.delete(uriKey(uri));
    return this.reread(uri);
  }

  /** Reads scripts again that were changed, made or deleted on the disk; those that are open stay as the editor has them. */
  async changedOnDisk(uris: readonly string[]): Promise<string[]> {
    if (uris.some((uri) => !this.listed.has(uriKey(uri)))) {
      const listed = await this.source.list();
      this.listed = new Map(listed.map((uri) => [uriKey(uri), uri]));
    }
    const concerned = new Set<string>();
    for (const uri of uris)
      if (!this.open.has(uriKey(uri))) for (const other of await this.reread(uri)) concerned.add(other);
    return [...concerned];
  }

  /** Reads the configuration anew for all scripts if one of the changed files belongs to it; says whether it does. */
  async reconfigured(changed: readonly string[]): Promise<boolean> {
    if (!this.trusted) return false;
    const concerned = await Promise.all(changed.map((uri) => this.configurations.concerns(uri)));
    if (!concerned.includes(true)) return false;
    this.configurations.forget();
    for (const { uri } of this.scripts()) await configure(this.project, uri, this.configurations);
    return true;
  }

  /** The files of all configurations that hold for the scripts. */
  async configurationFiles(): Promise<readonly ConfigurationFile[]> {
    return (await this.configurations.all()).flatMap(({ files }) => files);
  }

  /** Whether a script is open or lies in one of the folders; others are known only because some script imports them. */
  owns(uri: string): boolean {
    return this.open.has(uriKey(uri)) || this.listed.has(uriKey(uri));
  }

  /** What the editor calls a script: addresses can be escaped in more than one way. */
  addressOf(uri: string): string {
    return this.open.get(uriKey(uri)) ?? uri;
  }

  /** The tree of a document as the editor has it now. */
  read(document: TextDocument): ScriptDocument {
    return this.project.set(document.uri, document.getText());
  }

  /** A document as the editor has it now, with its findings. */
  judge(document: TextDocument): Judged {
    return this.judgeScript(this.read(document));
  }

  /** Forgets what was found, since it would be found or told differently now. */
  forgetFindings(): void {
    this.judged = new WeakMap();
  }

  judgeScript(script: ScriptDocument): Judged {
    const known = this.judged.get(script);
    if (known !== undefined) return known;
    const { findings, silenced, crashes } =
      this.checking.run === "off" ? UNCHECKED : lint(this.project, script, { today: today() });
    for (const { ruleId, error } of crashes) {
      if (this.reported.has(ruleId)) continue;
      this.reported.add(ruleId);
      this.log(`${ruleId}: ${error instanceof Error ? error.stack : error}`);
    }
    const judged = { project: this.project, script, findings, silenced, crashes };
    this.judged.set(script, judged);
    return judged;
  }

  private mayImport(uri: string): boolean {
    return this.reporting?.importsIn.some((folder) => isInside(uri, folder)) ?? true;
  }

  private async readFolders(): Promise<void> {
    const listed = await this.source.list();
    const before = this.listed;
    this.listed = new Map(listed.map((uri) => [uriKey(uri), uri]));
    for (const [key, uri] of before) if (!this.owns(key)) this.project.delete(uri);
    for (const uri of listed) {
      if (this.project.get(uri) !== undefined) continue;
      const read = await this.source.read(uri);
      if ("text" in read && this.project.get(uri) === undefined) await this.renew(uri, read.text);
    }
    // Only now is it known what nobody uses; what was judged before did not know.
    if (listed.length > 0 || this.reporting?.isWhole) this.project.uses = usesIn(this.project);
    this.judged = new WeakMap();
  }

  private async renew(uri: string, text: string): Promise<string[]> {
    const script = this.project.set(uri, text);
    await this.project.loadImports(script, this.source);
    if (this.trusted) await configure(this.project, uri, this.configurations);
    return [...new Set([uri, ...this.usersOf(uri), ...this.judgeAnew(this.usesOfOthers.note(uri, script))])];
  }

  /** Reads a script from the disk, or forgets it where there is none; those that import it may read it from there. */
  private async reread(uri: string): Promise<string[]> {
    const listed = this.listed.get(uriKey(uri));
    const read = listed === undefined ? undefined : await this.source.read(listed);
    // Somebody may have opened it meanwhile.
    if (this.open.has(uriKey(uri))) return [];
    if (read !== undefined && "text" in read) return this.renew(listed!, read.text);
    const users = this.usersOf(uri);
    this.project.delete(uri);
    for (const user of users) {
      const script = this.project.get(user);
      if (script === undefined) continue;
      await this.project.loadImports(script, this.source);
      if (this.trusted) await configure(this.project, user, this.configurations);
    }
    return [...new Set([uri, ...users, ...this.judgeAnew(this.usesOfOthers.note(uri, undefined))])];
  }

  private usersOf(uri: string): string[] {
    return this.project
      .usersOf(uri)
      .map((user) => user.uri)
      .filter((user) => uriKey(user) !== uriKey(uri));
  }

  /** Forgets what was found in scripts, since something in them may have come to be unused; returns those that are known. */
  private judgeAnew(uris: readonly string[]): string[] {
    const scripts = uris.map((uri) => this.project.get(uri)).filter((script) => script !== undefined);
    for (const script of scripts) this.judged.delete(script);
    return scripts.map(({ uri }) => uri);
  }
}

const OUTSIDE = Promise.resolve({ absent: "outside" } as const);

/** What is found when nothing is looked for. */
const UNCHECKED: LintResult = { findings: [], silenced: [], crashes: [] };
