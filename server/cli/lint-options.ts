import { resolve } from "node:path";
import type { ReadingOptions } from "../../grammar/index.ts";
import type { Severity } from "../protocol.ts";
import type { Values } from "./options.ts";
import { readingOptions, wrongSpeaker } from "./reading.ts";
import { FORMATS } from "./reports.ts";
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
  /** Which part of the scripts is judged; 1/1: all. */
  readonly shard: Shard;
}

/** Reads the options of `lint`, or says what is wrong with them. */
export function readLintOptions(
  paths: readonly string[],
  values: Values,
  language: "zh" | "en" | undefined,
): LintOptions | { readonly wrong: string } {
  const reading = readingOptions(values.transcript, values.speaker ?? []);
  if ("wrong" in reading) return { wrong: wrongSpeaker(reading.wrong) };
  const outputs = (values.format ?? ["readable"]).map(outputOf);
  const wrong = wrongOutput(outputs) ?? wrongNumber(values) ?? wrongTogether(values) ?? wrongStdin(paths, values);
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
    shard: readShard(shard)!,
    threads: values.threads === undefined ? undefined : Number(values.threads),
  };
}

const SEVERITIES: Readonly<Record<string, Severity>> = {
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

function wrongOutput(outputs: readonly Output[]): string | undefined {
  const unknown = outputs.find(({ format, file }) => !Object.hasOwn(FORMATS, format) || file === "");
  if (unknown !== undefined)
    return `--format: ${Object.keys(FORMATS).join(" | ")}, NAME=FILE (${unknown.format}${unknown.file === undefined ? "" : "="}?)`;
  const places = outputs.map(({ file }) => (file === undefined ? undefined : resolve(file)));
  const twice = outputs.find((_, index) => places.indexOf(places[index]) !== index);
  // What is checked is never written over.
  const script = outputs.find(({ file }) => file !== undefined && /\.(?:sscript|话术)$/i.test(file));
  if (script !== undefined) return `--format ${script.format}=${script.file}: NAME=FILE (.sscript?)`;
  return twice && `--format ${twice.format}${twice.file === undefined ? "" : `=${twice.file}`}: NAME=FILE`;
}

function wrongNumber(values: Values): string | undefined {
  const { "fail-level": level = "error", "max-warnings": most = "0", threads = "1", shard = "1/1" } = values;
  if (readShard(shard) === undefined) return `--shard: 1/3, 2/3… (${shard}?)`;
  if (!/^[1-9]\d?$/.test(threads)) return `--threads: 1, 2… 99 (${threads}?)`;
  if (!Object.hasOwn(SEVERITIES, level)) return `--fail-level: error | warning | info (${level}?)`;
  return /^\d{1,9}$/.test(most) ? undefined : `--max-warnings: 0, 1, 2… (${most}?)`;
}

/** Options that contradict one another, or that mean nothing without another. */
function wrongTogether(values: Values): string | undefined {
  const {
    fix,
    "fix-unsafe": unsafe,
    "fix-dry-run": dryRun,
    baseline,
    prune,
    changed,
    cache,
    shard,
    format = [],
  } = values;
  const update = values["update-baseline"];
  if (cache === "") return "--cache[=FOLDER]";
  if ((update || prune) && baseline === undefined) return `--${update ? "update-baseline" : "prune"} --baseline FILE`;
  if (update && prune) return "--update-baseline | --prune";
  // A part of the findings would pass for all of them.
  if (update && changed !== undefined) return "--update-baseline | --changed";
  // A part of the scripts has a part of what is known, and of what remedies touch.
  if (shard !== undefined && (update || prune)) return `--${update ? "update-baseline" : "prune"} | --shard (merge)`;
  if (shard !== undefined && (fix || unsafe || dryRun)) return "--fix | --shard";
  // Places move as soon as something is mended, so that nobody could tell what the change has touched.
  if ((fix || unsafe || dryRun) && changed !== undefined) return "--fix | --changed";
  if (dryRun && format.some((word) => !word.includes("="))) return "--fix-dry-run | --format (--format NAME=FILE)";
  return undefined;
}

/** Whether standard input is read under a name, alone, and only looked at; or what is wrong. */
export function wrongStdin(paths: readonly string[], values: Values): string | undefined {
  const { stdin, "stdin-filename": name, fix, "fix-unsafe": unsafe, "fix-dry-run": dryRun, changed, shard } = values;
  if (!stdin) return name === undefined ? undefined : "--stdin-filename --stdin";
  if (name === undefined || name === "") return "--stdin --stdin-filename NAME";
  if (paths.length > 0) return `--stdin | ${paths[0]}`;
  // There is no file to write, nor one that git knows.
  if ((fix || unsafe) && !dryRun) return "--stdin --fix-dry-run";
  if (shard !== undefined) return "--stdin | --shard";
  return changed === undefined ? undefined : "--stdin | --changed";
}
