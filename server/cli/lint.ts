import { configurationReports } from "./broken-configuration.ts";
import { conclude, tell } from "./conclude.ts";
import { EXIT } from "./exit-codes.ts";
import type { LintOptions } from "./lint-options.ts";
import { Progress } from "./progress.ts";
import { readScripts } from "./read-scripts.ts";
import { OTHERWISE } from "./reader-language.ts";
import { type LintRun, languageOf } from "./report.ts";
import { RunFailure } from "./run-failure.ts";
import { ScriptJudge } from "./script-judge.ts";

/** Lints the files that the paths name, writes the reports, and returns the exit code. */
export async function lintCommand(options: LintOptions): Promise<number> {
  const { stdin, paths, fix } = options;
  const progress = new Progress(options.language ?? OTHERWISE);
  // Scripts that are not on the disk as they are judged cannot be read there by others.
  const isOnDisk = stdin === undefined && fix === undefined;
  const judge = new ScriptJudge({
    ...options,
    paths: stdin === undefined ? paths : [stdin],
    threads: isOnDisk ? options.threads : 1,
    progress,
  });
  try {
    return await lintWith(judge, options, progress);
  } catch (error) {
    if (!(error instanceof RunFailure)) throw error;
    progress.clear();
    return tell([{ path: "service-script lint", message: error.told }], options.language ?? OTHERWISE, EXIT.internal);
  } finally {
    await judge.close();
  }
}

async function lintWith(judge: ScriptJudge, options: LintOptions, progress: Progress): Promise<number> {
  const { scripts, problems, notes, isWhole } = await readScripts(options, judge);
  const { fix } = options;
  const mended = fix && (await (await import("./fix.ts")).mendScripts(judge, scripts, { isWhole, unsafe: fix.unsafe }));
  const reports = mended?.reports ?? (await judge.judgeAll(scripts, isWhole, options.shard));
  progress.clear();
  const language = options.language ?? languageOf([...reports.values()]);
  const run: LintRun = {
    files: [...reports.values()],
    configuration: await configurationReports(judge.configurations, language),
    problems,
    crashes: [...judge.crashes.values()],
    shard: options.shard,
    scripts: [...scripts.keys()],
  };
  if (mended !== undefined) {
    const { showMended, writeMended } = await import("./write-mended.ts");
    const { told, failed } = fix?.dryRun ? showMended(mended.changes) : await writeMended(mended.changes);
    notes.push(...mended.notes, ...told);
    problems.push(...failed);
  }
  notes.push(...judge.notes());
  return conclude(run, options, language, notes);
}
