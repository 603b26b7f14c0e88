import { type Action, type Label, lookUp, SPEAKERS, type Span, type Step, type Turn } from "../../grammar/index.ts";
import { actsOf, type FoundAct, questionsOf } from "./acts.ts";
import type { Facts, ScriptDocument } from "./document.ts";
import { fatesOf } from "./fates.ts";
import { type FlowGraph, type FlowNode, nodesOfStep } from "./flow.ts";
import { Alphabet, type Sign } from "./happening.ts";
import { phraseActs, withoutPlaceholders } from "./phrases.ts";
import { Division } from "./sentences.ts";
import { actsOfTurn, isSaidToCustomer } from "./speech.ts";
import { distanceOf, StepMemory } from "./step-memory.ts";
import { Stretches } from "./stretches.ts";
import { statementsWithin } from "./symbols.ts";

/**
 * Something that happens at a point of a call, by name:
 * - `agent:turn`: the agent begins to speak to the customer
 * - `act:apologise`: what the agent does in what is said to the customer, by the lexicon or by the author's label;
 *   `act:question`: a question about the matter; `act:appointment`: a time is named, other than for a hold;
 *   `act:bare-refusal`: a refusal in a turn that says nothing else; `act:promise`: the first commitment of a turn
 * - `aside:turn`, `aside:brief-receiver`: the agent speaks to somebody else, and what the agent does in it
 * - `customer:complain`: what the customer does, or a choice says; `customer:turn`: a turn of the customer;
 *   `customer:cut-off`: a turn that breaks off, as in "I only wanted to ——"
 * - `colleague:turn`: a turn of anybody else
 * - `branch:no-answer`, `branch:child`, `branch:hangs-up`, `branch:wants-transfer`: a branch about who answers a call,
 *   or about what else happens to the call itself
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
  return unmovedEvents(graph, node).map((group) => group.map((event) => moved(event, node)));
}

/** The event of a sign at a node. */
export function eventAt(graph: FlowGraph, node: FlowNode, { group, index }: Sign): FlowEvent {
  return moved(unmovedEvents(graph, node)[group]![index]!, node);
}

function unmovedEvents(graph: FlowGraph, node: FlowNode): StepEvents["events"][number] {
  if (node.step === undefined) return [[{ name: "end", span: node.span }]];
  return happeningsOf(graph).steps.get(node.step)!.events[node.id - graph.entries.get(node.step)!]!;
}

function moved({ name, span }: FlowEvent, { step }: FlowNode): FlowEvent {
  const by = step === undefined ? 0 : distanceOf(step);
  return { name, span: { start: span.start + by, end: span.end + by } };
}

/** The happenings at the nodes of a graph by their numbers, a number for each node. */
export interface Happenings {
  readonly alphabet: Alphabet;
  readonly ids: Int32Array;
  readonly steps: ReadonlyMap<Step, StepEvents>;
}

/** What happens at all nodes of a graph; in this alphabet, if it matters in which one. */
export function happeningsOf(graph: FlowGraph, wanted?: Alphabet): Happenings {
  let happenings = happening.get(graph);
  if (happenings === undefined || (wanted !== undefined && happenings.alphabet !== wanted)) {
    const alphabet = wanted ?? Alphabet.current();
    const ids = new Int32Array(graph.nodes.length).fill(alphabet.nothing.id);
    const steps = new Map<Step, StepEvents>();
    for (const [step, entry] of graph.entries) {
      const events = eventsIn(graph, step, alphabet);
      steps.set(step, events);
      ids.set(events.happenings, entry);
    }
    ids[graph.end] = alphabet.happening([[{ name: "end" }]], false).id;
    happenings = { alphabet, ids, steps };
    happening.set(graph, happenings);
  }
  return happenings;
}

const happening = new WeakMap<FlowGraph, Happenings>();

/** What happens at each node of a step. */
interface StepEvents {
  /** Their offsets count as in the unmoved step. */
  readonly events: readonly (readonly (readonly FlowEvent[])[])[];
  /** The numbers of the happenings. */
  readonly happenings: readonly number[];
}

function eventsIn(graph: FlowGraph, step: Step, alphabet: Alphabet): StepEvents {
  const { wording, facts } = graph.document;
  return remembered.of(step, [alphabet, wording, isInternal(facts), phrasesIn(graph, step)], (unmoved) => {
    const nodes = nodesOfStep(unmoved);
    const events = nodes.map((node) => readEvents(graph, node));
    const isTurn = (node: FlowNode) => node.kind === "turn" && isSaidToCustomer(node.turn);
    return { events, happenings: nodes.map((node, at) => alphabet.happening(events[at]!, isTurn(node)).id) };
  });
}

const remembered = new StepMemory<StepEvents>();

/** What the phrases do that are used in a step, as a text that differs where that does. */
function phrasesIn({ project, document }: FlowGraph, step: Step): string {
  return turnsWithNames
    .of(step, [], turnsThatName)
    .map(({ text }) => JSON.stringify(phraseActs(project, document, text)))
    .join();
}

const turnsWithNames = new StepMemory<readonly Turn[]>();

