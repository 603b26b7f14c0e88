import { type Action, lookUp, SPEAKERS, type Span, type Step, type Turn } from "../../grammar/index.ts";
import { partsOfAction } from "./action-time.ts";
import { type FoundAct, questionsOf } from "./acts.ts";
import { type Commitment, commitmentsOfTurn } from "./commitments.ts";
import { choiceEvents, customerEvents } from "./customer-events.ts";
import type { ScriptDocument } from "./document.ts";
import { type FlowGraph, type FlowNode, nodesOfStep } from "./flow.ts";
import { Alphabet, type Sign, timeOf } from "./happening.ts";
import { ownWords, phraseActs } from "./phrases.ts";
import { type Plan, planOf } from "./plans.ts";
import { Division } from "./sentences.ts";
import { actsOfTurn, isSaidToCustomer } from "./speech.ts";
import { eventKey, eventNamed, eventOfAction } from "./standard-events.ts";
import { distanceOf, StepMemory } from "./step-memory.ts";
import { Stretches } from "./stretches.ts";
import { surroundingsOf } from "./surroundings.ts";
import { timesIn } from "./time.ts";

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
 * - `choice`: one of several ways to go on is taken, by what the customer answers or by how the matter stands
 * - `branch:no-answer`, `branch:child`, `branch:hangs-up`, `branch:wants-transfer`: a branch about who answers a call,
 *   or about what else happens to the call itself
 * - `label:angry`: how the customer is, as the author labels it
 * - `action:hold`: what is done; `action:hang-up-agent`, `action:hang-up-customer`: by whom
 * - `promise:call-back`: what the agent promises the customer, by the event
 * - `does:notify`: what an action is in the adopted standards, by the id of the standard's event; `plan:call-back`: what an
 *   action says to be done by a time
 * - `event:repeat-complaint`: what `[事件 再投诉]` names, by the id of the standard's event and by its own words, folded
 * - `end`: the end of the call
 */
export interface FlowEvent {
  readonly name: string;
  readonly span: Span;
  /** The promise that a `promise:` is, and whether it says when. */
  readonly commitment?: Commitment;
  readonly time?: NonNullable<Sign["time"]>;
  /** The plan that a `plan:` is. */
  readonly plan?: Plan;
}

/**
 * What happens at a node, as groups in the order of the call. What stands in one sentence is one group: "because the
 * line was down we kept you waiting, I'm sorry" explains and apologises at once.
 */
export function eventsOf(graph: FlowGraph, node: FlowNode): readonly (readonly FlowEvent[])[] {
  return unmovedEvents(graph, node).map((group) => group.map((event) => moved(event, graph, node)));
}

/** As `eventsOf`, with the offsets that the step has in its own part of the script: for whoever needs none of them. */
export function unplacedEventsOf(graph: FlowGraph, node: FlowNode): readonly FlowEvent[] {
  return unmovedEvents(graph, node).flat();
}

/** Whether something of a name happens at a node. */
export function happensAt(graph: FlowGraph, node: FlowNode, name: string): boolean {
  const { alphabet, ids } = happeningsOf(graph);
  return alphabet.at(ids[node.id]!).groups.some((signs) => signs.some((sign) => sign.name === name));
}

/** The event of a sign at a node. */
export function eventAt(graph: FlowGraph, node: FlowNode, { group, index }: Sign): FlowEvent {
  return moved(unmovedEvents(graph, node)[group]![index]!, graph, node);
}

function unmovedEvents(graph: FlowGraph, node: FlowNode): StepEvents["events"][number] {
  if (node.step === undefined) return [[{ name: "end", span: node.span }]];
  return happeningsOf(graph).steps.get(node.step)!.events[node.id - graph.entries.get(node.step)!]!;
}

/** An event of the unmoved step where the step is now, with the promise or plan as it stands there. */
function moved(event: FlowEvent, { project, document }: FlowGraph, node: FlowNode): FlowEvent {
  const by = node.step === undefined ? 0 : distanceOf(node.step);
  if (by === 0) return event;
  const { name } = event;
  const span = { start: event.span.start + by, end: event.span.end + by };
  if (event.plan !== undefined && node.kind === "action")
    return { name, span, plan: planOf(document, node.action) ?? event.plan };
  if (event.commitment === undefined || node.kind !== "turn") return { name, span };
  const commitment = commitmentsOfTurn(project, document, node.turn).find(
    (one) => one.event === event.commitment!.event && one.start === span.start && one.end === span.end,
  );
  return { ...event, span, commitment: commitment ?? event.commitment };
}

/** The happenings at the nodes of a graph by their numbers, a number for each node. */
export interface HappeningIds {
  readonly alphabet: Alphabet;
  readonly ids: Int32Array;
  readonly steps: ReadonlyMap<Step, StepEvents>;
}

