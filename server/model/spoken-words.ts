import type { Turn } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { declarationOf, placeholdersIn } from "./phrases.ts";
import type { Project } from "./project.ts";

/** Stands in spoken words for what a variable holds, which only a call knows. */
export const GAP = "\ufffc";

/**
 * What a turn says when it is spoken: its lines joined, phrases in full, and a `GAP` for each variable and for each name
 * that nothing declares. A phrase that uses itself is a gap there.
 */
export function spokenWords(project: Project, document: ScriptDocument, turn: Turn): string {
  let written = 0;
  const expand = (from: ScriptDocument, texts: Turn["text"], open: ReadonlySet<object>): string =>
    texts
      .map((text) => {
        let words = "";
        let at = text.start;
        for (const { name, start, end } of placeholdersIn(project, from, text)) {
          words += text.text.slice(at - text.start, start - text.start);
          at = end;
          const found = declarationOf(project, from, name);
          const value =
            found?.field.id === "phrase" && found.field.value.kind === "text" ? found.field.value : undefined;
          // Phrases that use one another twice each grow without bound; nobody says so much.
          if (found === undefined || value === undefined || open.has(value) || written > LONGEST) words += GAP;
          else words += expand(found.document, [value], new Set([...open, value]));
        }
        words += text.text.slice(at - text.start);
        written += words.length;
        return words;
      })
      .join("\n");
  return expand(document, turn.text, new Set());
}

/** UTF-16 units after which phrases are no longer spelt out. */
const LONGEST = 10_000;
