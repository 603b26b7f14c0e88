import { suggestionsFor } from "../model/acts.ts";
import type { Facts, ScriptDocument } from "../model/document.ts";
import { happensAt } from "../model/events.ts";
import { type FlowGraph, type FlowNode, flowOf } from "../model/flow.ts";
import type { Severity } from "../protocol.ts";
import { addressed } from "./address.ts";
import { type NewTurn, turnAfter, turnBefore, turnBehind } from "./new-turn.ts";
import { type CounterExample, counterExamples, nodesIn } from "./obligation.ts";
import { eventInWords, pathInWords, pathPoints } from "./path.ts";
import type { EventTest, Obligation } from "./pattern.ts";
import { type AnyRule, type Bilingual, defineRule, type Fix, type Message, type Rule } from "./rule.ts";

/** What a rule about a required behaviour has to say. */
interface Requirement extends Pick<Rule, "id" | "severity" | "title" | "why" | "fix" | "good"> {
  /** A function where it depends on what the script declares. */
  readonly obligation: Obligation | ((document: ScriptDocument) => Obligation);
  /** For what calls for it less strongly than the rest. */
  readonly milder?: { readonly when: EventTest; readonly severity: Severity };
  /** In which scripts it is asked; in all where nothing is given. */
  readonly asked?: (facts: Facts, document: ScriptDocument) => boolean;
  /** Its {path} says by which steps and choices one comes there, its {before} what is done too early. */
  readonly message: Message<`${string}{path}${string}`, `${string}{path}${string}`>;
  /** What fills the message's other holes. */
  readonly holes?: (document: ScriptDocument) => Readonly<Record<string, string>>;
  /** What the reader is told at the point where the obligation arises. */
  readonly begins: Bilingual;
  readonly say: Remedy;
}

/** What the agent could say, and where it is put. */
type Remedy = {
  /**
   * Right after what calls for it, right ahead of that, or before what must wait. Where nothing is given, the sentences
   * are only shown: they hold something that only the author knows.
   */
  readonly place?: "after" | "ahead" | "before";
} & (
  | { /** The dialogue act whose sentences in the lexicon are offered. */ readonly act: string }
  | { /** For a situation narrower than an act. */ readonly zh: readonly string[]; readonly en: readonly string[] }
);

/** Declares a rule that something is said or done on every path on which it is called for. */
export function required({
  obligation,
  milder,
  asked,
  message,
  holes,
  begins,
  say: remedy,
  ...texts
}: Requirement): AnyRule {
  return defineRule({
    ...texts,
    messages: { found: message as Message },
    check({ document, project, report }) {
      if (asked?.(document.facts, document) === false) return;
      const sentences = sentencesOf(remedy, document.facts.language);
      const say = sentences.map((sentence) => sentence.say);
      const asks = typeof obligation === "function" ? obligation(document) : obligation;
      const graph = flowOf(project, document);
      for (const example of counterExamples(graph, asks)) {
        const turn = remedy.place && turnAt(graph, example, remedy.place);
        const before = eventInWords(example.barrier.event);
        const isMilder = example.trigger !== undefined && milder?.when(example.trigger.event, document.facts);
        report(
          "found",
          {
            span: example.span,
            ...(isMilder && { severity: milder!.severity }),
            say,
            path: pathPoints(document, example, begins, {
              zh: `到这里还没有，就${before.zh}了`,
              en: `not so far, and here the script goes on to ${before.en}`,
            }),
            fixes: turn === undefined ? [] : fixesOf(document, sentences, turn),
          },
          { ...holes?.(document), before, path: pathInWords(example) } as never,
        );
      }
    },
  });
}

function sentencesOf(remedy: Remedy, language: Facts["language"]): ReturnType<typeof suggestionsFor> {
  return "act" in remedy ? suggestionsFor(remedy.act, language) : remedy[language].map((say) => ({ say }));
}

/** A fix for each sentence that puts it in, with the name by which the agent calls the customer there. */
function fixesOf(document: ScriptDocument, sentences: ReturnType<typeof suggestionsFor>, turn: NewTurn): Fix[] {
  const at = turn("")[0]!.start;
  return sentences.map(({ say: plain, when }) => {
    const say = addressed(document, at, plain);
    const title =
      when === undefined
        ? { zh: `加一句：${say}`, en: `Add: ${say}` }
        : { zh: `加一句（${when}）：${say}`, en: `Add (${when}): ${say}` };
    return { title, edits: turn(say) };
  });
}

/** What puts a sentence of the agent where it is missing, if there is a place for it. */
function turnAt(
  graph: FlowGraph,
  { trigger, barrier, path }: CounterExample,
  place: "after" | "ahead" | "before",
): NewTurn | undefined {
  const { document } = graph;
  if (place !== "before") {
    if (trigger?.document !== document) return undefined;
    return place === "after" ? turnAfter(document, trigger.node) : turnBefore(document, trigger.node);
  }
  const own = nodesIn(document, path);
  const last = own.at(-1);
  if (last === undefined) return undefined;
  const goodbye = farewellOn(own, graph);
  // Whoever has said goodbye has nothing more to say.
  if (
    goodbye !== undefined &&
    isOver(last) &&
    own.indexOf(goodbye) > own.findIndex(({ id }) => id === trigger?.node.id)
  )
    return turnBefore(document, goodbye);
  if (last.kind !== "end" || barrier.node.kind !== "end") return turnBefore(document, last);
  return turnBeforeEnd(document, own.slice(0, -1), path.at(-2)?.graph.document !== document);
}

/** Where the agent says goodbye on a path, the last time. */
function farewellOn(path: readonly FlowNode[], graph: FlowGraph): FlowNode | undefined {
  const goodbyes = farewellsIn(graph);
  return goodbyes.size === 0 ? undefined : path.findLast((node) => goodbyes.has(node));
}

function farewellsIn(graph: FlowGraph): ReadonlySet<FlowNode> {
  let nodes = farewells.get(graph);
  if (nodes === undefined) {
    nodes = new Set(graph.nodes.filter((node) => node.kind === "turn" && happensAt(graph, node, "act:farewell")));
    farewells.set(graph, nodes);
  }
  return nodes;
}

const farewells = new WeakMap<FlowGraph, ReadonlySet<FlowNode>>();

function isOver(node: FlowNode): boolean {
  return node.kind === "end" || (node.kind === "action" && node.action.verb?.id === "hang-up");
}

/** @param isAway whether the last thing before the end of the call happens in another file */
function turnBeforeEnd(document: ScriptDocument, path: readonly FlowNode[], isAway: boolean): NewTurn | undefined {
  // Nobody hears what is said after a hang-up.
  const hangUp = path.find((node) => node.kind === "action" && node.action.verb?.id === "hang-up");
  if (hangUp !== undefined) return turnBefore(document, hangUp);
  const last = path.at(-1);
  if (last === undefined) return undefined;
  if (isAway) return turnBefore(document, last);
  const decision =
    last.kind === "join"
      ? path.findLast((node) => node.kind === "decision" && node.span.end === last.span.start)
      : last;
  if (decision?.kind === "decision") return turnBehind(document, decision);
  return turnAfter(document, last);
}
