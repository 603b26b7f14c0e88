import type { ActionId } from "../../grammar/index.ts";
import type { Facts, ScriptDocument } from "../model/document.ts";
import { actsOfTurn } from "../model/speech.ts";
import { statementsWithin, turnsOf } from "../model/symbols.ts";
import { action, anyOf, branch, customer, type EventTest, label } from "./pattern.ts";

/**
 * Whether a script is one call from its beginning to its end, so that it can be asked for an opening and a closing. A
 * script that names no channel and no direction may be a passage that agents use in the middle of any call, and a
 * record of a call may begin and break off anywhere.
 */
export function isWholeCall({ facts, script }: ScriptDocument): boolean {
  return facts.kind === "script" && !script.transcript && (facts.channels.length > 0 || facts.direction !== undefined);
}

/** Whether it is a call on the telephone, where nobody sees a name, a screen or a face. */
export function isPhone({ channels }: Facts): boolean {
  return channels.includes("phone");
}

/** Whether a record of a call holds its beginning: somebody says hello in the first turn. */
export function beginsWithGreeting(document: ScriptDocument): boolean {
  for (const turn of turnsOf(document)) return actsOfTurn(document, turn).some(({ act }) => act === "greet");
  return false;
}

/** Whether the author writes down what is done after the words; who writes only words is not asked for actions. */
export function writesActions({ script }: ScriptDocument): boolean {
  for (const step of script.steps)
    for (const statement of statementsWithin(step.body))
      if (statement.kind === "action" && statement.verb !== undefined && PASSED_ON.has(statement.verb.id)) return true;
  return false;
}

const PASSED_ON: ReadonlySet<ActionId> = new Set([
  "record",
  "notify",
  "dispatch",
  "escalate",
  "call-back",
  "follow-up",
  "transfer",
]);

/** The matter is in somebody's hands: it is written down, passed on, or somebody comes back to it. */
export const passedOn: EventTest = action(...PASSED_ON);

/** The customer says, or the author notes, that something is wrong. */
export const grievance: EventTest = anyOf(
  customer("complain", "upset"),
  label("anxious", "dissatisfied", "angry", "complaint"),
);

/** The customer takes leave. */
export const goodbye: EventTest = anyOf(customer("farewell"), label("goodbye"));

/** Somebody else is on the line than who was wanted, so that the call never becomes one. */
export const someoneElse: EventTest = anyOf(customer("wrong-number"), branch("child", "no-answer"));

/** The agent is out of the call, or the customer was never in it, so that no closing is possible. */
export const cutShort: EventTest = anyOf(action("transfer"), branch("hangs-up"), someoneElse);
