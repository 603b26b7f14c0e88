import { pathToFileURL } from "node:url";
import type { ReadingOptions } from "../../grammar/index.ts";
import { Configurations } from "../config/configurations.ts";
import type { Source } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import { UseIndex } from "../model/uses.ts";
import { today } from "../rules/today.ts";
import { diskSource, type FileProblem } from "./disk-source.ts";
import type { JudgedCache } from "./judged-cache.ts";
import type { Judged, Judging, Request } from "./judging.ts";
import type { FileReport } from "./report.ts";
import { reportOn } from "./report-on.ts";

export interface ScriptJudgeOptions {
  /** Where scripts and what they import may lie. */
  readonly paths: readonly string[];
  readonly reading: ReadingOptions;
  /** The reader's language; undefined: that of each script. */
  readonly language: "zh" | "en" | undefined;
  /** The folder in which judgements are kept from run to run; undefined: they are not. */
  readonly cache?: string | undefined;
}

/** Judges scripts together, each by the configuration of its folder. */
export class ScriptJudge {
  readonly configurations: Configurations;
  /** Rules that broke, since the scripts were last judged together. */
  readonly crashes = new Map<string, FileProblem>();
  private readonly options: ScriptJudgeOptions;
  private readonly today = today();
  private readonly source: Source;
  /** The texts of the scripts that are judged, which the disk may not have yet, by their URIs. */
  private texts: ReadonlyMap<string, string> = new Map();
  /** What the scripts use of one another; undefined where others may use them too. */
  private uses: UseIndex | undefined;
  private judging: Judging | undefined;
  private cache: JudgedCache | undefined;

  constructor(options: ScriptJudgeOptions) {
    const disk = diskSource([".", ...options.paths]);
    this.configurations = new Configurations(disk);
    this.source = {
      read: async (uri) => {
        const text = this.texts.get(uriKey(uri));
        return text === undefined ? disk.read(uri) : { text };
      },
    };
    this.options = options;
  }

  /**
   * Judges scripts, given by their paths, in their order.
   * @param isWhole whether nothing else can use what they offer
   */
  async judgeAll(scripts: ReadonlyMap<string, string>, isWhole: boolean): Promise<ReadonlyMap<string, FileReport>> {
    this.texts = new Map([...scripts].map(([path, text]) => [uriKey(pathToFileURL(path).href), text]));
    this.crashes.clear();
    this.uses = undefined;
    this.judging = undefined;
    this.cache?.forgetTexts();
    const requests = [...scripts].map(([path, text]): Request => ({ path, text }));
    const uses = new UseIndex();
    const reports = new Map<string, FileReport>();
    for (const [index, judged] of (await this.judgeMany(requests)).entries()) {
      const request = requests[index]!;
      uses.addNames(judged.uses);
      reports.set(request.path, this.reportOf(request, judged));
    }
    if (!isWhole) return reports;
    // What the scripts of a folder use of one another is known only now, so those that others import are judged again.
    this.uses = uses;
    const again = requests.map((request) => this.withUses(request)).filter(({ used }) => used !== undefined);
    for (const [index, judged] of (await this.judgeMany(again)).entries())
      reports.set(again[index]!.path, this.reportOf(again[index]!, judged));
    return reports;
  }

  /** Judges another text of a script among those that were last judged together. */
  async judge(path: string, text: string): Promise<FileReport> {
    const request = this.withUses({ path, text });
    const judged = await (await this.open()).judge(request);
    this.uses?.addNames(judged.uses);
    return this.reportOf(request, judged);
  }

  /** Ends the work; returns what there is to be said of it. */
  async close(): Promise<readonly FileProblem[]> {
    return this.cache === undefined ? [] : this.cache.close();
  }

  /** What is judged already is not judged again; the answers are in the order of the requests. */
  private async judgeMany(requests: readonly Request[]): Promise<readonly Judged[]> {
    const cache = await this.openCache();
    const answers: Judged[] = [];
    for (const request of requests) {
      const known = await cache?.find(request);
      const judged = known ?? (await (await this.open()).judge(request));
      if (known === undefined) await cache?.keep(request, judged);
      answers.push(judged);
    }
    return answers;
  }

  /** Loads what judges only when it is wanted: where everything is known already, it is not. */
  private async open(): Promise<Judging> {
    if (this.judging === undefined) {
      const { Judging } = await import("./judging.ts");
      const { source, configurations, today, options } = this;
      const digest = options.cache === undefined ? undefined : (await import("./digest.ts")).digest;
      this.judging = new Judging({ source, configurations, today, reading: options.reading, digest });
    }
    return this.judging;
  }

  private async openCache(): Promise<JudgedCache | undefined> {
    const { source, configurations, today } = this;
    const { cache: folder, reading } = this.options;
    if (folder === undefined || this.cache !== undefined) return this.cache;
    const { JudgedCache } = await import("./judged-cache.ts");
    this.cache = new JudgedCache(folder, { source, configurations, today, reading });
    return this.cache;
  }

  private withUses({ path, text }: Request): Request {
    const used = this.uses?.of(pathToFileURL(path).href);
    return { path, text, ...(used && { used: [...used].sort() }) };
  }

  private reportOf(request: Request, judged: Judged): FileReport {
    const { report, crashes } = reportOn(request, judged, this.options.language);
    for (const crash of crashes) this.crashes.set(`${crash.ruleId} ${crash.path}`, crash);
    return report;
  }
}
