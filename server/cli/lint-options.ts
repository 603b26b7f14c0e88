import type { ReadingOptions } from "../../grammar/index.ts";
import type { Severity } from "../protocol.ts";
import type { Bilingual } from "../rules/rule.ts";
import { misuseOfLint } from "./lint-misuse.ts";
import type { Values } from "./options.ts";
import { readingOptions, wrongSpeaker } from "./reading.ts";
import { readShard, type Shard } from "./shard.ts";

/** A report that is wanted: its format, and the file it goes to; undefined: standard output. */
export interface Output {
  readonly format: string;
  readonly file: string | undefined;
}

/** What `lint` is asked to do. */
export interface LintOptions {
  readonly paths: readonly string[];
  /** The name of the script that comes from standard input, in place of paths. */
  readonly stdin: string | undefined;
  readonly outputs: readonly Output[];
  readonly reading: ReadingOptions;
  /** The reader's language; undefined: that of each script. */
  readonly language: "zh" | "en" | undefined;
  /** Findings do not count for the exit code; files that cannot be judged, and a broken configuration, still do. */
  readonly exitZero: boolean;
  /** The mildest severity that fails the run. */
  readonly failLevel: Severity;
  /** How many warnings do not fail the run; undefined: any number. */
  readonly maxWarnings: number | undefined;
  /** Only what fails the run is reported. */
  readonly quiet: boolean;
  /** Which remedies are applied, and whether they are only shown; undefined: none. */
  readonly fix: { readonly unsafe: boolean; readonly dryRun: boolean } | undefined;
  /** The file that lists the findings that are known, and what is done with it. */
  readonly baseline: { readonly file: string; readonly mode: "use" | "update" | "prune" } | undefined;
  /** Only what has changed since this commit is reported; undefined: everything. */
  readonly changed: string | undefined;
  /** The folder in which judgements are kept from run to run; undefined: they are not. */
  readonly cache: string | undefined;
  /** How many threads judge; undefined: as many as pay. */
  readonly threads: number | undefined;
  /** Whether the language server judges, in a process of its own. */
  readonly server: boolean;
  /** Which part of the scripts is judged; 1/1: all. */
  readonly shard: Shard;
}

/** Reads the options of `lint`, or says what is wrong with them. */
export function readLintOptions(
  paths: readonly string[],
  values: Values,
  language: "zh" | "en" | undefined,
): LintOptions | { readonly wrong: Bilingual } {
  const reading = readingOptions(values.transcript, values.speaker ?? []);
  if ("wrong" in reading) return { wrong: wrongSpeaker(reading.wrong) };
  const outputs = (values.format ?? ["readable"]).map(outputOf);
  const wrong = misuseOfLint(paths, values, outputs);
  if (wrong !== undefined) return { wrong };
  const { baseline, changed, cache, shard = "1/1" } = values;
  const fixes = values.fix || values["fix-unsafe"] || values["fix-dry-run"];
  return {
    paths,
    stdin: values.stdin ? values["stdin-filename"] : undefined,
    // What would be changed is shown in place of the report for people.
    outputs: values["fix-dry-run"] && values.format === undefined ? [] : outputs,
    reading: reading.options,
    language,
    exitZero: values["exit-zero"],
    failLevel: SEVERITIES[values["fail-level"] ?? "error"]!,
    maxWarnings: values["max-warnings"] === undefined ? undefined : Number(values["max-warnings"]),
    quiet: values.quiet,
    fix: fixes ? { unsafe: values["fix-unsafe"], dryRun: values["fix-dry-run"] } : undefined,
    baseline:
      baseline === undefined
        ? undefined
        : { file: baseline, mode: values["update-baseline"] ? "update" : values.prune ? "prune" : "use" },
    changed,
    cache,
    server: values.server,
    shard: readShard(shard)!,
    threads: values.threads === undefined ? undefined : Number(values.threads),
  };
}

/** The severities by the words that options have for them. */
export const SEVERITIES: Readonly<Record<string, Severity>> = {
  error: "error",
  warning: "warning",
  info: "information",
  information: "information",
};

/** `sarif` or `sarif=out.sarif`. */
function outputOf(word: string): Output {
  const sign = word.indexOf("=");
  return sign < 0 ? { format: word, file: undefined } : { format: word.slice(0, sign), file: word.slice(sign + 1) };
}
