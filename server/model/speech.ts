import { lookUp, SPEAKERS, type Text, type Turn } from "../../grammar/index.ts";
import { actsOf, type FoundAct, questionsOf } from "./acts.ts";
import type { ScriptDocument } from "./document.ts";
import { withoutPlaceholders } from "./phrases.ts";
import { turnsOf } from "./symbols.ts";

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
      yield { text: [value], acts: actsOf(withoutPlaceholders([value]), "agent") };
  for (const turn of turnsOf(document)) if (isSaidToCustomer(turn)) yield { text: turn.text, acts: actsOfTurn(turn) };
}

/** The dialogue acts of a turn's own words as the lexicon finds them; none in what a colleague says. */
export function actsOfTurn(turn: Turn): readonly FoundAct[] {
  let acts = found.get(turn);
  if (acts === undefined) {
    acts = turn.role === "agent" || turn.role === "customer" ? actsOf(withoutPlaceholders(turn.text), turn.role) : [];
    found.set(turn, acts);
  }
  return acts;
}

/** Whether a turn is said to the customer: by the agent, and to nobody else. */
export function isSaidToCustomer(turn: Turn): boolean {
  if (turn.role !== "agent") return false;
  return turn.addressee === undefined || lookUp(SPEAKERS, turn.addressee.text) === "customer";
}

/** Whether a turn asks the customer something and leaves it at that. */
export function isQuestionToCustomer(turn: Turn): boolean {
  const end = turn.text.at(-1)?.end;
  return isSaidToCustomer(turn) && end !== undefined && questionsOf(turn.text).at(-1)?.end === end;
}

const found = new WeakMap<Turn, readonly FoundAct[]>();
