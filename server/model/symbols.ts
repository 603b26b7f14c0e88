import type { Action, Choice, Statement, Step, Target, Turn } from "../../grammar/index.ts";
import { type ScriptDocument, stepName } from "./document.ts";
import { foldName } from "./normalise.ts";

/** Where a target leads: a step, the end of the call, or nowhere that the script defines. */
export type Resolution =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "end" }
  | { readonly kind: "undefined" };

/** Looks a target up among the script's steps; names compare after folding, and the first of two like steps is meant. */
export function resolveTarget(document: ScriptDocument, target: Target): Resolution {
  const step = stepsByName(document).get(foldName(target.text));
  if (step !== undefined) return { kind: "step", step };
  return { kind: target.isEnd ? "end" : "undefined" };
}

/** The steps of a script by folded name. */
export function stepsByName(document: ScriptDocument): ReadonlyMap<string, Step> {
  let steps = indexes.get(document);
  if (steps === undefined) {
    steps = new Map();
    for (const step of document.script.steps) {
      const name = foldName(stepName(step));
      if (name !== "" && !steps.has(name)) steps.set(name, step);
    }
    indexes.set(document, steps);
  }
  return steps;
}

/** Every statement of a list and of the branches in it, in the order of the text. */
export function statementsWithin(body: readonly Statement[]): readonly Statement[] {
  const statements: Statement[] = [];
  // A stack of its own: scripts may nest deeper than calls can.
  const stack: { readonly of: readonly Statement[]; at: number }[] = [{ of: body, at: 0 }];
  for (let list = stack.at(-1); list !== undefined; list = stack.at(-1)) {
    const statement = list.of[list.at++];
    if (statement === undefined) stack.pop();
    else {
      statements.push(statement);
      if (statement.kind === "choices")
        for (const choice of statement.choices.toReversed()) stack.push({ of: choice.body, at: 0 });
    }
  }
  return statements;
}

/** Statements that are read one after the other: those of a step, or of a choice in it. */
export interface Block {
  readonly step: Step;
  readonly choice?: Choice;
  readonly statements: readonly Statement[];
}

/** Every block of a script, each before those in it. */
export function* blocksOf(document: ScriptDocument): Generator<Block> {
  for (const step of document.script.steps) {
    const stack: Block[] = [{ step, statements: step.body }];
    for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
      yield block;
      for (const statement of block.statements)
        if (statement.kind === "choices")
          for (const choice of statement.choices) stack.push({ step, choice, statements: choice.body });
    }
  }
}

/** Every statement of a script, in the order of the text. */
export function statementsOf(document: ScriptDocument): readonly Statement[] {
  let statements = statementLists.get(document);
  if (statements === undefined) {
    statements = document.script.steps.flatMap((step) => statementsWithin(step.body));
    statementLists.set(document, statements);
  }
  return statements;
}

/** Every turn of a script, in the order of the text. */
export function turnsOf(document: ScriptDocument): readonly Turn[] {
  let turns = turnLists.get(document);
  if (turns === undefined) {
    turns = statementsOf(document).filter((statement) => statement.kind === "turn");
    turnLists.set(document, turns);
  }
  return turns;
}

/** Every action of a script, in the order of the text. */
export function* actionsOf(document: ScriptDocument): Generator<Action> {
  for (const statement of statementsOf(document)) if (statement.kind === "action") yield statement;
}

/** A target and what it leads to. */
export interface ResolvedTarget {
  readonly target: Target;
  readonly resolution: Resolution;
}

/** Every choice of a script, in the order of the text. */
export function choicesOf(document: ScriptDocument): readonly Choice[] {
  return statementsOf(document).flatMap((statement) => (statement.kind === "choices" ? statement.choices : []));
}

/** Every target of a script with what it leads to, in the order of the text. */
export function targetsOf(document: ScriptDocument): readonly ResolvedTarget[] {
  let targets = targetLists.get(document);
  if (targets === undefined) {
    targets = [...targetsIn(document, statementsOf(document))];
    targetLists.set(document, targets);
  }
  return targets;
}

/** Every target of a step with what it leads to, in the order of the text. */
export function targetsWithin(document: ScriptDocument, step: Step): Iterable<ResolvedTarget> {
  return targetsIn(document, statementsWithin(step.body));
}

function* targetsIn(document: ScriptDocument, statements: readonly Statement[]): Generator<ResolvedTarget> {
  for (const statement of statements) {
    const targets =
      statement.kind === "choices"
        ? statement.choices.map((choice) => choice.target)
        : statement.kind === "jump" || statement.kind === "detour"
          ? [statement.target]
          : [];
    for (const target of targets)
      if (target?.kind === "text") yield { target, resolution: resolveTarget(document, target) };
  }
}

/** The name among `names` that differs least from `name`, if it is likely a slip: at most a third of it differs. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const wanted = foldName(name);
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of names) {
    const distance = editDistance(wanted, foldName(candidate), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

const indexes = new WeakMap<ScriptDocument, Map<string, Step>>();
const statementLists = new WeakMap<ScriptDocument, readonly Statement[]>();
const turnLists = new WeakMap<ScriptDocument, readonly Turn[]>();
const targetLists = new WeakMap<ScriptDocument, readonly ResolvedTarget[]>();

/** The distance of Damerau and Levenshtein, in which two neighbours that swap places are one slip, or `limit` when it is no less. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : limit;
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swapped));
    }
    [before, row] = [row, next];
  }
  return Math.min(limit, row[b.length]!);
}
