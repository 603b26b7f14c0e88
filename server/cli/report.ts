import type { Finding } from "../rules/rule.ts";
import type { FileProblem } from "./disk-source.ts";

/** What the linter has to say about one file. */
export interface FileReport {
  /** As the user named it, or found below a folder that the user named. */
  readonly path: string;
  readonly text: string;
  /** In which language its readers want messages. */
  readonly language: "zh" | "en";
  readonly findings: readonly Finding[];
}

/** Everything that one run found. */
export interface LintRun {
  readonly files: readonly FileReport[];
  /** The files of the organisation in which something is wrong. */
  readonly configuration: readonly FileReport[];
  readonly problems: readonly FileProblem[];
}

/** Turns a run into text for standard output. */
export type Reporter = (run: LintRun, language: "zh" | "en") => string;
