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
export function agentSpeech(document: ScriptDocument): readonly Speech[] {
  let speech = agentSpeeches.get(document);
  if (speech === undefined) {
    const phrases = document.script.fields.flatMap(({ id, value }): Speech[] => {
      if (id !== "phrase" || value.kind !== "text") return [];
      return [{ text: [value], acts: actsOf(ownWords(document, [value]), "agent", document.wording) }];
    });
    speech = [...phrases, ...speechOf(document, turnsOf(document).filter(isSaidToCustomer))];
    agentSpeeches.set(document, speech);
  }
  return speech;
}

/** Many rules go through it, one after the other. */
const agentSpeeches = new WeakMap<ScriptDocument, readonly Speech[]>();

/** Everything that the customers of a script say: their turns, and the choices, which say what they say or do. */
export function customerSpeech(document: ScriptDocument): readonly Speech[] {
  const choices = choicesOf(document).flatMap(({ label }): Speech[] => {
    return label.kind === "text" ? [{ text: [label], acts: actsOf([label], "customer", document.wording) }] : [];
  });
  const turns = turnsOf(document).filter(({ role }) => role === "customer");
  return [...speechOf(document, turns), ...choices];
}

function speechOf(document: ScriptDocument, turns: readonly Turn[]): Speech[] {
  return turns.map((turn) => ({ text: turn.text, acts: actsOfTurn(document, turn) }));
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
