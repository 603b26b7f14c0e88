import type { FileProblem } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import type { LintOptions } from "./lint-options.ts";
import { printable } from "./printable.ts";
import { Progress } from "./progress.ts";
import { readScripts } from "./read-scripts.ts";
import { count, type FileReport, type LintRun } from "./report.ts";
import { RunFailure } from "./run-failure.ts";
import { ScriptJudge } from "./script-judge.ts";
import { shortUri } from "./short-path.ts";
import { toReader } from "./to-reader.ts";
import { atLeast, writeReports } from "./write-reports.ts";

/** Lints the files that the paths name, writes the reports, and returns the exit code. */
export async function lintCommand(options: LintOptions): Promise<number> {
  const { stdin, paths, fix } = options;
  const progress = new Progress(options.language ?? "zh");
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
    return tell([{ path: "service-script lint", message: error.told }], options.language ?? "zh", EXIT.internal);
  } finally {
    await judge.close();
  }
}

async function lintWith(judge: ScriptJudge, options: LintOptions, progress: Progress): Promise<number> {
  const { scripts, problems, notes, isWhole } = await readScripts(options, judge);
  const { fix } = options;
  const mended = fix && (await (await import("./fix.ts")).mendScripts(judge, scripts, { isWhole, unsafe: fix.unsafe }));
  const reports = mended?.reports ?? (await judge.judgeAll(scripts, isWhole));
  progress.clear();
  const language = options.language ?? languageOf([...reports.values()]);
  let run: LintRun = {
    files: [...reports.values()],
    configuration: await brokenConfiguration(judge, language),
    problems,
    crashes: [...judge.crashes.values()],
  };
  if (mended !== undefined) {
    const { showMended, writeMended } = await import("./write-mended.ts");
    const { told, failed } = fix?.dryRun ? showMended(mended.changes) : await writeMended(mended.changes);
    notes.push(...mended.notes, ...told);
    problems.push(...failed);
  }
  if (options.baseline !== undefined) {
    const known = await (await import("./baseline.ts")).withoutKnown(run, options.baseline);
    notes.push(...known.notes);
    problems.push(...known.problems);
    run = { ...run, files: known.files };
  }
  if (options.changed !== undefined) {
    const changed = await (await import("./changed.ts")).onlyChanged(run.files, options.changed);
    // What is not known to be all that was touched must not pass for it.
    if ("wrong" in changed) return tell(changed.wrong, language, EXIT.usage);
    run = { ...run, files: changed.files };
  }
  problems.push(...(await writeReports(run, options, language)));
  notes.push(...judge.notes());
  return tell([...notes, ...problems, ...run.crashes], language, exitCode(run, options));
}

/** Says what there is to say beside the reports; returns the exit code. */
function tell(messages: readonly FileProblem[], language: "zh" | "en", code: number): number {
  for (const { path, message } of messages)
    process.stderr.write(`${printable(path)}: ${printable(toReader(message[language]))}\n`);
  return code;
}

/** The language in which most of the scripts want messages. */
function languageOf(files: readonly FileReport[]): "zh" | "en" {
  const has = (language: "zh" | "en") => files.some((file) => file.language === language);
  return has("en") && !has("zh") ? "en" : "zh";
}

async function brokenConfiguration(judge: ScriptJudge, language: "zh" | "en"): Promise<FileReport[]> {
  return (await judge.configurations.all())
    .flatMap(({ files }) => files)
    .filter(({ problems }) => problems.length > 0)
    .map(({ uri, text, problems }) => {
      return { path: shortUri(uri), text, language, findings: problems, suppressed: [], agentTurns: 0 };
    });
}

/** A broken rule is graver than what could not be judged, and that than any finding: it is not known what else there is. */
function exitCode({ files, configuration, problems, crashes }: LintRun, options: LintOptions): number {
  if (crashes.length > 0) return EXIT.internal;
  if (problems.length > 0 || configuration.length > 0) return EXIT.usage;
  if (options.exitZero) return EXIT.clean;
  const isOver = options.maxWarnings !== undefined && count(files, "warning") > options.maxWarnings;
  const fails = files.some(({ findings }) => findings.some(({ severity }) => atLeast(severity, options.failLevel)));
  return isOver || fails ? EXIT.findings : EXIT.clean;
}