/** The turns of a step in which a phrase may be named. */
function turnsThatName(step: Step): readonly Turn[] {
  return [...statementsWithin(step.body)].filter(
    (statement) => statement.kind === "turn" && statement.text.some(({ text }) => /[{｛]/.test(text)),
  ) as Turn[];
}

function readEvents(graph: FlowGraph, node: FlowNode): readonly (readonly FlowEvent[])[] {
  switch (node.kind) {
    case "turn":
      return turnEvents(graph, node.turn);
    case "choice":
      return choiceEvents(graph, node);
    case "action":
      return [actionEvents(node.action)];
    default:
      return [];
  }
}

/** Questions that serve the conversation, not the matter: to ask them before an apology is no offence. */
const COURTEOUS: ReadonlySet<string> = new Set([
  "ask-consent",
  "offer-help",
  "encourage-account",
  "ask-customer-view",
  "ask-anything-else",
  "ask-to-repeat",
  "interrupt-politely",
  "confirm-party",
  "hold",
  "greet",
]);

/** Between departments a colleague is the customer, with a customer's claim to courtesy. */
function isInternal({ scenario }: Facts): boolean {
  return scenario === "internal";
}

function turnEvents({ project, document }: FlowGraph, turn: Turn): FlowEvent[][] {
  const internal = isInternal(document.facts);
  if (turn.role === "customer" || (internal && turn.role === "colleague")) return [customerEvents(document, turn)];
  if (turn.role !== "agent") return [[{ name: "colleague:turn", span: turn }]];
  const prefix = internal || isSaidToCustomer(turn) ? "act" : "aside";
  const acts = withoutWho([...actsOfTurn(document, turn), ...phraseActs(project, document, turn.text)]);
  const events: FlowEvent[] = acts.map(({ act, start, end }) => ({ name: `${prefix}:${act}`, span: { start, end } }));
  const courtesies = new Stretches(acts.filter(({ act }) => COURTEOUS.has(act)));
  for (const span of questionsOf(turn.text))
    if (!courtesies.touches(span)) events.push({ name: `${prefix}:question`, span });
  const asserted = turn.labels
    .filter(({ agent }) => agent !== undefined)
    .map((label) => ({ name: `${prefix}:${label.agent}`, span: label }));
  if (isBareRefusal(turn, acts)) events.push({ name: `${prefix}:bare-refusal`, span: turn });
  const promise = events.find(({ name }) => name === `${prefix}:commit`);
  if (promise !== undefined) events.push({ name: `${prefix}:promise`, span: promise.span });
  const groups = bySentence(turn, [...asserted, ...events]).map((group) => withAppointment(prefix, group));
  return [[{ name: prefix === "act" ? "agent:turn" : "aside:turn", span: turn.speaker }], ...groups];
}

function customerEvents(document: ScriptDocument, turn: Turn): FlowEvent[] {
  const acts =
    turn.role === "customer"
      ? actsOfTurn(document, turn)
      : actsOf(withoutPlaceholders(turn.text), "customer", document.wording);
  const events = [...customerLabels(turn), ...customerActs(acts), { name: "customer:turn", span: turn }];
  const last = turn.text.at(-1);
  return last !== undefined && CUT_OFF.test(last.text) ? [...events, { name: "customer:cut-off", span: last }] : events;
}

/** "I kept you waiting, I'm sorry", "wrong number": what is the customer's own slip is no complaint. */
function withoutOwnSlips(acts: readonly FoundAct[]): FoundAct[] {
  const slips = new Stretches(acts.filter(({ act }) => act === "apologise" || act === "wrong-number"));
  return acts.filter((found) => found.act !== "complain" || !slips.touches(found));
}

/** A dash at the end: the customer was not allowed to finish. */
const CUT_OFF = /(—|――|--)["”』」]?$/;

/** Who somebody is, and what their data are, are asked in like words; the first is no question of details. */
function withoutWho(acts: readonly FoundAct[]): FoundAct[] {
  const who = new Stretches(acts.filter(({ act }) => act === "confirm-party"));
  return acts.filter((found) => found.act !== "ask-identifying" || !who.touches(found));
}

function withAppointment(prefix: string, group: FlowEvent[]): FlowEvent[] {
  const time = group.find(({ name }) => name === `${prefix}:give-time`);
  const isHold = group.some(({ name }) => name === `${prefix}:hold` || name === `${prefix}:thank-for-waiting`);
  return time === undefined || isHold ? group : [...group, { name: `${prefix}:appointment`, span: time.span }];
}

/** Whether a turn holds, besides a refusal and its courtesies, too few words for a reason. */
function isBareRefusal(turn: Turn, acts: readonly FoundAct[]): boolean {
  if (!acts.some(({ act }) => act === "refuse")) return false;
  const told = new Stretches(acts.filter(({ act }) => NO_REASONS.has(act)));
  let rest = "";
  for (const { text, start } of turn.text)
    for (let at = 0; at < text.length; at++)
      rest += told.touches({ start: start + at, end: start + at + 1 }) ? " " : text[at];
  const words = rest.match(/[\u3400-\u9fff]|[a-zA-Z]{2,}/g) ?? [];
  return words.length <= 2;
}

const NO_REASONS: ReadonlySet<string> = new Set(["refuse", "flat-refusal", "apologise", "empathise", "greet", "thank"]);

/** A choice says what the customer says or does, so its label is read like a customer's turn. */
function choiceEvents({ document }: FlowGraph, { choice }: FlowNode & { kind: "choice" }): FlowEvent[][] {
  const { label } = choice;
  if (label.kind === "missing") return [customerLabels(choice)];
  const branches = fatesOf(label.text).map((fate) => ({ name: `branch:${fate}`, span: label }));
  // "Nobody answers" is what the caller meets with, not a customer's complaint about us.
  const acts = branches.length > 0 ? [] : actsOf([label], "customer", document.wording);
  return [[...customerLabels(choice), ...customerActs(acts), ...branches]];
}

function customerActs(acts: readonly FoundAct[]): FlowEvent[] {
  return withoutOwnSlips(acts).map(({ act, start, end }) => ({ name: `customer:${act}`, span: { start, end } }));
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
