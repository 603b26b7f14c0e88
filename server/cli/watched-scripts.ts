import { fileURLToPath, pathToFileURL } from "node:url";
import { Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import type { ScriptDocument } from "../model/document.ts";
import { importsOf } from "../model/imports.ts";
import { Project } from "../model/project.ts";
import type { ListSource, Source } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import { UseIndex } from "../model/uses.ts";
import { today } from "../rules/today.ts";
import { configurationReports } from "./broken-configuration.ts";
import { diskSource, type FileProblem } from "./disk-source.ts";
import { judgementOf } from "./judging.ts";
import { readScripts } from "./read-scripts.ts";
import { type FileReport, failuresOf, type LintRun, languageOf, reportsOf } from "./report.ts";
import { reportOn } from "./report-on.ts";
import { WHOLE } from "./shard.ts";

/** What a look at the disk has brought. */
export interface Look {
  /** Everything as it is now. */
  readonly run: LintRun;
  /** The scripts and files of the configuration whose text or findings are other ones than at the look before. */
  readonly changed: readonly FileReport[];
  /** Whether a script is gone, or all that was wrong in a file of the configuration. */
  readonly isFewer: boolean;
  /** How many scripts were judged: those that changed, those that import them, and those that they import. */
  readonly judged: number;
  /** What could not be judged, and was not told at the look before. */
  readonly told: readonly FileProblem[];
  readonly language: "zh" | "en";
}

/** A script as it was judged. */
interface Judged extends ReturnType<typeof reportOn> {
  readonly document: ScriptDocument;
}

/** Scripts on the disk, judged together; after a change only those that it touches are judged again. */
export class WatchedScripts {
  private readonly paths: readonly string[];
  private readonly language: "zh" | "en" | undefined;
  private readonly source: Source & ListSource;
  readonly configurations: Configurations;
  private readonly project = new Project();
  private scripts: ReadonlyMap<string, Judged> = new Map();
  private run: LintRun = { files: [], configuration: [], problems: [], crashes: [], shard: WHOLE, scripts: [] };
  /** What every judgement depends on beside the scripts. */
  private circumstances = "";

  constructor(paths: readonly string[], language: "zh" | "en" | undefined) {
    this.paths = paths;
    this.language = language;
    this.source = diskSource([".", ...paths]);
    this.configurations = new Configurations(this.source);
  }

  /** The files that are read beside the scripts: what those import, and the configuration. */
  async otherFiles(): Promise<readonly string[]> {
    const files = (await this.configurations.all()).flatMap(({ files }) => files);
    const watched = new Set([...this.scripts.values()].map(({ document }) => document));
    return [...files, ...this.project.all().filter((document) => !watched.has(document))].map(({ uri }) =>
      fileURLToPath(uri),
    );
  }

  /**
   * Looks at the disk, and judges again what has changed since the look before.
   * @param saved the paths of the files that were written or taken away
   */
  async look(saved: Iterable<string> = []): Promise<Look> {
    for (const path of saved) if (await this.configurations.concerns(uriOf(path))) this.configurations.forget();
    const { scripts, problems, isWhole } = await readScripts({ paths: this.paths, stdin: undefined }, this);
    await this.take(scripts);
    this.project.uses = isWhole ? this.usesIn(scripts) : undefined;
    const before = this.scripts;
    const day = today();
    const touched = this.touchedSince(before, scripts, `${day} ${isWhole}`);
    let judged = 0;
    const judge = (path: string): Judged => {
      judged++;
      const document = this.project.get(uriOf(path))!;
      const judgement = judgementOf(this.project, document, day);
      return { document, ...reportOn({ path, text: document.text }, judgement, this.language) };
    };
    this.scripts = new Map(
      [...scripts.keys()].map((path) => [path, touched.has(path) ? judge(path) : before.get(path)!]),
    );
    return { ...(await this.tell(problems)), judged };
  }

  /** Takes over what the disk has now: the scripts, what they import, and what is configured for them. */
  private async take(scripts: ReadonlyMap<string, string>): Promise<void> {
    const { project, source } = this;
    for (const path of this.scripts.keys()) if (!scripts.has(path)) project.delete(uriOf(path));
    for (const [path, text] of scripts) project.set(uriOf(path), text);
    const watched = new Set([...scripts.keys()].map((path) => project.get(uriOf(path))));
    for (const { uri } of project.all().filter((document) => !watched.has(document))) {
      const read = await source.read(uri);
      if ("text" in read) project.set(uri, read.text);
      else project.delete(uri);
    }
    for (const path of scripts.keys()) {
      await project.loadImports(project.get(uriOf(path))!, source);
      await configure(project, uriOf(path), this.configurations);
    }
  }

  private usesIn(scripts: ReadonlyMap<string, string>): UseIndex {
    const uses = new UseIndex();
    for (const path of scripts.keys()) uses.add(this.project.get(uriOf(path))!);
    return uses;
  }

  /** The paths of the scripts of which something else may be found now: their text or what they import has changed, or who imports them. */
  private touchedSince(
    before: ReadonlyMap<string, Judged>,
    scripts: ReadonlyMap<string, string>,
    circumstances: string,
  ): ReadonlySet<string> {
    if (circumstances !== this.circumstances) {
      this.circumstances = circumstances;
      return new Set(scripts.keys());
    }
    const touched = new Set<string>();
    const used = new Set<string>();
    for (const path of new Set([...before.keys(), ...scripts.keys()])) {
      // A document is another one as soon as anything has changed that it was read or judged by.
      const [then, now] = [before.get(path)?.document, this.project.get(uriOf(path))];
      if (then === now) continue;
      touched.add(path);
      for (const document of [then, now])
        for (const { key } of document === undefined ? [] : importsOf(document)) if (key !== undefined) used.add(key);
    }
    for (const path of scripts.keys()) if (used.has(uriKey(uriOf(path)))) touched.add(path);
    return touched;
  }

  /** Everything as it is now, and what of it is another than before. */
  private async tell(problems: readonly FileProblem[]): Promise<Omit<Look, "judged">> {
    const judged = [...this.scripts.values()];
    const files = judged.map(({ report }) => report);
    const language = this.language ?? languageOf(files);
    const run: LintRun = {
      files,
      configuration: await configurationReports(this.configurations, language),
      problems,
      crashes: judged.flatMap(({ crashes }) => crashes),
      shard: WHOLE,
      scripts: [...this.scripts.keys()],
    };
    const before = this.run;
    this.run = run;
    const [known, now] = [before, run].map((one) => new Map(reportsOf(one).map((report) => [report.path, report])));
    const toldBefore = new Set(failuresOf(before).map(nameOf));
    return {
      run,
      changed: [...now!.values()].filter((report) => !isSame(report, known!.get(report.path))),
      isFewer: [...known!.keys()].some((path) => !now!.has(path)),
      told: failuresOf(run).filter((failure) => !toldBefore.has(nameOf(failure))),
      language,
    };
  }
}

function nameOf({ path, message }: FileProblem): string {
  return `${path}: ${message.zh}`;
}

function isSame(report: FileReport, before: FileReport | undefined): boolean {
  return report.text === before?.text && JSON.stringify(report.findings) === JSON.stringify(before.findings);
}

function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
