import { pathToFileURL } from "node:url";
import type { ReadingOptions } from "../../grammar/index.ts";
import { Configurations } from "../config/configurations.ts";
import type { Source } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";
import { UseIndex } from "../model/uses.ts";
import { today } from "../rules/today.ts";
import { diskSource, type FileProblem } from "./disk-source.ts";
import type { JudgePool } from "./judge-pool.ts";
import type { JudgedCache } from "./judged-cache.ts";
import type { Judged, Judging, Request } from "./judging.ts";
import type { Progress } from "./progress.ts";
import type { FileReport } from "./report.ts";
import { reportOn } from "./report-on.ts";
import type { Shard } from "./shard.ts";

export interface ScriptJudgeOptions {
  /** Where scripts and what they import may lie. */
  readonly paths: readonly string[];
  readonly reading: ReadingOptions;
  /** The reader's language; undefined: that of each script. */
  readonly language: "zh" | "en" | undefined;
  /** The folder in which judgements are kept from run to run; undefined: they are not. */
  readonly cache?: string | undefined;
  /** How many threads judge: 1: none but this one; undefined: as many as pay. */
  readonly threads?: number | undefined;
  readonly progress?: Progress | undefined;
}

/** Fewer scripts are judged before threads have begun. */
const MANY = 1000;

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
  private pool: JudgePool | undefined;

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
   * @param shard which of them are judged; of the others is known what they use
   */
  async judgeAll(
    scripts: ReadonlyMap<string, string>,
    isWhole: boolean,
    shard?: Shard,
  ): Promise<ReadonlyMap<string, FileReport>> {
    this.texts = new Map([...scripts].map(([path, text]) => [uriKey(pathToFileURL(path).href), text]));
    this.crashes.clear();
    this.uses = undefined;
    this.judging = undefined;
    this.cache?.forgetTexts();
    const all = [...scripts].map(([path, text]): Request => ({ path, text }));
    const requests = await requestsIn(all, shard);
    const uses = new UseIndex();
    const reports = new Map<string, FileReport>();
    for (const [index, judged] of (await this.judgeMany(requests)).entries()) {
      const request = requests[index]!;
      uses.addNames(judged.uses);
      reports.set(request.path, this.reportOf(request, judged));
    }
    if (!isWhole) return reports;
    for (const request of all) if (!reports.has(request.path)) uses.addNames((await this.open()).usesOf(request));
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

  /** Puts what is kept in order; returns what there is to be said of it. */
  notes(): readonly FileProblem[] {
    return this.cache?.close() ?? [];
  }

  /** Ends what is still running. */
  async close(): Promise<void> {
    await this.pool?.close();
  }

  /** What is judged already is not judged again; the answers are in the order of the requests. */
  private async judgeMany(requests: readonly Request[]): Promise<readonly Judged[]> {
    const cache = await this.openCache();
    const answers: Judged[] = [];
    const unknown: number[] = [];
    for (const [index, request] of requests.entries()) {
      const known = await cache?.find(request);
      if (known === undefined) unknown.push(index);
      else answers[index] = known;
    }
    const judged = await this.judgeUnknown(unknown.map((index) => requests[index]!));
    for (const [at, index] of unknown.entries()) {
      answers[index] = judged[at]!;
      await cache?.keep(requests[index]!, judged[at]!);
    }
    return answers;
  }

  private async judgeUnknown(requests: readonly Request[]): Promise<readonly Judged[]> {
    const { progress } = this.options;
    progress?.expect(requests.length);
    const pool = await this.openPool(requests.length);
    if (pool !== undefined) return pool.judgeMany(requests, (count) => progress?.advance(count));
    const answers: Judged[] = [];
    for (const request of requests) {
      answers.push(await (await this.open()).judge(request));
      progress?.advance(1);
    }
    return answers;
  }

  /** The threads that are wanted for so many scripts, if any; those that are there are used on. */
  private async openPool(scripts: number): Promise<JudgePool | undefined> {
    const { paths, reading, cache, threads } = this.options;
    // Most runs are small: they do not wait for what decides.
    if (this.pool !== undefined || threads === 1 || (threads === undefined && scripts < MANY)) return this.pool;
    const { JudgePool, threadsFor } = await import("./judge-pool.ts");
    const count = Math.min(threads ?? threadsFor(scripts), scripts);
    if (count > 1) this.pool = new JudgePool(count, { paths, reading, today: this.today, isKept: cache !== undefined });
    return this.pool;
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

async function requestsIn(all: readonly Request[], shard: Shard | undefined): Promise<readonly Request[]> {
  if (shard === undefined || shard.count === 1) return all;
  const { isInShard } = await import("./in-shard.ts");
  return all.filter(({ path }) => isInShard(path, shard));
}
