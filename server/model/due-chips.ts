import type { ScriptDocument } from "./document.ts";
import { type FlowGraph, type FlowNode, flowOf } from "./flow.ts";
import type { Project } from "./project.ts";
import { eventOfAction } from "./standard-events.ts";
import type { TimeValue } from "./time.ts";
import { ownEntries, type TimelineEntry } from "./timeline.ts";
import { rowsOf } from "./timeline-rows.ts";

/** By when a line of the script is due, in its own language: 约定回复 挂机后半小时内. */
export interface DueChip {
  /** Where the line begins, in UTF-16 units. */
  readonly at: number;
  readonly text: string;
  /** Whether the time runs on the way to the line or on the way on from it: what is promised or counts from the end. */
  readonly way: "here" | "onward";
  /** Where in the step, and before the line, that happens from which the time counts; in UTF-16 units. */
  readonly since?: number;
}

/** What the limits in force want of a script's own promises and actions, in the order of the text. */
export function dueChips(project: Project, document: ScriptDocument): readonly DueChip[] {
  const { language } = document.facts;
  const graph = flowOf(project, document);
  const done = graph.nodes.map((node) =>
    node.kind === "action" ? eventOfAction(document, node.action)?.id : undefined,
  );
  return ownEntries(graph)
    .filter(({ due }) => due.length > 0)
    .flatMap((entry) =>
      rowsOf(entry, language).map(({ event, due }, index): DueChip => {
        const { total, anchor, value } = entry.due[index]!;
        const from = total?.anchor ?? anchor;
        const since = from && placeBefore(entry.node, graph, (id) => done[id] === from.id);
        const way = isForLater(entry, from?.id, value) ? "onward" : "here";
        return { at: entry.start, text: `${event} ${due}`, way, ...(since !== undefined && { since }) };
      }),
    );
}

/** A promise is kept later, and so is what counts from the end of the call, or is given a time from here on. */
function isForLater({ kind, said }: TimelineEntry, from: string | undefined, value: TimeValue): boolean {
  if (value.kind === "duration" && value.unit === "ring") return false;
  return kind === "promise" || from === "hang-up" || (from === undefined && said !== undefined);
}

/** The nearest wanted node before a node in its step: where it begins. */
function placeBefore({ id, step }: FlowNode, { nodes }: FlowGraph, isWanted: (id: number) => boolean) {
  for (let at = id - 1; at >= 0 && nodes[at]!.step === step; at--) if (isWanted(at)) return nodes[at]!.span.start;
  return undefined;
}
