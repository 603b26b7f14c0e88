import { conclude, tell } from "./conclude.ts";
import type { FileProblem } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import type { LintOptions } from "./lint-options.ts";
import { OTHERWISE } from "./reader-language.ts";
import { type FileReport, type LintRun, languageOf } from "./report.ts";
import { readRun } from "./report-run.ts";

/** Puts the parts of one run together, and ends as the whole run would have; returns the exit code. */
export async function mergeCommand(options: LintOptions): Promise<number> {
  const runs = new Map<string, LintRun>();
  const wrong: FileProblem[] = [];
  for (const path of options.paths) {
    const read = await readRun(path);
    if ("run" in read) runs.set(path, read.run);
    else wrong.push({ path, message: read.wrong });
  }
  if (wrong.length === 0) wrong.push(...wrongParts(runs));
  // A part that is missing, or that is there twice, must not pass for a whole run.
  if (wrong.length > 0) return tell(wrong, options.language ?? OTHERWISE, EXIT.usage);
  const run = together([...runs.values()]);
  const told = (file: FileReport): FileReport => ({ ...file, language: options.language ?? file.language });
  const files = run.files.map(told);
  const language = options.language ?? languageOf(files);
  const configuration = run.configuration.map((file) => ({ ...file, language }));
  return conclude({ ...run, files, configuration }, options, language, []);
}

/** What keeps runs from being the parts of one. */
function wrongParts(runs: ReadonlyMap<string, LintRun>): FileProblem[] {
  const [[firstPath, first]] = runs as unknown as [[string, LintRun]];
  const { count } = first.shard;
  const scripts = JSON.stringify(first.scripts);
  const wrong: FileProblem[] = [];
  const places = new Map<number, string>();
  for (const [path, { shard, scripts: own }] of runs) {
    const other = places.get(shard.index);
    if (shard.count !== count || JSON.stringify(own) !== scripts) wrong.push({ path, message: stranger(firstPath) });
    else if (other !== undefined) wrong.push({ path, message: twice(shard.index, count, other) });
    places.set(shard.index, path);
  }
  if (wrong.length > 0) return wrong;
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !places.has(index));
  return missing.length > 0 ? [{ path: "service-script merge", message: absent(missing, count) }] : [];
}

const stranger = (path: string) => ({
  zh: `它和 ${path} 不是同一次检查的两个部分：检查的话术不一样，或者份数不同。`,
  en: `It is no part of the same run as ${path}: other scripts were checked, or in another number of parts.`,
});
const twice = (index: number, count: number, path: string) => ({
  zh: `第 ${index}/${count} 部分有两份，另一份是 ${path}。`,
  en: `Part ${index}/${count} is there twice, in ${path} too.`,
});
const absent = (missing: readonly number[], count: number) => ({
  zh: `还缺第 ${missing.map((index) => `${index}/${count}`).join("、")} 部分。`,
  en: `${missing.length === 1 ? "Part" : "Parts"} ${missing.map((index) => `${index}/${count}`).join(", ")} of the run ${missing.length === 1 ? "is" : "are"} missing.`,
});

/** What the whole run would have found, in its order. */
function together(runs: readonly LintRun[]): LintRun {
  const [first] = runs as [LintRun];
  const places = new Map(first.scripts.map((path, place) => [path, place]));
  const place = ({ path }: { readonly path: string }) => places.get(path) ?? 0;
  const inOrder = <T extends { readonly path: string }>(items: readonly T[]) =>
    items.toSorted((a, b) => place(a) - place(b));
  // All parts read all scripts, and say alike what is wrong with them.
  const problems = new Map(runs.flatMap((run) => run.problems).map((one) => [JSON.stringify(one), one]));
  return {
    ...first,
    files: inOrder(runs.flatMap(({ files }) => files)),
    problems: [...problems.values()],
    crashes: inOrder(runs.flatMap(({ crashes }) => crashes)),
    shard: { index: 1, count: 1 },
  };
}
