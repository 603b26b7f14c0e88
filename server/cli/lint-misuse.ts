import { resolve } from "node:path";
import type { Bilingual } from "../rules/rule.ts";
import { type Output, SEVERITIES } from "./lint-options.ts";
import type { Values } from "./options.ts";
import { FORMATS } from "./reports.ts";
import { readShard } from "./shard.ts";
import { notTogether, onlyWith, wrongValue } from "./usage.ts";

/** What the options of `lint` ask that cannot be, or that contradicts something else; undefined: nothing. */
export function misuseOfLint(
  paths: readonly string[],
  values: Values,
  outputs: readonly Output[],
): Bilingual | undefined {
  return wrongOutput(outputs) ?? wrongNumber(values) ?? wrongTogether(values) ?? wrongStdin(paths, values);
}

function wrongOutput(outputs: readonly Output[]): Bilingual | undefined {
  const known = [...Object.keys(FORMATS), "NAME=FILE"];
  const unknown = outputs.find(({ format, file }) => !Object.hasOwn(FORMATS, format) || file === "");
  if (unknown !== undefined) return wrongValue("--format", wordOf(unknown), known);
  // What is checked is never written over.
  const script = outputs.find(({ file }) => file !== undefined && /\.(?:sscript|话术)$/i.test(file));
  if (script !== undefined)
    return {
      zh: `--format ${wordOf(script)} 会写到话术里去，请写别的文件名。`,
      en: `--format ${wordOf(script)} would be written over a script: name another file.`,
    };
  const places = outputs.map(({ file }) => (file === undefined ? undefined : resolve(file)));
  const twice = outputs.find((_, index) => places.indexOf(places[index]) !== index);
  return (
    twice && {
      zh: `--format ${wordOf(twice)} 和另一份报告写到同一处，请写成 名字=文件。`,
      en: `--format ${wordOf(twice)} goes where another report goes: write NAME=FILE.`,
    }
  );
}

function wordOf({ format, file }: Output): string {
  return file === undefined ? format : `${format}=${file}`;
}

function wrongNumber(values: Values): Bilingual | undefined {
  const { "fail-level": level = "error", "max-warnings": most = "0", threads = "1", shard = "1/1" } = values;
  if (readShard(shard) === undefined) return wrongValue("--shard", shard, ["1/3", "2/3…"]);
  if (!/^[1-9]\d?$/.test(threads)) return wrongValue("--threads", threads, ["1", "2…", "99"]);
  if (!Object.hasOwn(SEVERITIES, level)) return wrongValue("--fail-level", level, ["error", "warning", "info"]);
  return /^\d{1,9}$/.test(most) ? undefined : wrongValue("--max-warnings", most, ["0", "1", "2…"]);
}

function wrongTogether(values: Values): Bilingual | undefined {
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
  if (cache === "") return wrongValue("--cache", "", ["--cache", "--cache=FOLDER"]);
  if ((update || prune) && baseline === undefined)
    return onlyWith(`--${update ? "update-baseline" : "prune"}`, "--baseline FILE");
  if (update && prune) return notTogether("--update-baseline", "--prune");
  // A part of the findings would pass for all of them.
  if (update && changed !== undefined) return notTogether("--update-baseline", "--changed");
  // A part of the scripts has a part of what is known, and of what remedies touch.
  if (shard !== undefined && (update || prune))
    return notTogether(`--${update ? "update-baseline" : "prune"}`, "--shard");
  if (shard !== undefined && (fix || unsafe || dryRun)) return notTogether("--fix", "--shard");
  // The server judges by itself what an editor has open, and knows of nothing else.
  const alone = SERVED_ALONE.find((name) => ![undefined, false].includes(values[name] as never));
  if (values.server && alone !== undefined) return notTogether(`--${alone}`, "--server");
  // Places move as soon as something is mended, so that nobody could tell what the change has touched.
  if ((fix || unsafe || dryRun) && changed !== undefined) return notTogether("--fix", "--changed");
  if (dryRun && format.some((word) => !word.includes("=")))
    return {
      zh: "--fix-dry-run 把补丁写到标准输出，报告请写进文件：--format 名字=文件。",
      en: "--fix-dry-run prints the patch, so a report has to go to a file: --format NAME=FILE.",
    };
  return undefined;
}

/** Options that mean nothing to the language server. */
const SERVED_ALONE = ["fix", "fix-unsafe", "fix-dry-run", "transcript", "speaker", "cache", "threads"] as const;

/** Standard input is read under a name, alone, and only looked at. */
function wrongStdin(paths: readonly string[], values: Values): Bilingual | undefined {
  const { stdin, "stdin-filename": name, fix, "fix-unsafe": unsafe, "fix-dry-run": dryRun, changed, shard } = values;
  if (!stdin) return name === undefined ? undefined : onlyWith("--stdin-filename", "--stdin");
  if (name === undefined || name === "") return onlyWith("--stdin", "--stdin-filename NAME");
  if (paths.length > 0) return notTogether("--stdin", paths[0]!);
  // There is no file to write, nor one that git knows.
  if ((fix || unsafe) && !dryRun) return onlyWith("--stdin --fix", "--fix-dry-run");
  if (shard !== undefined) return notTogether("--stdin", "--shard");
  return changed === undefined ? undefined : notTogether("--stdin", "--changed");
}
