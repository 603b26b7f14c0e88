import type { Label, Turn } from "../../grammar/index.ts";
import { actsOf, type FoundAct } from "./acts.ts";
import type { ScriptDocument } from "./document.ts";
import type { FlowEvent } from "./events.ts";
import { fatesOf } from "./fates.ts";
import type { FlowNode } from "./flow.ts";
import { ownWords } from "./phrases.ts";
import { actsOfTurn } from "./speech.ts";
import { Stretches } from "./stretches.ts";

/** What happens in a turn of the customer, or of a colleague who is one: a single group, since it is heard as a whole. */
export function customerEvents(document: ScriptDocument, turn: Turn): FlowEvent[] {
  const acts =
    turn.role === "customer"
      ? actsOfTurn(document, turn)
      : actsOf(ownWords(document, turn.text), "customer", document.wording);
  const events = [...customerLabels(turn), ...customerActs(acts), { name: "customer:turn", span: turn }];
  const last = turn.text.at(-1);
  return last !== undefined && CUT_OFF.test(last.text) ? [...events, { name: "customer:cut-off", span: last }] : events;
}

/** A choice says what the customer says or does, so its label is read like a customer's turn. */
export function choiceEvents(document: ScriptDocument, { choice }: FlowNode & { kind: "choice" }): FlowEvent[] {
  const { label } = choice;
  const taken = { name: "choice", span: label };
  if (label.kind === "missing") return [taken, ...customerLabels(choice)];
  const branches = fatesOf(label.text).map((fate) => ({ name: `branch:${fate}`, span: label }));
  // "Nobody answers" is what the caller meets with, not a customer's complaint about us.
  const acts = branches.length > 0 ? [] : actsOf([label], "customer", document.wording);
  return [taken, ...customerLabels(choice), ...customerActs(acts), ...branches];
}

function customerActs(acts: readonly FoundAct[]): FlowEvent[] {
  return withoutOwnSlips(acts).map(({ act, start, end }) => ({ name: `customer:${act}`, span: { start, end } }));
}

/** "I kept you waiting, I'm sorry", "wrong number": what is the customer's own slip is no complaint. */
function withoutOwnSlips(acts: readonly FoundAct[]): FoundAct[] {
  const slips = new Stretches(acts.filter(({ act }) => act === "apologise" || act === "wrong-number"));
  return acts.filter((found) => found.act !== "complain" || !slips.touches(found));
}

/** A dash at the end: the customer was not allowed to finish. */
const CUT_OFF = /(—|――|--)["”』」]?$/;

/** How the customer is at a turn or choice, as its author labels it. */
function customerLabels({ labels }: { readonly labels: readonly Label[] }): FlowEvent[] {
  return labels
    .filter(({ customer }) => customer !== undefined)
    .map((label) => ({ name: `label:${label.customer}`, span: label }));
}
