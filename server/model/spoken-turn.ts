import type { Span, Text, Turn } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { declarationOf, placeholdersIn } from "./phrases.ts";
import type { Project } from "./project.ts";
import { spokenSeconds } from "./spoken-length.ts";
import type { Point } from "./supergraph.ts";

/** How many seconds it takes to say a turn, with the phrases that it uses in full. */
export function secondsOfTurn(project: Project, document: ScriptDocument, turn: Turn): number {
  return turn.text.reduce((sum, text) => sum + secondsOfText(project, document, text), 0);
}

/** How many seconds it takes to say the part of a turn that lies in a half-open span of the script. */
export function secondsWithin(project: Project, document: ScriptDocument, turn: Turn, span: Span): number {
  let seconds = 0;
  for (const piece of turn.text) {
    const start = Math.max(piece.start, span.start);
    const end = Math.min(piece.end, span.end);
    if (start >= end) continue;
    const text = piece.text.slice(start - piece.start, end - piece.start);
    seconds += secondsOfText(project, document, { ...piece, text, start, end });
  }
  return seconds;
}

/** How many seconds are spoken at a point of a call. */
export function secondsAt({ graph: { project, document }, node }: Point): number {
  return node?.kind === "turn" ? secondsOfTurn(project, document, node.turn) : 0;
}

function secondsOfText(project: Project, document: ScriptDocument, text: Text): number {
  let seconds = spokenSeconds(text.text, document.facts.language);
  for (const { name, start, end } of placeholdersIn(project, document, text)) {
    const phrase = phraseNamed(project, document, name);
    if (phrase === undefined) continue;
    const placeholder = text.text.slice(start - text.start, end - text.start);
    seconds += secondsOfPhrase(project, phrase) - spokenSeconds(placeholder, document.facts.language);
  }
  return seconds;
}

/** A phrase with its words. */
interface Phrase {
  readonly document: ScriptDocument;
  readonly value: Text;
}

/**
 * How long it takes to say a phrase with all that it uses. Phrases may use one another more often and deeper than calls
 * can nest, so each is measured once, after those that it uses; one that uses itself counts for nothing there.
 */
function secondsOfPhrase(project: Project, phrase: Phrase): number {
  const stack: { readonly phrase: Phrase; readonly uses: readonly Phrase[]; at: number }[] = [];
  const enter = (one: Phrase) => {
    lengthsIn(one.document).set(one.value, 0);
    const placeholders = placeholdersIn(project, one.document, one.value);
    const uses = placeholders.map(({ name }) => phraseNamed(project, one.document, name));
    stack.push({ phrase: one, uses: uses.filter((use) => use !== undefined), at: 0 });
  };
  if (!lengthsIn(phrase.document).has(phrase.value)) enter(phrase);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const use = frame.uses[frame.at++];
    if (use === undefined) {
      const { document, value } = frame.phrase;
      lengthsIn(document).set(value, secondsOfText(project, document, value));
      stack.pop();
    } else if (!lengthsIn(use.document).has(use.value)) enter(use);
  }
  return lengthsIn(phrase.document).get(phrase.value)!;
}

function phraseNamed(project: Project, document: ScriptDocument, name: string): Phrase | undefined {
  const found = declarationOf(project, document, name);
  if (found?.field.id !== "phrase" || found.field.value.kind !== "text") return undefined;
  return { document: found.document, value: found.field.value };
}

/** The length of each phrase of a script that was asked for, by its words; those under way count for nothing. */
function lengthsIn(document: ScriptDocument): Map<Text, number> {
  const lengths = measured.get(document) ?? new Map<Text, number>();
  measured.set(document, lengths);
  return lengths;
}

const measured = new WeakMap<ScriptDocument, Map<Text, number>>();
