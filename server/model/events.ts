import type { Label, Span, Turn } from "../../grammar/index.ts";
import { actsOf, questionsOf } from "./acts.ts";
import type { ScriptDocument } from "./document.ts";
import type { FlowGraph, FlowNode } from "./flow.ts";
import { phraseActs } from "./phrases.ts";
import { Division } from "./sentences.ts";
import { actsOfTurn, isSaidToCustomer } from "./speech.ts";
import { Stretches } from "./stretches.ts";

/**
 * Something that happens at a point of a call, by name:
 * `act:apologise` what the lexicon finds in a turn, or what the author's label asserts; `agent:question` a question
 * about the matter; `label:angry` how the customer is; `action:hold` what is done; `end` the end of the call.
 */
export interface FlowEvent {
  readonly name: string;
  readonly span: Span;
}

/**
 * What happens at a node, as groups in the order of the call. What stands in one sentence is one group: "because the
 * line was down we kept you waiting, I'm sorry" explains and apologises at once.
 */
export function eventsOf(graph: FlowGraph, node: FlowNode): readonly (readonly FlowEvent[])[] {
  let events = happening.get(node);
  if (events === undefined) {
    events = readEvents(graph, node);
    happening.set(node, events);
  }
  return events;
}

function readEvents(graph: FlowGraph, node: FlowNode): readonly (readonly FlowEvent[])[] {
  switch (node.kind) {
    case "turn":
      return turnEvents(graph, node.turn);
    case "choice":
      return choiceEvents(graph, node);
    case "action":
      return node.action.verb === undefined ? [] : [[{ name: `action:${node.action.verb.id}`, span: node.action }]];
    case "end":
      return [[{ name: "end", span: node.span }]];
    default:
      return [];
  }
}

const happening = new WeakMap<FlowNode, readonly (readonly FlowEvent[])[]>();

/** Questions that serve the conversation, not the matter: to ask them before an apology is no offence. */
const COURTEOUS: ReadonlySet<string> = new Set([
  "ask-consent",
  "offer-help",
  "encourage-account",
  "ask-customer-view",
  "ask-anything-else",
  "hold",
  "greet",
]);

function turnEvents({ project, document }: FlowGraph, turn: Turn): FlowEvent[][] {
  if (turn.role === "customer") return [customerEvents(document, turn)];
  if (!isSaidToCustomer(turn)) return [];
  const acts = [...actsOfTurn(document, turn), ...phraseActs(project, document, turn.text)];
  const events: FlowEvent[] = acts.map(({ act, start, end }) => ({ name: `act:${act}`, span: { start, end } }));
  const courtesies = new Stretches(acts.filter(({ act }) => COURTEOUS.has(act)));
  for (const span of questionsOf(turn.text))
    if (!courtesies.touches(span)) events.push({ name: "agent:question", span });
  const asserted = turn.labels
    .filter(({ agent }) => agent !== undefined)
    .map((label) => ({ name: `act:${label.agent}`, span: label }));
  return bySentence(turn, [...asserted, ...events]);
}

function customerEvents(document: ScriptDocument, turn: Turn): FlowEvent[] {
  const acts = actsOfTurn(document, turn);
  const events = acts.map(({ act, start, end }) => ({ name: `act:${act}`, span: { start, end } }));
  const labels = customerLabels(turn);
  return [...labels, ...events];
}

/** A choice says what the customer says or does, so its label is read like a customer's turn. */
function choiceEvents({ document }: FlowGraph, { choice }: FlowNode & { kind: "choice" }): FlowEvent[][] {
  const acts = choice.label.kind === "text" ? actsOf([choice.label], "customer", document.wording) : [];
  return [
    [...customerLabels(choice), ...acts.map(({ act, start, end }) => ({ name: `act:${act}`, span: { start, end } }))],
  ];
}

/** How the customer is at a turn or choice, as its author labels it. */
function customerLabels({ labels }: { readonly labels: readonly Label[] }): FlowEvent[] {
  return labels
    .filter(({ customer }) => customer !== undefined)
    .map((label) => ({ name: `label:${label.customer}`, span: label }));
}

/** Groups a turn's events by the sentence in which they begin; what stands before the text belongs to the first one. */
function bySentence(turn: Turn, events: readonly FlowEvent[]): FlowEvent[][] {
  const sentences = Division.sentences(turn.text);
  const first = turn.text[0]?.start ?? turn.start;
  const groups = new Map<number, FlowEvent[]>();
  for (const event of [...events].sort((a, b) => a.span.start - b.span.start)) {
    const sentence = sentences.partAt(Math.max(event.span.start, first)).start;
    const group = groups.get(sentence);
    if (group === undefined) groups.set(sentence, [event]);
    else group.push(event);
  }
  return [...groups.values()];
}
