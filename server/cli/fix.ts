import { applyEdits } from "../rules/apply-edits.ts";
import { combineFixes } from "../rules/combine-fixes.ts";
import type { Finding, Fix } from "../rules/rule.ts";
import type { FileProblem } from "./disk-source.ts";
import type { FileReport } from "./report.ts";
import type { ScriptJudge } from "./script-judge.ts";

/** A script that was mended, before and after. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface Mended {
  /** What is left to say of the scripts as they would be now. */
  readonly reports: ReadonlyMap<string, FileReport>;
  readonly changes: readonly Change[];
  /** Rules whose remedies came to no end in a script, and were left alone there. */
  readonly notes: readonly FileProblem[];
}

/**
 * Applies the remedies of all findings, and of those that show up behind them, until none is left. Nothing is written.
 * To mend what comes out changes nothing more.
 * @param unsafe whether also remedies are applied that an author should look at; of several the likeliest
 */
export async function mendScripts(
  judge: ScriptJudge,
  scripts: ReadonlyMap<string, string>,
  { isWhole, unsafe }: { readonly isWhole: boolean; readonly unsafe: boolean },
): Promise<Mended> {
  const texts = new Map(scripts);
  const notes = new Map<string, FileProblem>();
  let reports = await judge.judgeAll(texts, isWhole);
  // What is mended in one script may give another, which uses it, something to mend.
  for (let pass = 0; pass < PASSES; pass++) {
    let isDone = true;
    for (const { path, text, findings } of reports.values()) {
      if (!findings.some((finding) => remedyOf(finding, unsafe) !== undefined)) continue;
      const { text: after, endless } = await mend(judge, path, text, unsafe);
      for (const ruleId of endless) notes.set(`${path} ${ruleId}`, { path, message: endlessMessage(ruleId) });
      if (after === text) continue;
      texts.set(path, after);
      isDone = false;
    }
    if (isDone) break;
    reports = await judge.judgeAll(texts, isWhole);
  }
  const changes = [...texts].flatMap(([path, after]): Change[] => {
    const before = scripts.get(path)!;
    return after === before ? [] : [{ path, before, after }];
  });
  return { reports, changes, notes: [...notes.values()] };
}

/** How often all scripts are gone through. */
const PASSES = 5;
/** How often one script is mended and judged again, before its remedies are held to come to no end. */
const ROUNDS = 60;

/** Mends one script; the remedies of rules that come to no end are left alone, and the others applied. */
async function mend(judge: ScriptJudge, path: string, text: string, unsafe: boolean) {
  const endless = new Set<string>();
  for (;;) {
    const { text: after, restless } = await mendRounds(judge, path, text, (finding) =>
      endless.has(finding.ruleId) ? undefined : remedyOf(finding, unsafe),
    );
    if (restless.length === 0) return { text: after, endless };
    for (const ruleId of restless) endless.add(ruleId);
  }
}

/** Mends a script until nothing is left to mend; or tells the rules that still want to when it does not come to that. */
async function mendRounds(
  judge: ScriptJudge,
  path: string,
  text: string,
  remedy: (finding: Finding) => Fix | undefined,
): Promise<{ readonly text: string; readonly restless: readonly string[] }> {
  const seen = new Set([text]);
  for (let current = text; ; ) {
    const { findings } = await judge.judge(path, current);
    const mendable = findings.filter((finding) => remedy(finding) !== undefined);
    if (mendable.length === 0) return { text: current, restless: [] };
    current = applyEdits(current, combineFixes(mendable.map((finding) => remedy(finding)!)));
    if (seen.has(current) || seen.size >= ROUNDS) return { text, restless: mendable.map(({ ruleId }) => ruleId) };
    seen.add(current);
  }
}

/** The remedy of a finding that may be applied. */
function remedyOf({ fixes }: Finding, unsafe: boolean): Fix | undefined {
  return unsafe ? fixes[0] : fixes.find(({ safe }) => safe);
}

function endlessMessage(ruleId: string): FileProblem["message"] {
  return {
    zh: `${ruleId} 的改法在这里改了又要再改，没有自动改，请自己动手。`,
    en: `The remedies of ${ruleId} come to no end here and were not applied: please mend it yourself.`,
  };
}
