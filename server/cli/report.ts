import type { Severity } from "../protocol.ts";
import type { Finding } from "../rules/rule.ts";
import type { FileProblem } from "./disk-source.ts";
import type { Shard } from "./shard.ts";

/** How grave findings can be, the gravest first. */
export const SEVERITIES = ["error", "warning", "information"] as const satisfies readonly Severity[];

/** What the linter has to say about one file. */
export interface FileReport {
  /** As the user named it, or found below a folder that the user named. */
  readonly path: string;
  readonly text: string;
  /** In which language its readers want messages. */
  readonly language: "zh" | "en";
  readonly findings: readonly Finding[];
  /** What was found and is not to be told, since somebody has said so. */
  readonly suppressed: readonly Suppressed[];
  /** How many times the agent speaks. */
  readonly agentTurns: number;
}

/** A finding that somebody knows of: by a comment in the script, or by the list of known findings. */
export interface Suppressed {
  readonly finding: Finding;
  readonly by: "comment" | "baseline";
  /** Why it may stay. */
  readonly reason?: string;
}

/** Everything that one run found. */
export interface LintRun {
  readonly files: readonly FileReport[];
  /** The files of the organisation in which something is wrong. */
  readonly configuration: readonly FileReport[];
  /** Files that could not be judged. */
  readonly problems: readonly FileProblem[];
  /** Rules that broke on a script, so that their findings are missing. */
  readonly crashes: readonly FileProblem[];
  /** Which part of a run this is; 1/1: all of it. */
  readonly shard: Shard;
  /** The paths of all scripts of the run, those of other parts too. */
  readonly scripts: readonly string[];
}

/** Turns a run into text for standard output or a file. */
export type Reporter = (run: LintRun, language: "zh" | "en") => string;

/** The files about which something was found, those of the organisation first. */
export function reportsOf({ files, configuration }: LintRun): readonly FileReport[] {
  return [...configuration, ...files];
}

/** What went wrong beside the scripts themselves: files that could not be judged, and rules that broke. */
export function failuresOf({ problems, crashes }: LintRun): readonly FileProblem[] {
  return [...problems, ...crashes];
}

/** How many findings of a severity some reports hold. */
export function count(reports: readonly FileReport[], severity: Severity): number {
  return reports.reduce((sum, { findings }) => sum + findings.filter((one) => one.severity === severity).length, 0);
}

/** The language in which most of the scripts want messages. */
export function languageOf(files: readonly FileReport[]): "zh" | "en" {
  const has = (language: "zh" | "en") => files.some((file) => file.language === language);
  return has("en") && !has("zh") ? "en" : "zh";
}
