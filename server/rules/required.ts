import { suggestionsFor } from "../model/acts.ts";
import type { Facts, ScriptDocument } from "../model/document.ts";
import { flowOf } from "../model/flow.ts";
import { insertTurnAfter, insertTurnBefore } from "./insert-turn.ts";
import { type CounterExample, counterExamples } from "./obligation.ts";
import { eventInWords, pathInWords, pathPoints } from "./path.ts";
import type { Obligation } from "./pattern.ts";
import { type AnyRule, type Bilingual, defineRule, type Edit, type Message, type Rule } from "./rule.ts";

/** What a rule about a required behaviour has to say. */
interface Requirement extends Pick<Rule, "id" | "severity" | "title" | "why" | "fix" | "good"> {
  readonly obligation: Obligation;
  /** In which scripts it is asked; in all where nothing is given. */
  readonly asked?: (facts: Facts) => boolean;
  /** Its {path} says by which steps and choices one comes there, its {before} what is done too early. */
  readonly message: Message<`${string}{path}${string}`, `${string}{path}${string}`>;
  /** What the reader is told at the point where the obligation arises. */
  readonly begins: Bilingual;
  /** The dialogue act whose sentences are offered, and where they are put: after what calls for it, or before what must wait. */
  readonly say: { readonly act: string; readonly place?: "after" | "before" };
}

/** Declares a rule that something is said or done on every path on which it is called for. */
export function required({ obligation, asked, message, begins, say: remedy, ...texts }: Requirement): AnyRule {
  return defineRule({
    ...texts,
    messages: { found: message as Message },
    check({ document, project, report }) {
      if (asked?.(document.facts) === false) return;
      for (const example of counterExamples(flowOf(project, document), obligation)) {
        const before = eventInWords(example.barrier.event);
        const say = suggestionsFor(remedy.act, document.facts.language).map((suggestion) => suggestion.say);
        report(
          "found",
          {
            span: example.span,
            say,
            path: pathPoints(document, example, begins, {
              zh: `到这里还没有，就${before.zh}了`,
              en: `not so far, and here the script goes on to ${before.en}`,
            }),
            fixes: say.flatMap((sentence) => {
              const edits = insertion(document, example, remedy.place, sentence);
              return edits === undefined
                ? []
                : [{ title: { zh: `加一句：${sentence}`, en: `Add: ${sentence}` }, edits }];
            }),
          },
          { before, path: pathInWords(example) } as never,
        );
      }
    },
  });
}

function insertion(
  document: ScriptDocument,
  { trigger, barrier, path }: CounterExample,
  place: "after" | "before" | undefined,
  sentence: string,
): Edit[] | undefined {
  const own = path.filter((point) => point.document === document).map(({ node }) => node);
  if (place === "after")
    return trigger?.document === document ? insertTurnAfter(document, trigger.node, sentence) : undefined;
  if (place === undefined) return undefined;
  const last = own.at(-1);
  if (last === undefined) return undefined;
  if (last.kind !== "end" || barrier.node.kind !== "end") return insertTurnBefore(document, last, sentence);
  const before = own.at(-2);
  return before && insertTurnAfter(document, before, sentence);
}
