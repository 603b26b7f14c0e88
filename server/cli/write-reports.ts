import type { Severity } from "../protocol.ts";
import type { FileProblem } from "./disk-source.ts";
import type { LintOptions } from "./lint-options.ts";
import { type LintRun, SEVERITIES } from "./report.ts";
import { FORMATS } from "./reports.ts";
import { runToReader } from "./to-reader.ts";
import { writeFile } from "./write-file.ts";

/** Writes the reports of a run where they are wanted; returns those files that could not be written. */
export async function writeReports(
  run: LintRun,
  { outputs, quiet, failLevel }: LintOptions,
  language: "zh" | "en",
): Promise<readonly FileProblem[]> {
  const shown: LintRun = quiet
    ? {
        ...run,
        files: run.files.map((file) => ({
          ...file,
          findings: file.findings.filter(({ severity }) => atLeast(severity, failLevel)),
        })),
      }
    : run;
  const problems: FileProblem[] = [];
  for (const { format, file } of outputs) {
    // What is to be merged is kept whole, and told to a reader when that is done.
    const report = (await FORMATS[format]!())(format === "run" ? run : runToReader(shown), language);
    if (file === undefined) process.stdout.write(report);
    else
      try {
        await writeFile(file, report);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === undefined) throw error;
        const message = { zh: `报告写不了（${code}）。`, en: `The report cannot be written (${code}).` };
        problems.push({ path: file, message });
      }
  }
  return problems;
}

/** Whether a severity is as grave as another, or graver. */
export function atLeast(severity: Severity, level: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(level);
}
