import { lookUp, SPEAKERS, type Text, type Turn } from "../../grammar/index.ts";
import { actsOf, type FoundAct, questionsOf } from "./acts.ts";
import type { ScriptDocument } from "./document.ts";
import { ownWords } from "./phrases.ts";
import { choicesOf, turnsOf } from "./symbols.ts";
import type { Wording } from "./wording.ts";

/** Something that an agent says to a customer: a turn, or a phrase that turns use. */
export interface Speech {
  /** A piece a line. */
  readonly text: readonly Text[];
  readonly acts: readonly FoundAct[];
}

/** Everything that the agents of a script say to customers. A phrase is there once, where it is written. */
export function* agentSpeech(document: ScriptDocument): Generator<Speech> {
  for (const { id, value } of document.script.fields)
    if (id === "phrase" && value.kind === "text")
      yield { text: [value], acts: actsOf(ownWords(document, [value]), "agent", document.wording) };
  for (const turn of turnsOf(document))
    if (isSaidToCustomer(turn)) yield { text: turn.text, acts: actsOfTurn(document, turn) };
}

/** Everything that the customers of a script say: their turns, and the choices, which say what they say or do. */
export function* customerSpeech(document: ScriptDocument): Generator<Speech> {
  for (const turn of turnsOf(document))
    if (turn.role === "customer") yield { text: turn.text, acts: actsOfTurn(document, turn) };
  for (const { label } of choicesOf(document))
    if (label.kind === "text") yield { text: [label], acts: actsOf([label], "customer", document.wording) };
}

/** The dialogue acts of a turn's own words as the lexicon finds them; none in what a colleague says. */
export function actsOfTurn(document: ScriptDocument, turn: Turn): readonly FoundAct[] {
  const { wording } = document;
  const known = found.get(turn);
  if (known?.wording === wording) return known.acts;
  const { role, text } = turn;
  const acts = role === "agent" || role === "customer" ? actsOf(ownWords(document, text), role, wording) : [];
  // What a name in braces is may change while the turn does not.
  if (!text.some((words) => words.text.includes("{"))) found.set(turn, { wording, acts });
  return acts;
}

/** Whether a turn is said to the customer: by the agent, and to nobody else. */
export function isSaidToCustomer(turn: Turn): boolean {
  if (turn.role !== "agent") return false;
  return turn.addressee === undefined || lookUp(SPEAKERS, turn.addressee.text) === "customer";
}

const found = new WeakMap<Turn, { readonly wording: Wording; readonly acts: readonly FoundAct[] }>();

/** Whether a turn asks the customer something and leaves it at that. */
export function isQuestionToCustomer(turn: Turn): boolean {
  const end = turn.text.at(-1)?.end;
  return isSaidToCustomer(turn) && end !== undefined && questionsOf(turn.text).at(-1)?.end === end;
}
