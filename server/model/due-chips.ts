import type { ScriptDocument } from "./document.ts";
import { flowOf } from "./flow.ts";
import type { Project } from "./project.ts";
import { ownEntries } from "./timeline.ts";
import { rowsOf } from "./timeline-rows.ts";

/** By when a line of the script is due, in its own language: 约定回复 挂机后半小时内. */
export interface DueChip {
  /** Where the line begins, in UTF-16 units. */
  readonly at: number;
  readonly text: string;
}

/** What the limits in force want of a script's own promises and actions, in the order of the text. */
export function dueChips(project: Project, document: ScriptDocument): readonly DueChip[] {
  const { language } = document.facts;
  return ownEntries(flowOf(project, document))
    .filter(({ due }) => due.length > 0)
    .flatMap((entry) =>
      rowsOf(entry, language).map(({ event, due }) => ({ at: entry.start, text: `${event} ${due}` })),
    );
}
