import { normalize } from "node:path";
import { buffer } from "node:stream/consumers";
import { decodeScript, type FileProblem, findScripts, readScript } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import type { LintOptions } from "./lint-options.ts";
import { printable } from "./printable.ts";
import { count, type FileReport, type LintRun } from "./report.ts";
import { ScriptJudge } from "./script-judge.ts";
import { shortUri } from "./short-path.ts";
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
    configuration: await brokenConfiguration(judge, language),
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
  return tell([...notes, ...problems, ...run.crashes], language, exitCode(run, options));
}

/** Says what there is to say beside the reports; returns the exit code. */
function tell(messages: readonly FileProblem[], language: "zh" | "en", code: number): number {
  for (const { path, message } of messages)
    process.stderr.write(`${printable(path)}: ${printable(message[language])}\n`);
  return code;
}

interface Scripts {
  /** Their texts by their paths. */
  readonly scripts: ReadonlyMap<string, string>;
  readonly problems: FileProblem[];
  /** What is to be said and is no problem. */
  readonly notes: FileProblem[];
  /** Whether nothing else can use what they offer: files that are named one by one may be used by others. */
  readonly isWhole: boolean;
}

async function readScripts({ paths, stdin }: LintOptions, judge: ScriptJudge): Promise<Scripts> {
  if (stdin !== undefined) return readStdin(stdin, judge);
  const { files, problems } = await findScripts(paths);
  const named = new Set(paths.map(normalize));
  const scripts = new Map<string, string>();
  const ignored: string[] = [];
  for (const path of files) {
    if (await judge.isIgnored(path)) {
      ignored.push(path);
      continue;
    }
    const read = await readScript(path);
    if ("problem" in read) problems.push(read.problem);
    else scripts.set(path, read.text);
  }
  const notes = ignored.filter((path) => named.has(path)).map((path) => ({ path, message: IGNORED }));
  // A folder of which nothing is judged would look like one in which nothing is wrong.
  if (scripts.size === 0 && ignored.some((path) => !named.has(path)))
    problems.push({ path: paths.join(" "), message: ALL_IGNORED });
  // What a file that cannot be read uses, nobody knows.
  return { scripts, problems, notes, isWhole: problems.length === 0 && !files.some((path) => named.has(path)) };
}

/** The script of standard input, under the name of a file that there need not be: its folder's configuration holds. */
async function readStdin(name: string, judge: ScriptJudge): Promise<Scripts> {
  const path = normalize(name);
  const read = decodeScript(path, await buffer(process.stdin));
  const isIgnored = await judge.isIgnored(path);
  return {
    scripts: new Map("text" in read && !isIgnored ? [[path, read.text]] : []),
    problems: "problem" in read ? [read.problem] : [],
    notes: isIgnored ? [{ path, message: IGNORED }] : [],
    isWhole: false,
  };
}

const IGNORED = {
  zh: "没有检查：配置里的 ignore 排除了它。",
  en: "Not checked: the configuration's ignore leaves it out.",
};
const ALL_IGNORED = {
  zh: "这里的话术都被配置里的 ignore 排除了，一份也没有检查。",
  en: "All scripts here are left out by the configuration's ignore: nothing was checked.",
};

/** The language in which most of the scripts want messages. */
function languageOf(files: readonly FileReport[]): "zh" | "en" {
  const has = (language: "zh" | "en") => files.some((file) => file.language === language);
  return has("en") && !has("zh") ? "en" : "zh";
}

async function brokenConfiguration(judge: ScriptJudge, language: "zh" | "en"): Promise<FileReport[]> {
  return (await judge.configurations.all())
    .flatMap(({ files }) => files)
    .filter(({ problems }) => problems.length > 0)
    .map(({ uri, text, problems }) => {
      return { path: shortUri(uri), text, language, findings: problems, suppressed: [], agentTurns: 0 };
    });
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
