import type { Demand, DemandScope, Occasion, WordingObligation } from "../model/demand.ts";
import type { Facts, ScriptDocument } from "../model/document.ts";
import { type FlowNode, flowOf } from "../model/flow.ts";
import type { Project } from "../model/project.ts";
import { isSaidToCustomer } from "../model/speech.ts";
import { standardsOf } from "../model/standards.ts";
import { turnAfter, turnBefore, turnBehind } from "./new-turn.ts";
import { type CounterExample, counterExamples, nodesIn } from "./obligation.ts";
import { pathInWords, pathPoints } from "./path.ts";
import { type Chain, type EventTest, event, type Obligation, type Scope } from "./pattern.ts";
import { type Bilingual, type Edit, type Finding, fill } from "./rule.ts";
import { sentenceReplacer } from "./sentence.ts";

/**
 * Where a script does not meet what its organisation demands, or the standards that it adopts; with a fix for each
 * suggestion that has its place there.
 */
export function demandFindings(project: Project, document: ScriptDocument): Finding[] {
  return obligationsOf(document).flatMap((obligation) => findingsOf(project, document, obligation));
}

/** What is demanded of a script beside what all scripts have to hold. Two standards may demand the same: it counts once. */
export function obligationsOf(document: ScriptDocument): readonly WordingObligation[] {
  const ofStandards = standardsOf(document).flatMap(({ obligations }) => obligations);
  return [
    ...document.wording.obligations,
    ...new Map(ofStandards.map((obligation) => [obligation.id, obligation])).values(),
  ];
}

/** Where a script does not meet one demand. */
export function findingsOf(project: Project, document: ScriptDocument, obligation: WordingObligation): Finding[] {
  const { demand } = obligation;
  if (!isAsked(obligation, document.facts)) return [];
  return counterExamples(flowOf(project, document), obligationOf(demand)).map((example) => ({
    ruleId: obligation.id,
    severity: obligation.severity,
    span: { start: example.span.start, end: example.span.end },
    message: fill(obligation.message, { path: pathInWords(example) }),
    say: obligation.suggestions,
    path: pathPoints(document, example, beginsInWords(demand), failsInWords(demand, example)),
    fixes: obligation.suggestions.flatMap((sentence) => {
      const edits = editsFor(demand, document, example, sentence);
      if (edits === undefined) return [];
      const title =
        demand.pattern === "absence"
          ? { zh: `改说：${sentence}`, en: `Say instead: ${sentence}` }
          : { zh: `加一句：${sentence}`, en: `Add: ${sentence}` };
      return [{ title, edits }];
    }),
  }));
}

/** Whether an obligation is asked of a script: only where the script itself declares what it is asked of. */
export function isAsked({ asked: { channel, direction, scenario } }: WordingObligation, facts: Facts): boolean {
  if (channel !== undefined && !facts.channels.some((own) => channel.includes(own))) return false;
  if (direction !== undefined && (facts.direction === undefined || !direction.includes(facts.direction))) return false;
  return scenario === undefined || (facts.scenario !== undefined && scenario.includes(facts.scenario));
}

const obligations = new WeakMap<Demand, Obligation>();

/** The obligation that a demand is; the same one each time, so that what the engine knows of it is kept. */
function obligationOf(demand: Demand): Obligation {
  const obligation = obligations.get(demand) ?? toObligation(demand);
  obligations.set(demand, obligation);
  return obligation;
}

function toObligation(demand: Demand): Obligation {
  switch (demand.pattern) {
    case "response": {
      const { pattern, when, response, before, within, firstOnly } = demand;
      return {
        pattern,
        when: testOf(when),
        response: chainOf(response),
        ...(before && { before: testOf(before) }),
        ...(within && { within }),
        firstOnly,
      };
    }
    case "precedence": {
      const { pattern, of, first, each } = demand;
      return { pattern, of: testOf(of), first: chainOf(first), each, ...(demand.in && { in: scopeOf(demand.in) }) };
    }
    default:
      return { pattern: demand.pattern, of: testOf(demand.of), ...(demand.in && { in: scopeOf(demand.in) }) };
  }
}

function scopeOf(scope: DemandScope): Scope {
  if ("before" in scope) return { before: testOf(scope.before) };
  if (!("after" in scope)) return scope;
  const { after, until, nth } = scope;
  return { after: testOf(after), ...(until && { until: testOf(until) }), ...(nth && { nth }) };
}

