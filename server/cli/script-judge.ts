import { pathToFileURL } from "node:url";
import type { ReadingOptions } from "../../grammar/index.ts";
import { Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import { Project } from "../model/project.ts";
import type { Source } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import { UseIndex } from "../model/uses.ts";
import { today } from "../rules/today.ts";
import { diskSource, type FileProblem } from "./disk-source.ts";
import type { FileReport } from "./report.ts";
import { reportOn } from "./report-on.ts";

export interface ScriptJudgeOptions {
  /** Where scripts and what they import may lie. */
  readonly paths: readonly string[];
  readonly reading: ReadingOptions;
  /** The reader's language; undefined: that of each script. */
  readonly language: "zh" | "en" | undefined;
}

/** Judges scripts together, each by the configuration of its folder. */
export class ScriptJudge {
  readonly configurations: Configurations;
  /** Rules that broke, since the scripts were last judged together. */
  readonly crashes = new Map<string, FileProblem>();
  private readonly reading: ReadingOptions;
  private readonly language: "zh" | "en" | undefined;
  private readonly today = today();
  private readonly source: Source;
  /** The texts of the scripts that are judged, which the disk may not have yet, by their URIs. */
  private texts: ReadonlyMap<string, string> = new Map();
  private uses = new UseIndex();
  private project: Project;

  constructor({ paths, reading, language }: ScriptJudgeOptions) {
    const disk = diskSource([".", ...paths]);
    this.configurations = new Configurations(disk);
    this.source = {
      read: async (uri) => {
        const text = this.texts.get(uriKey(uri));
        return text === undefined ? disk.read(uri) : { text };
      },
    };
    this.reading = reading;
    this.language = language;
    this.project = new Project(reading);
  }

  /** Whether the configuration says that the script at a path is not to be judged. */
  async isIgnored(path: string): Promise<boolean> {
    const uri = pathToFileURL(path).href;
    return (await this.configurations.of(uri)).settings?.ignoredBy(uri) !== undefined;
  }

  /**
   * Judges scripts, given by their paths, in their order.
   * @param isWhole whether nothing else can use what they offer
   */
  async judgeAll(scripts: ReadonlyMap<string, string>, isWhole: boolean): Promise<ReadonlyMap<string, FileReport>> {
    this.texts = new Map([...scripts].map(([path, text]) => [uriKey(pathToFileURL(path).href), text]));
    this.crashes.clear();
    this.uses = new UseIndex();
    this.project = new Project(this.reading);
    const reports = new Map<string, FileReport>();
    for (const [path, text] of scripts) reports.set(path, await this.judge(path, text));
    if (!isWhole) return reports;
    // What the scripts of a folder use of one another is known only now, so those that others import are judged again.
    this.project = new Project(this.reading, this.uses);
    for (const [path, text] of scripts)
      if (this.uses.of(pathToFileURL(path).href) !== undefined) reports.set(path, await this.judge(path, text));
    return reports;
  }

  /** Judges another text of a script among those that were last judged together. */
  async judge(path: string, text: string): Promise<FileReport> {
    const uri = pathToFileURL(path).href;
    const { project } = this;
    await project.loadImports(project.set(uri, text), this.source);
    await configure(project, uri, this.configurations);
    const document = project.get(uri)!;
    this.uses.add(document);
    const { report, crashes } = reportOn(project, document, path, { today: this.today, language: this.language });
    project.delete(uri);
    for (const crash of crashes) this.crashes.set(`${crash.ruleId} ${path}`, crash);
    return report;
  }
}
