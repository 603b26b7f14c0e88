import { stat } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import type { Finding } from "../rules/rule.ts";
import type { FileProblem } from "./disk-source.ts";
import { fingerprint } from "./fingerprint.ts";
import { type Known, MISSING, readList, total, writeList } from "./known-list.ts";
import type { LintOptions } from "./lint-options.ts";
import type { FileReport, LintRun, Suppressed } from "./report.ts";

/** A run without what was known before, and what there is to say of the list of it. */
export interface WithoutKnown {
  readonly files: readonly FileReport[];
  readonly notes: readonly FileProblem[];
  readonly problems: readonly FileProblem[];
}

/**
 * Takes from a run the findings that a list knows, as often as it knows them; updates or prunes the list when that is
 * asked for. A list is JSON: fingerprints with counts by script and rule, the scripts from the list's folder.
 */
export async function withoutKnown(
  run: LintRun,
  { file, mode }: NonNullable<LintOptions["baseline"]>,
): Promise<WithoutKnown> {
  const { files } = run;
  const name = (path: string) =>
    relative(dirname(resolve(file)), resolve(path))
      .split(sep)
      .join("/");
  const failed = (message: FileProblem["message"]) => ({ files, notes: [], problems: [{ path: file, message }] });
  const read = await readList(file);
  if ("wrong" in read && !(mode === "update" && read.wrong === MISSING)) return failed(read.wrong);
  const old = "known" in read ? read.known : {};
  const isSound = run.problems.length + run.crashes.length + run.configuration.length === 0;
  if (mode !== "use" && !isSound) return failed(UNSOUND);
  const found = new Map(files.map((report) => [name(report.path), countsOf(report)]));
  const kept = Object.entries(old).map(([path, rules]) => [path, lowered(rules, found.get(path) ?? {})] as const);
  const isThere = async (path: string) =>
    (await stat(resolve(dirname(file), path)).catch(() => undefined)) !== undefined;
  /** Of scripts that were not judged, nothing is known that would be newer; those that are gone need no list. */
  const others = await Promise.all(
    Object.entries(old).map(async ([path, rules]) =>
      !found.has(path) && (await isThere(path)) ? [[path, rules] as const] : [],
    ),
  );
  const judged = kept.filter(([path]) => found.has(path));
  const current = mode === "update" ? [...found] : judged;
  const next = Object.fromEntries([...others.flat(), ...current]);
  const reports = files.map((report) =>
    withoutThose(report, (mode === "update" ? next : old)[name(report.path)] ?? {}),
  );
  if (mode === "use") {
    const gone = judged.reduce((sum, [path, rules]) => sum + total(old[path]!) - total(rules), 0);
    return { files: reports, notes: gone > 0 ? [{ path: file, message: stale(gone) }] : [], problems: [] };
  }
  try {
    await writeList(file, next);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failed({ zh: `写不了（${code}）。`, en: `It cannot be written (${code}).` });
  }
  const count = Object.values(next).reduce((sum, rules) => sum + total(rules), 0);
  return { files: reports, notes: [{ path: file, message: written(count) }], problems: [] };
}

const UNSOUND = {
  zh: "有文件没有检查成，或配置有错，清单没有改动。",
  en: "Some files were not checked, or the configuration is wrong: the baseline is left as it is.",
};
const stale = (count: number) => ({
  zh: `清单里有 ${count} 处已经改好了，用 --prune 把它们去掉。`,
  en: `${count} of its findings ${count === 1 ? "is" : "are"} gone: take ${count === 1 ? "it" : "them"} out with --prune.`,
});
const written = (count: number) => ({ zh: `清单里现在有 ${count} 处。`, en: `It lists ${count} now.` });

function countsOf({ text, findings }: FileReport): Known[string] {
  const counts: Record<string, Record<string, number>> = {};
  for (const finding of findings) {
    counts[finding.ruleId] ??= {};
    const prints = counts[finding.ruleId]!;
    const print = fingerprint(text, finding);
    prints[print] = (prints[print] ?? 0) + 1;
  }
  return counts;
}

/** What is known and still there. */
function lowered(known: Known[string], found: Known[string]): Known[string] {
  const rules = Object.entries(known).map(([rule, prints]) => {
    const left = Object.entries(prints).map(
      ([print, count]) => [print, Math.min(count, found[rule]?.[print] ?? 0)] as const,
    );
    return [rule, Object.fromEntries(left.filter(([, count]) => count > 0))] as const;
  });
  return Object.fromEntries(rules.filter(([, prints]) => Object.keys(prints).length > 0));
}

/** A report without as many findings of each kind as are known, the first ones. */
function withoutThose(report: FileReport, known: Known[string]): FileReport {
  const used = new Map<string, number>();
  const isKnown = (finding: Finding) => {
    const print = fingerprint(report.text, finding);
    const key = `${finding.ruleId} ${print}`;
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count <= (known[finding.ruleId]?.[print] ?? 0);
  };
  const [fresh, suppressed]: [Finding[], Suppressed[]] = [[], [...report.suppressed]];
  for (const finding of report.findings)
    if (isKnown(finding)) suppressed.push({ finding, by: "baseline" });
    else fresh.push(finding);
  return { ...report, findings: fresh, suppressed };
}
