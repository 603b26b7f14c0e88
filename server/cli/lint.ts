import { configurationReports } from "./broken-configuration.ts";
import { complain } from "./complain.ts";
import type { FileProblem } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import type { LintOptions } from "./lint-options.ts";
import { readScripts } from "./read-scripts.ts";
import { count, type LintRun, languageOf } from "./report.ts";
import { ScriptJudge } from "./script-judge.ts";
import { atLeast, writeReports } from "./write-reports.ts";

/** Lints the files that the paths name, writes the reports, and returns the exit code. */
export async function lintCommand(options: LintOptions): Promise<number> {
  const judge = new ScriptJudge(options.stdin === undefined ? options : { ...options, paths: [options.stdin] });
  const { scripts, problems, notes, isWhole } = await readScripts(options, judge);
  const { fix } = options;
  const mended = fix && (await (await import("./fix.ts")).mendScripts(judge, scripts, { isWhole, unsafe: fix.unsafe }));
  const reports = mended?.reports ?? (await judge.judgeAll(scripts, isWhole));
  const language = options.language ?? languageOf([...reports.values()]);
  let run: LintRun = {
    files: [...reports.values()],
    configuration: await configurationReports(judge.configurations, language),
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
  notes.push(...(await judge.close()));
  return tell([...notes, ...problems, ...run.crashes], language, exitCode(run, options));
}

/** Says what there is to say beside the reports; returns the exit code. */
function tell(messages: readonly FileProblem[], language: "zh" | "en", code: number): number {
  complain(messages, language);
  return code;
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