/** What happens at all nodes of a graph; in this alphabet, if it matters in which one. */
export function happeningsOf(graph: FlowGraph, wanted?: Alphabet): HappeningIds {
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

const happening = new WeakMap<FlowGraph, HappeningIds>();

/** What happens at each node of a step. */
interface StepEvents {
  /** Their offsets count as in the unmoved step. */
  readonly events: readonly (readonly (readonly FlowEvent[])[])[];
  /** The numbers of the happenings. */
  readonly happenings: readonly number[];
}

function eventsIn(graph: FlowGraph, step: Step, alphabet: Alphabet): StepEvents {
  const { project, document } = graph;
  return remembered.of(step, [alphabet, ...surroundingsOf(project, document, step)], (unmoved) => {
    const nodes = nodesOfStep(unmoved);
    const events = nodes.map((node) => readEvents(graph, node));
    const isTurn = (node: FlowNode) => node.kind === "turn" && isSaidToCustomer(node.turn);
    return { events, happenings: nodes.map((node, at) => alphabet.happening(events[at]!, isTurn(node)).id) };
  });
}

const remembered = new StepMemory<StepEvents>();

function readEvents(graph: FlowGraph, node: FlowNode): readonly (readonly FlowEvent[])[] {
  switch (node.kind) {
    case "turn":
      return turnEvents(graph, node.turn);
    case "choice":
      return [choiceEvents(graph.document, node)];
    case "action":
      return [actionEvents(graph.document, node.action)];
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

function turnEvents({ project, document }: FlowGraph, turn: Turn): FlowEvent[][] {
  // Between departments a colleague is the customer, with a customer's claim to courtesy.
  const isInternal = document.facts.scenario === "internal";
  if (turn.role === "customer" || (isInternal && turn.role === "colleague")) return [customerEvents(document, turn)];
  if (turn.role !== "agent") return [[{ name: "colleague:turn", span: turn }]];
  const prefix = isInternal || isSaidToCustomer(turn) ? "act" : "aside";
  const acts = withoutWho([...actsOfTurn(document, turn), ...phraseActs(project, document, turn.text)]);
  const events: FlowEvent[] = acts.map(({ act, start, end }) => ({ name: `${prefix}:${act}`, span: { start, end } }));
  for (const { start, end } of timesIn(ownWords(document, turn.text)))
    events.push({ name: `${prefix}:give-time`, span: { start, end } });
  const courtesies = new Stretches(acts.filter(({ act }) => COURTEOUS.has(act)));
  for (const span of questionsOf(turn.text))
    if (!courtesies.touches(span)) events.push({ name: `${prefix}:question`, span });
  const asserted = turn.labels
    .filter(({ agent }) => agent !== undefined)
    .map((label) => ({ name: `${prefix}:${label.agent}`, span: label }));
  if (isBareRefusal(turn, acts)) events.push({ name: `${prefix}:bare-refusal`, span: turn });
  if (prefix === "act")
    for (const commitment of commitmentsOfTurn(project, document, turn))
      events.push({ name: `promise:${commitment.event}`, span: commitment, commitment, time: timeOf(commitment) });
  const promise = events.find(({ name }) => name === `${prefix}:commit`);
  // Who goes over what was agreed promises nothing new.
  const isRecap = events.some(({ name }) => name === `${prefix}:recap-next-steps`);
  if (promise !== undefined && !isRecap) events.push({ name: `${prefix}:promise`, span: promise.span });
  const groups = bySentence(turn, [...asserted, ...events]).map((group) => withAppointment(prefix, group));
  return [[{ name: prefix === "act" ? "agent:turn" : "aside:turn", span: turn.speaker }], ...groups];
}

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

function actionEvents(document: ScriptDocument, action: Action): FlowEvent[] {
  if (action.verb === undefined) return [];
  const events: FlowEvent[] = [{ name: `action:${action.verb.id}`, span: action }];
  const done = eventOfAction(document, action);
  if (done !== undefined) events.push({ name: `does:${done.id}`, span: action });
  const plan = planOf(document, action);
  if (plan !== undefined) events.push({ name: `plan:${plan.event}`, span: action, plan });
  if (action.verb.id === "event") return [...events, ...namedEvents(document, action)];
  if (action.verb.id !== "hang-up" || action.body === undefined) return events;
  return [...events, { name: `action:hang-up-${lookUp(SPEAKERS, action.body.text)}`, span: action }];
}

/** What `[事件 X]` says to happen: in its own words, and as the event that has these words. */
function namedEvents(document: ScriptDocument, action: Action): FlowEvent[] {
  const { object } = partsOfAction(action);
  if (object === undefined) return [];
  const ids = [eventKey(object.text), eventNamed(document, object.text)?.id ?? ""];
  return [...new Set(ids)].filter((id) => id !== "").map((id) => ({ name: `event:${id}`, span: action }));
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
