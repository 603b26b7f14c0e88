import { complain } from "./complain.ts";
import type { FileProblem } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import type { LintOptions } from "./lint-options.ts";
import { count, type LintRun } from "./report.ts";
import { atLeast, writeReports } from "./write-reports.ts";

/**
 * Ends a run: takes out what is known or was not changed, writes the reports, says what there is to say beside them.
 * @param language the reader's, for what is about no script
 * @param notes what is to be said and is no problem
 * @returns the exit code
 */
export async function conclude(
  found: LintRun,
  options: LintOptions,
  language: "zh" | "en",
  notes: readonly FileProblem[],
): Promise<number> {
  const said = [...notes];
  const problems = [...found.problems];
  let run: LintRun = { ...found, problems };
  if (options.baseline !== undefined) {
    const known = await (await import("./baseline.ts")).withoutKnown(run, options.baseline);
    said.push(...known.notes);
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
  return tell([...said, ...problems, ...run.crashes], language, exitCode(run, options));
}

/** Says what there is to say beside the reports; returns the exit code. */
export function tell(messages: readonly FileProblem[], language: "zh" | "en", code: number): number {
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
