import { type ScriptDocument, stepName } from "../model/document.ts";
import type { FlowEvent } from "../model/events.ts";
import type { FlowNode } from "../model/flow.ts";
import { type CounterExample, nodesIn } from "./obligation.ts";
import type { Bilingual, Related } from "./rule.ts";

/** A path in words, as the end of a sentence: the steps and choices that it passes; empty where they have no names. */
export function pathInWords({ path }: CounterExample): Bilingual {
  const words: string[] = [];
  const say = (word: string) => {
    if (word !== "" && words.at(-1) !== word) words.push(word);
  };
  // A path may be as long as the script, so that an array of its entries would cost more than the words.
  for (let index = 0; index < path.length; index++) {
    const { node } = path[index]!;
    if (node.step !== undefined && (index === 0 || node.kind === "step")) say(stepName(node.step));
    if (node.kind === "choice" && node.choice.label.kind === "text") say(node.choice.label.text);
  }
  const way = wayInWords(words);
  return way === "" ? { zh: "", en: "" } : { zh: `：${way}`, en: `: ${way}` };
}

/** Names in the order of the call. */
export function wayInWords(names: readonly string[]): string {
  return (names.length > LONGEST ? [...names.slice(0, 4), "…", ...names.slice(-4)] : names).join(" → ");
}

/** A longer way is told by its ends; its points are all there in the finding. */
const LONGEST = 9;

/**
 * The points of a path at which the reader of a script looks: where the obligation arises, each choice and step, and
 * where it is broken. What lies in other scripts is left out.
 */
export function pathPoints(
  document: ScriptDocument,
  { trigger, barrier, path }: CounterExample,
  begins: Bilingual,
  fails: Bilingual,
): Related[] {
  const own = nodesIn(document, path);
  const points: Related[] = trigger?.document === document ? [{ span: trigger.event.span, message: begins }] : [];
  // The trigger is the first of them. No copies: a path may be as long as the script.
  for (let index = points.length; index < own.length; index++) {
    const node = own[index]!;
    if (node === barrier.node) break;
    const message = pointOf(node);
    if (message !== undefined) points.push({ span: headOf(node), message });
  }
  // The end of the call has no line of its own; what shows is the last thing before it.
  const last = barrier.node.kind === "end" ? own.at(-2) : undefined;
  const span = last?.span ?? (barrier.document === document ? barrier.event.span : own.at(-1)?.span);
  return span === undefined ? points : [...points, { span, message: fails }];
}

/** What an event is called as a verb: Chinese "就…", English "goes on to …". */
export function eventInWords({ name }: FlowEvent): Bilingual {
  return EVENT_WORDS[name] ?? (name.startsWith("action:") ? { zh: "开始处理", en: "act" } : { zh: name, en: name });
}

const EVENT_WORDS: Readonly<Record<string, Bilingual>> = {
  "act:explain": { zh: "解释", en: "explain" },
  "act:explain-policy": { zh: "讲规定", en: "quote the rules" },
  "act:question": { zh: "追问", en: "ask about the matter" },
  "act:ask-open": { zh: "追问", en: "ask about the matter" },
  "act:ask-closed": { zh: "追问", en: "ask about the matter" },
  "act:ask-identifying": { zh: "询问资料", en: "ask for details" },
  "act:state-purpose": { zh: "说明来意", en: "say what the call is about" },
  "act:state-absence": { zh: "说人不在", en: "say that the person is out" },
  "act:refuse": { zh: "拒绝", en: "refuse" },
  "act:flat-refusal": { zh: "拒绝", en: "refuse" },
  "act:commit": { zh: "作出承诺", en: "make a promise" },
  "act:offer-solution": { zh: "给出方案", en: "offer a solution" },
  "action:hold": { zh: "让客户等候", en: "put the customer on hold" },
  "action:transfer": { zh: "转接", en: "transfer the call" },
  "action:record": { zh: "记录", en: "write it down" },
  "action:hang-up": { zh: "挂机", en: "hang up" },
  "customer:turn": { zh: "等客户说话", en: "wait for the customer" },
  turn: { zh: "往下说", en: "say something else" },
  end: { zh: "结束通话", en: "end the call" },
};

function headOf(node: FlowNode): FlowNode["span"] {
  return node.kind === "choice" ? node.choice.label : node.span;
}

function pointOf(node: FlowNode): Bilingual | undefined {
  if (node.kind === "choice") return { zh: "走这条分支", en: "this branch is taken" };
  if (node.kind === "step" && node.step !== undefined)
    return { zh: `进入步骤“${stepName(node.step)}”`, en: `the step “${stepName(node.step)}” begins` };
  return undefined;
}
