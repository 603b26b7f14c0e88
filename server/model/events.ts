import { type Action, type Label, lookUp, SPEAKERS, type Span, type Turn } from "../../grammar/index.ts";
import { actsOf, type FoundAct, questionsOf } from "./acts.ts";
import type { FlowGraph, FlowNode } from "./flow.ts";
import { foldName } from "./normalise.ts";
import { phraseActs } from "./phrases.ts";
import { Division } from "./sentences.ts";
import { actsOfTurn, isSaidToCustomer } from "./speech.ts";
import { Stretches } from "./stretches.ts";

/**
 * Something that happens at a point of a call, by name:
 * - `agent:turn`: the agent begins to speak to the customer
 * - `act:apologise`: what the agent does in what is said to the customer, by the lexicon or by the author's label;
 *   `act:question`: a question about the matter
 * - `aside:brief-receiver`: what the agent does in what is said to somebody else
 * - `customer:complain`: what the customer does, or a choice says; `customer:turn`: a turn of the customer;
 *   `customer:cut-off`: a turn that breaks off, as in "I only wanted to ——"
 * - `colleague:turn`: a turn of anybody else
 * - `choice:没人接`: a branch is taken, by its folded label
 * - `label:angry`: how the customer is, as the author labels it
 * - `action:hold`: what is done; `action:hang-up-agent`, `action:hang-up-customer`: by whom
 * - `end`: the end of the call
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
      return choiceEvents(node);
    case "action":
      return [actionEvents(node.action)];
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
  "ask-to-repeat",
  "interrupt-politely",
  "hold",
  "greet",
]);

function turnEvents({ project, document }: FlowGraph, turn: Turn): FlowEvent[][] {
  if (turn.role === "customer") return [customerEvents(turn)];
  if (turn.role !== "agent") return [[{ name: "colleague:turn", span: turn }]];
  const prefix = isSaidToCustomer(turn) ? "act" : "aside";
  const acts = [...actsOfTurn(turn), ...phraseActs(project, document, turn.text)];
  const events: FlowEvent[] = acts.map(({ act, start, end }) => ({ name: `${prefix}:${act}`, span: { start, end } }));
  const courtesies = new Stretches(acts.filter(({ act }) => COURTEOUS.has(act)));
  for (const span of questionsOf(turn.text))
    if (!courtesies.touches(span)) events.push({ name: `${prefix}:question`, span });
  const asserted = turn.labels
    .filter(({ agent }) => agent !== undefined)
    .map((label) => ({ name: `${prefix}:${label.agent}`, span: label }));
  const groups = bySentence(turn, [...asserted, ...events]);
  return prefix === "act" ? [[{ name: "agent:turn", span: turn.speaker }], ...groups] : groups;
}

function customerEvents(turn: Turn): FlowEvent[] {
  const events = [...customerLabels(turn), ...customerActs(actsOfTurn(turn)), { name: "customer:turn", span: turn }];
  const last = turn.text.at(-1);
  return last !== undefined && CUT_OFF.test(last.text) ? [...events, { name: "customer:cut-off", span: last }] : events;
}

/** A dash at the end: the customer was not allowed to finish. */
const CUT_OFF = /(—|――|--)["”』」]?$/;

/** A choice says what the customer says or does, so its label is read like a customer's turn. */
function choiceEvents({ choice }: FlowNode & { kind: "choice" }): FlowEvent[][] {
  const { label } = choice;
  if (label.kind === "missing") return [customerLabels(choice)];
  const taken = { name: `choice:${foldName(label.text)}`, span: label };
  return [[...customerLabels(choice), ...customerActs(actsOf([label], "customer")), taken]];
}

function customerActs(acts: readonly FoundAct[]): FlowEvent[] {
  return acts.map(({ act, start, end }) => ({ name: `customer:${act}`, span: { start, end } }));
}

function actionEvents(action: Action): FlowEvent[] {
  if (action.verb === undefined) return [];
  const events = [{ name: `action:${action.verb.id}`, span: action }];
  if (action.verb.id !== "hang-up" || action.body === undefined) return events;
  return [...events, { name: `action:hang-up-${lookUp(SPEAKERS, action.body.text)}`, span: action }];
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
