import type { Edit } from "./rule.ts";

/** The text after edits that do not overlap, as an editor applies them: all offsets count in the text before. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}
