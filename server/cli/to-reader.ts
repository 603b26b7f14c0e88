import { inTaiwan, quotedFrom } from "../model/taiwan.ts";
import type { Bilingual } from "../rules/rule.ts";
import type { FileProblem } from "./disk-source.ts";
import type { FileReport, LintRun } from "./report.ts";

/*
 * Commands speak Chinese or English; a reader in Taiwan gets their Chinese in the words of Taiwan, as the last thing before
 * it is printed. What scripts and files say and are called stays as it is. A run of the program has one reader.
 */

let isTaiwan = false;

/** From now on the reader is in Taiwan. */
export function readInTaiwan(): void {
  isTaiwan = true;
}

/** @param verbatim what has to stay as it is, such as the words of a script or a path */
export function toReader(text: string, verbatim: readonly string[] = []): string {
  return isTaiwan ? inTaiwan(text, verbatim) : text;
}

/** A table of words: texts, functions that put something into one, which stays as it is, and tables of them. */
export function wordsToReader<T extends object>(words: T): T {
  if (!isTaiwan) return words;
  const known = tables.get(words);
  if (known !== undefined) return known as T;
  const told = (value: unknown): unknown => {
    if (typeof value === "string") return inTaiwan(value);
    if (typeof value === "function")
      return (...values: unknown[]) => {
        const said: unknown = value(...values);
        const put = values.filter((one) => typeof one === "string");
        return typeof said === "string" ? inTaiwan(said, put) : said;
      };
    if (Array.isArray(value)) return value.map(told);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, told(one)]));
    return value;
  };
  const table = told(words) as T;
  tables.set(words, table);
  return table;
}

const tables = new WeakMap<object, object>();

/** The name of the reader's language, as reports write it. */
export function tagOfReader(language: "zh" | "en"): string {
  return language === "en" ? "en" : isTaiwan ? "zh-TW" : "zh-CN";
}

/** What a run found, told to the reader; what scripts say is quoted as they say it. */
export function runToReader(run: LintRun): LintRun {
  if (!isTaiwan) return run;
  return {
    ...run,
    files: run.files.map(reportToReader),
    configuration: run.configuration.map(reportToReader),
    problems: run.problems.map(problemToReader),
    crashes: run.crashes.map(problemToReader),
  };
}

function reportToReader(report: FileReport): FileReport {
  const told = ({ zh, en }: Bilingual): Bilingual => ({ zh: inTaiwan(zh, quotedFrom(report.text, zh)), en });
  const findings = report.findings.map((finding) => ({
    ...finding,
    message: told(finding.message),
    path: finding.path.map((point) => ({ ...point, message: told(point.message) })),
  }));
  return { ...report, findings };
}

function problemToReader({ path, message: { zh, en } }: FileProblem): FileProblem {
  return { path, message: { zh: inTaiwan(zh, [path]), en } };
}
