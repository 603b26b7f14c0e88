import type { Choice, Choices, Statement, Step, Target } from "../../grammar/index.ts";
import { type ScriptDocument, stepName } from "./document.ts";
import { likeness, type Saying, sayingOf } from "./likeness.ts";
import { foldName } from "./normalise.ts";
import { pairUp } from "./pair-up.ts";
import type { ScriptChange } from "./script-change.ts";
import { resolveTarget } from "./symbols.ts";

/** Which steps and branches of two versions belong together, and what changed about them. */
export interface ScriptMatch {
  readonly steps: ReadonlyMap<Step, Step>;
  readonly choices: ReadonlyMap<Choice, Choice>;
  readonly changes: readonly ScriptChange[];
}

/** Steps and branches whose words are less alike are different ones. */
const LEAST = 0.5;

/** Matches the steps of two versions, then the branches of steps that belong together, from the outer to the inner ones. */
export function matchScripts(before: ScriptDocument, after: ScriptDocument): ScriptMatch {
  const words = new Words();
  const steps = pairUp(
    before.script.steps,
    after.script.steps,
    (step) => foldName(stepName(step)),
    (a, b) => likeness(words.of(before, a), words.of(after, b)),
    LEAST,
  );
  const changes = unmatched(before.script.steps, after.script.steps, steps);
  for (const [a, b] of steps)
    if (foldName(stepName(a)) !== foldName(stepName(b)))
      changes.push({ kind: "renamed", before: { node: a }, after: { node: b } });
  const choices = new Map<Choice, Choice>();
  const waiting: { readonly a: Step | Choice; readonly b: Step | Choice; readonly inA: Step; readonly inB: Step }[] = [
    ...steps,
  ].map(([a, b]) => ({ a, b, inA: a, inB: b }));
  for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) {
    const { inA, inB } = work;
    const [olds, news] = [branchesOf(work.a.body), branchesOf(work.b.body)];
    const decisions = new Map([...olds, ...news].map(({ choice, group }) => [choice, questionOf(group)]));
    const label = (choice: Choice) => foldName(choice.label.kind === "text" ? choice.label.text : "");
    const [old, now] = [olds.map(({ choice }) => choice), news.map(({ choice }) => choice)];
    // A label that answers two questions means a different thing in each, unless the question is in other words now.
    const strict = pairUp(
      old,
      now,
      (choice) => `${decisions.get(choice)} ${label(choice)}`,
      () => 0,
      1,
    );
    const taken = new Set(strict.values());
    const loose = pairUp(
      old.filter((choice) => !strict.has(choice)),
      now.filter((choice) => !taken.has(choice)),
      label,
      (a, b) => likeness(words.of(before, a), words.of(after, b)),
      LEAST,
    );
    const pairs = new Map([...strict, ...loose]);
    changes.push(...unmatched(old, now, pairs, inA, inB));
    for (const [a, b] of pairs) {
      choices.set(a, b);
      waiting.push({ a, b, inA, inB });
      const parts = { before: { node: a, step: inA }, after: { node: b, step: inB } };
      if (label(a) !== label(b)) changes.push({ kind: "renamed", ...parts });
      if (!isSameTarget(before, after, steps, a.target, b.target)) changes.push({ kind: "redirected", ...parts });
    }
  }
  return { steps, choices, changes };
}

/** Whether two targets lead to the same place, which may be called otherwise now. */
export function isSameTarget(
  before: ScriptDocument,
  after: ScriptDocument,
  steps: ReadonlyMap<Step, Step>,
  a: Choice["target"],
  b: Choice["target"],
): boolean {
  if (a?.kind !== "text" || b?.kind !== "text") return a?.kind === b?.kind;
  const [from, to] = [resolveTarget(before, a), resolveTarget(after, b)];
  if (from.kind === "step" && to.kind === "step") return steps.get(from.step) === to.step;
  return from.kind === to.kind && (from.kind === "end" || nameOf(a) === nameOf(b));
}

function nameOf({ text }: Target): string {
  return foldName(text);
}

function unmatched<T extends Step | Choice>(
  before: readonly T[],
  after: readonly T[],
  pairs: ReadonlyMap<T, T>,
  inA?: Step,
  inB?: Step,
): ScriptChange[] {
  const taken = new Set(pairs.values());
  return [
    ...before
      .filter((node) => !pairs.has(node))
      .map((node): ScriptChange => ({ kind: "removed", before: { node, ...(inA && { step: inA }) } })),
    ...after
      .filter((node) => !taken.has(node))
      .map((node): ScriptChange => ({ kind: "added", after: { node, ...(inB && { step: inB }) } })),
  ];
}

function branchesOf(body: readonly Statement[]): { readonly choice: Choice; readonly group: Choices }[] {
  return body.flatMap((group) => (group.kind === "choices" ? group.choices.map((choice) => ({ choice, group })) : []));
}

function questionOf({ decision }: Choices): string {
  return decision?.kind === "text" ? foldName(decision.text) : "";
}

/** All that stands in a step or a branch, its name among it, as it is compared. */
class Words {
  private readonly known = new Map<Step | Choice, Saying>();

  of({ text }: ScriptDocument, part: Step | Choice): Saying {
    let saying = this.known.get(part);
    if (saying === undefined) {
      saying = sayingOf(text.slice(part.start, part.end));
      this.known.set(part, saying);
    }
    return saying;
  }
}
