import { applyEdits } from "../rules/apply-edits.ts";
import { combineFixes } from "../rules/combine-fixes.ts";
import { likeliestFix } from "../rules/likeliest-fix.ts";
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
 * that brings no new thing into the script
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
      if (!findings.some((finding) => remedyOf(finding, text, unsafe) !== undefined)) continue;
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
/** How often what comes out is mended once more, to see whether that changes it. */
const TRIES = 4;

/**
 * Mends one script so that to mend it again changes nothing. The remedies of rules that come to no end are left alone,
 * and the others applied; where that does not settle either, the script stays as it is.
 */
async function mend(judge: ScriptJudge, path: string, text: string, unsafe: boolean) {
  const endless = new Set<string>();
  let current = text;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const next = await mendOnce(judge, path, current, unsafe);
    for (const ruleId of next.endless) endless.add(ruleId);
    if (next.text === current) return { text: current, endless };
    current = next.text;
  }
  return { text, endless };
}

async function mendOnce(judge: ScriptJudge, path: string, text: string, unsafe: boolean) {
  const endless = new Set<string>();
  for (;;) {
    const { text: after, restless } = await mendRounds(judge, path, text, (finding, current) =>
      endless.has(finding.ruleId) ? undefined : remedyOf(finding, current, unsafe),
    );
    if (restless.length === 0) return { text: after, endless };
    for (const ruleId of restless) endless.add(ruleId);
  }
}

/** Mends a script until nothing is left to mend; or tells the rules that always want to once more. */
async function mendRounds(
  judge: ScriptJudge,
  path: string,
  text: string,
  remedy: (finding: Finding, text: string) => Fix | undefined,
): Promise<{ readonly text: string; readonly restless: readonly string[] }> {
  const seen = new Set([text]);
  const appetite = new Appetite();
  for (let current = text; ; ) {
    const { findings } = await judge.judge(path, current);
    const mendable = findings.flatMap((finding) => {
      const fix = remedy(finding, current);
      return fix === undefined ? [] : [{ ruleId: finding.ruleId, fix }];
    });
    if (mendable.length === 0) return { text: current, restless: [] };
    const edits = combineFixes(mendable.map(({ fix }) => fix));
    const applied = mendable.filter(({ fix }) => fix.edits.some((edit) => edits.includes(edit)));
    appetite.note(mendable, applied);
    if (appetite.insatiable.length > 0) return { text, restless: appetite.insatiable };
    current = applyEdits(current, edits);
    if (seen.has(current) || seen.size >= ROUNDS) return { text, restless: applied.map(({ ruleId }) => ruleId) };
    seen.add(current);
  }
}

/** How often each rule has been given its remedy, compared with what it found at first. */
class Appetite {
  private readonly found = new Map<string, number>();
  private readonly given = new Map<string, number>();

  note(mendable: readonly { readonly ruleId: string }[], applied: readonly { readonly ruleId: string }[]): void {
    for (const [ruleId, count] of counts(mendable)) if (!this.found.has(ruleId)) this.found.set(ruleId, count);
    for (const [ruleId, count] of counts(applied)) this.given.set(ruleId, (this.given.get(ruleId) ?? 0) + count);
  }

  /** Rules that were given more than twice what they wanted, and a few for what showed up behind it. */
  get insatiable(): readonly string[] {
    return [...this.given].flatMap(([ruleId, count]) => (count > 2 * this.found.get(ruleId)! + 3 ? [ruleId] : []));
  }
}

function counts(items: readonly { readonly ruleId: string }[]): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { ruleId } of items) counted.set(ruleId, (counted.get(ruleId) ?? 0) + 1);
  return counted;
}

/** The remedy of a finding that may be applied to a script. */
function remedyOf({ fixes }: Finding, text: string, unsafe: boolean): Fix | undefined {
  return unsafe ? likeliestFix(text, fixes) : fixes.find(({ safe }) => safe);
}

function endlessMessage(ruleId: string): FileProblem["message"] {
  return {
    zh: `${ruleId} 的改法在这里改了又要再改，没有自动改，请自己动手。`,
    en: `The remedies of ${ruleId} come to no end here and were not applied: please mend it yourself.`,
  };
}
