import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { parse } from "yaml";

/** What service manuals ask for, as `coverage.yaml` has it. */
export interface Coverage {
  readonly forbidden: readonly Row[];
  readonly etiquette: readonly Row[];
  readonly times: readonly Row[];
  /** The samples that keep the limits of a standard, by the standard's id. */
  readonly standards: Readonly<Record<string, readonly string[]>>;
  readonly flows: readonly Row[];
  /** What single samples show, in the language that is not theirs, by their names. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** One thing that is asked for, and what in this project sees to it. */
export interface Row {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** The ids of the rules that watch it. */
  readonly rules?: readonly string[];
  /** The ids of the standards that hold its limits. */
  readonly standards?: readonly string[];
  /** Scripts that show it, by their names without folder and ending. */
  readonly samples?: readonly string[];
  /** A sentence of the agent's that the rules report, where the fault is one of wording. */
  readonly said?: { readonly zh: string; readonly en?: string };
  /** Scripts in which the rules find what the row forbids or misses. */
  readonly offences?: readonly string[];
}

export function readCoverage(): Coverage {
  return parse(readFileSync("docs/coverage.yaml", "utf8")) as Coverage;
}

/** Where each sample lies, by its name. */
export function samplePaths(): ReadonlyMap<string, string> {
  return new Map(
    globSync("samples/*/*.sscript")
      .sort()
      .map((path) => [path.replace(/^.*\/|\.sscript$/g, ""), path]),
  );
}
