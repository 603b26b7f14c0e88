import type { Turn } from "../../grammar/index.ts";
import { type Commitment, commitmentsOfTurn } from "./commitments.ts";
import { fieldChanges } from "./comparison-fields.ts";
import { lineChanges, type MatchedTurn } from "./comparison-lines.ts";
import { matchScripts, type ScriptMatch } from "./comparison-match.ts";
import { phraseActs } from "./phrases.ts";
import { type PromiseChange, promiseChanges } from "./promise-changes.ts";
import type { ScriptChange, Version } from "./script-change.ts";
import { actsOfTurn, isSaidToCustomer } from "./speech.ts";

/** What changed between two versions of a script. */
export interface Comparison {
  /** Which steps and branches belong together. */
  readonly match: Pick<ScriptMatch, "steps" | "choices">;
  /** In the order of the later version; what is gone stands first within its kind. */
  readonly changes: readonly ScriptChange[];
  readonly promises: readonly PromiseChange[];
  /** Turns that said sorry, in steps in which it is said less often now, with what became of them. */
  readonly apologies: readonly MatchedTurn[];
}

/**
 * Compares two versions of a script. Steps belong together by their names, and what is left by what stands in them; so
 * do branches within a step, and lines within a branch. The order of steps, branches and lines makes no difference.
 */
export function compareScripts(before: Version, after: Version): Comparison {
  const match = matchScripts(before.document, after.document);
  const { changes, turns } = lineChanges(before, after, match);
  return {
    match,
    changes: [...fieldChanges(before.document, after.document), ...match.changes, ...changes],
    promises: changedPromises(before, after, turns),
    apologies: lostApologies(before, after, turns),
  };
}

/** Promises of turns that belong together first; then what was lost in one place may have come to another. */
function changedPromises(before: Version, after: Version, turns: readonly MatchedTurn[]): PromiseChange[] {
  const lost: Commitment[] = [];
  const gained: Commitment[] = [];
  const changed: PromiseChange[] = [];
  for (const turn of turns)
    for (const change of promiseChanges(promisesOf(before, turn.before), promisesOf(after, turn.after)))
      if (change.before === undefined) gained.push(change.after!);
      else if (change.after === undefined) lost.push(change.before);
      else changed.push(change);
  return [...changed, ...promiseChanges(lost, gained)];
}

function promisesOf({ project, document }: Version, turn: Turn | undefined): readonly Commitment[] {
  return turn === undefined ? [] : commitmentsOfTurn(project, document, turn);
}

function lostApologies(before: Version, after: Version, turns: readonly MatchedTurn[]): MatchedTurn[] {
  const balance = new Map<object, number>();
  const gone: MatchedTurn[] = [];
  for (const turn of turns) {
    const was = turn.before !== undefined && apologises(before, turn.before);
    const is = turn.after !== undefined && apologises(after, turn.after);
    if (was) balance.set(turn.beforeStep!, (balance.get(turn.beforeStep!) ?? 0) - 1);
    if (is) balance.set(turn.afterStep!, (balance.get(turn.afterStep!) ?? 0) + 1);
    if (was && !is) gone.push(turn);
  }
  return gone.filter(({ beforeStep }) => balance.get(beforeStep!)! < 0);
}

function apologises({ project, document }: Version, turn: Turn): boolean {
  if (!isSaidToCustomer(turn)) return false;
  const acts = [...actsOfTurn(document, turn), ...phraseActs(project, document, turn.text)];
  return acts.some(({ act }) => act === "apologise");
}
