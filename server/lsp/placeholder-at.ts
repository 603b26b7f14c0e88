import type { ScriptDocument } from "../model/document.ts";
import { type Placeholder, placeholdersIn } from "../model/phrases.ts";
import type { Project } from "../model/project.ts";
import { turnsOf } from "../model/symbols.ts";

/** The name in braces in which an offset lies, in a turn or in a phrase. */
export function placeholderAt(project: Project, document: ScriptDocument, offset: number): Placeholder | undefined {
  const phrases = document.script.fields.flatMap(({ value }) => (value.kind === "text" ? [value] : []));
  for (const text of [...phrases, ...[...turnsOf(document)].flatMap((turn) => turn.text)]) {
    if (offset < text.start || text.end < offset) continue;
    return placeholdersIn(project, document, text).find(({ start, end }) => start <= offset && offset <= end);
  }
  return undefined;
}