function testOf({ names }: Occasion): EventTest {
  return event(...names);
}

function chainOf(occasions: readonly Occasion[]): Chain {
  return occasions.map(testOf);
}

/** What the reader is told where a response is called for. */
function beginsInWords(demand: Demand): Bilingual {
  const { zh, en } = demand.pattern === "response" ? demand.when.words : demand.of.words;
  return { zh: `这里是“${zh}”`, en: `here is “${en}”` };
}

/** What the reader is told where it is clear that a demand is not met. */
function failsInWords(demand: Demand, { barrier }: CounterExample): Bilingual {
  if (demand.pattern === "absence") {
    const { zh, en } = demand.of.words;
    return demand.of.names.includes(barrier.event.name)
      ? { zh: `这里有“${zh}”`, en: `here is “${en}”` }
      : { zh: `到这里已经有“${zh}”`, en: `“${en}” has come before this` };
  }
  const { zh, en } = owedBy(demand).at(-1)!.words;
  return { zh: `到这里还没有“${zh}”`, en: `no “${en}” so far` };
}

/** What has to happen, in its order. */
export function owedBy(demand: Demand): readonly Occasion[] {
  return demand.pattern === "response" ? demand.response : demand.pattern === "precedence" ? demand.first : [demand.of];
}

/** The edits by which a sentence of the agent mends a script, if there is a place for it. */
function editsFor(
  demand: Demand,
  document: ScriptDocument,
  example: CounterExample,
  sentence: string,
): Edit[] | undefined {
  switch (demand.pattern) {
    case "response":
      return afterTrigger(document, example, sentence);
    case "precedence":
    case "existence":
      return beforeBarrier(document, example, sentence);
    case "absence":
      return inPlace(demand.of, document, example, sentence);
  }
}

function afterTrigger(
  document: ScriptDocument,
  { trigger, barrier }: CounterExample,
  sentence: string,
): Edit[] | undefined {
  // Behind a turn that itself goes too far it would come too late.
  if (trigger?.document !== document || trigger.node === barrier.node) return undefined;
  return turnAfter(document, trigger.node)(sentence);
}

function beforeBarrier(
  document: ScriptDocument,
  { barrier, path }: CounterExample,
  sentence: string,
): Edit[] | undefined {
  const own = nodesIn(document, path);
  const last = own.at(-1);
  if (last === undefined) return undefined;
  if (last.kind !== "end" || barrier.node.kind !== "end") {
    // Between the branches of a decision nothing can be said, so it is said before they part.
    const node = last.kind === "choice" ? decisionBefore(own, last) : last;
    return node && turnBefore(document, node)(sentence);
  }
  // Nobody hears what is said after a hang-up.
  const hangUp = own.find((node) => node.kind === "action" && node.action.verb?.id === "hang-up");
  if (hangUp !== undefined) return turnBefore(document, hangUp)(sentence);
  const before = own.at(-2);
  if (before === undefined) return undefined;
  // What happens last in another file is out of reach, so that it is said before the detour to it.
  if (path.at(-2)!.graph.document !== document) return turnBefore(document, before)(sentence);
  const decision = before.kind === "join" ? decisionBefore(own, before) : undefined;
  return decision === undefined ? turnAfter(document, before)(sentence) : turnBehind(document, decision)(sentence);
}

/** The decision of a path to which a choice, or the place where its branches meet, belongs. */
function decisionBefore(path: readonly FlowNode[], { span }: FlowNode): (FlowNode & { kind: "decision" }) | undefined {
  return path.findLast(
    (node): node is FlowNode & { kind: "decision" } =>
      node.kind === "decision" && node.span.start <= span.start && span.end <= node.span.end,
  );
}

function inPlace(
  { names }: Occasion,
  document: ScriptDocument,
  { barrier }: CounterExample,
  sentence: string,
): Edit[] | undefined {
  const { node, event } = barrier;
  if (barrier.document !== document || node.kind !== "turn" || !isSaidToCustomer(node.turn)) return undefined;
  const { text } = node.turn;
  // A label of the turn stands outside of what is said.
  const isSaid = text.some(({ start, end }) => start <= event.span.start && event.span.start < end);
  if (!isSaid || !names.includes(event.name)) return undefined;
  return sentenceReplacer(text)(event.span, sentence);
}
