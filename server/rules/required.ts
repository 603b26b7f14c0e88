import { suggestionsFor } from "../model/acts.ts";
import type { Facts, ScriptDocument } from "../model/document.ts";
import { type FlowNode, flowOf } from "../model/flow.ts";
import type { Severity } from "../protocol.ts";
import { addressed } from "./address.ts";
import { insertTurnAfter, insertTurnBefore, insertTurnBehind } from "./insert-turn.ts";
import { type CounterExample, counterExamples } from "./obligation.ts";
import { eventInWords, pathInWords, pathPoints } from "./path.ts";
import type { EventTest, Obligation } from "./pattern.ts";
import { type AnyRule, type Bilingual, defineRule, type Edit, type Fix, type Message, type Rule } from "./rule.ts";

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
      const asks = typeof obligation === "function" ? obligation(document) : obligation;
      for (const example of counterExamples(flowOf(project, document), asks)) {
        const before = eventInWords(example.barrier.event);
        const isMilder = example.trigger !== undefined && milder?.when(example.trigger.event, document.facts);
        report(
          "found",
          {
            span: example.span,
            ...(isMilder && { severity: milder!.severity }),
            say: sentences.map(({ say }) => say),
            path: pathPoints(document, example, begins, {
              zh: `到这里还没有，就${before.zh}了`,
              en: `not so far, and here the script goes on to ${before.en}`,
            }),
            fixes: sentences.flatMap((sentence) => insertion(document, example, remedy.place, sentence)),
          },
          { ...holes?.(document), before, path: pathInWords(example) } as never,
        );
      }
    },
  });
}

/** Something to say, and in which situation, where it does not fit all. */
interface Sentence {
  readonly say: string;
  readonly when?: string;
}

function sentencesOf(remedy: Remedy, language: Facts["language"]): readonly Sentence[] {
  return "act" in remedy ? suggestionsFor(remedy.act, language) : remedy[language].map((say) => ({ say }));
}

function insertion(
  document: ScriptDocument,
  example: CounterExample,
  place: Remedy["place"],
  { say: plain, when }: Sentence,
): Fix[] {
  const at = place && editsAt(document, example, place, plain)?.[0]?.start;
  if (place === undefined || at === undefined) return [];
  const say = addressed(document, at, plain);
  const edits = editsAt(document, example, place, say)!;
  const title =
    when === undefined
      ? { zh: `加一句：${say}`, en: `Add: ${say}` }
      : { zh: `加一句（${when}）：${say}`, en: `Add (${when}): ${say}` };
  return [{ title, edits }];
}

function editsAt(
  document: ScriptDocument,
  { trigger, barrier, path }: CounterExample,
  place: "after" | "ahead" | "before",
  sentence: string,
): Edit[] | undefined {
  if (place !== "before") {
    if (trigger?.document !== document) return undefined;
    const insert = place === "after" ? insertTurnAfter : insertTurnBefore;
    return insert(document, trigger.node, sentence);
  }
  const own = path.filter((point) => point.document === document).map(({ node }) => node);
  const last = own.at(-1);
  if (last === undefined) return undefined;
  if (last.kind !== "end" || barrier.node.kind !== "end") return insertTurnBefore(document, last, sentence);
  return beforeEnd(document, own.slice(0, -1), path.at(-2)?.document !== document, sentence);
}

/** @param isAway whether the last thing before the end of the call happens in another file */
function beforeEnd(
  document: ScriptDocument,
  path: readonly FlowNode[],
  isAway: boolean,
  sentence: string,
): Edit[] | undefined {
  // Nobody hears what is said after a hang-up.
  const hangUp = path.find((node) => node.kind === "action" && node.action.verb?.id === "hang-up");
  if (hangUp !== undefined) return insertTurnBefore(document, hangUp, sentence);
  const last = path.at(-1);
  if (last === undefined) return undefined;
  if (isAway) return insertTurnBefore(document, last, sentence);
  const decision =
    last.kind === "join"
      ? path.findLast((node) => node.kind === "decision" && node.span.end === last.span.start)
      : last;
  if (decision?.kind === "decision") return insertTurnBehind(document, decision, sentence);
  return insertTurnAfter(document, last, sentence);
}
