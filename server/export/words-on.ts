import type { FlowEdge } from "../protocol.ts";

/** What stands on a line of a chart: the name of the branch and what is due on the way. */
export function wordsOn({ label = "", due = [] }: FlowEdge): string {
  return [label, ...due].filter((words) => words !== "").join(" · ");
}
