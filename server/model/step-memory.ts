import { type Step, unmovedStep } from "../../grammar/index.ts";

/**
 * Remembers what was worked out about the steps of scripts, for as long as edits leave them as they are, so that a
 * keystroke costs the work on the step in which it falls. What is remembered goes with the version of the step.
 */
export class StepMemory<T> {
  private readonly known = new WeakMap<Step, { readonly on: readonly unknown[]; readonly value: T }>();

  /**
   * What `work` makes of a step.
   * @param on everything else on which it depends, each compared by identity
   * @param work gets the step as it stands in its own part of the script, so that the offsets in what it makes stay
   * true when the step moves; they are as much less than those of `step` as `distanceOf` says
   */
  of(step: Step, on: readonly unknown[], work: (unmoved: Step) => T): T {
    const unmoved = unmovedStep(step);
    let known = this.known.get(unmoved);
    if (known === undefined || known.on.length !== on.length || known.on.some((part, at) => part !== on[at])) {
      known = { on, value: work(unmoved) };
      this.known.set(unmoved, known);
    }
    return known.value;
  }
}

/** By how many UTF-16 units the offsets of a step are greater than those of what is remembered of it. */
export function distanceOf(step: Step): number {
  return step.start - unmovedStep(step).start;
}
