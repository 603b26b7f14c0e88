import type { Text, Turn } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { declarationOf, placeholdersIn } from "./phrases.ts";
import type { Project } from "./project.ts";
import { spokenSeconds } from "./spoken-length.ts";
import type { Point } from "./supergraph.ts";

/** How many seconds it takes to say a turn, with the phrases that it uses in full. */
export function secondsOfTurn(project: Project, document: ScriptDocument, turn: Turn): number {
  return turn.text.reduce((sum, text) => sum + secondsOfText(project, document, text, []), 0);
}

/** How many seconds are spoken at a point of a call. */
export function secondsAt({ graph: { project, document }, node }: Point): number {
  return node?.kind === "turn" ? secondsOfTurn(project, document, node.turn) : 0;
}

function secondsOfText(project: Project, document: ScriptDocument, text: Text, open: readonly Text[]): number {
  let seconds = spokenSeconds(text.text, document.facts.language);
  for (const { name, start, end } of placeholdersIn(project, document, text)) {
    const found = declarationOf(project, document, name);
    const phrase = found?.field.id === "phrase" && found.field.value.kind === "text" ? found.field.value : undefined;
    if (phrase === undefined || open.includes(phrase)) continue;
    const placeholder = text.text.slice(start - text.start, end - text.start);
    seconds += secondsOfText(project, found!.document, phrase, [...open, phrase]);
    seconds -= spokenSeconds(placeholder, document.facts.language);
  }
  return seconds;
}
