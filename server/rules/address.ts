import type { Statement } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { isSaidToCustomer } from "../model/speech.ts";
import { distanceOf, StepMemory } from "../model/step-memory.ts";
import { statementsWithin } from "../model/symbols.ts";

/**
 * A sentence for the agent with the customer's name and title in it, as the script's agent has called the customer
 * before `offset` (李先生，… / …, Mrs Lane.); as it is where nobody was called anything, or where it names somebody itself.
 */
export function addressed(document: ScriptDocument, offset: number, sentence: string): string {
  const name = addressBefore(document, offset);
  if (name === undefined || NAMES.zh.test(sentence) || NAMES.en.test(sentence)) return sentence;
  if (document.facts.language === "zh") return /[您你]/.test(sentence) ? `${name}，${sentence}` : sentence;
  return /\byour?\b|\bsorry\b|\bthank\b/i.test(sentence)
    ? sentence.replace(/(?=[.!?](?:\s|$))/, `, ${name}`)
    : sentence;
}

/** What the agent has called the customer last. */
function addressBefore(document: ScriptDocument, offset: number): string | undefined {
  return addressesIn(document).findLast(({ start }) => start < offset)?.name;
}

/** A turn in which the agent calls the customer something, and what. */
interface Address {
  readonly start: number;
  readonly name: string;
}

function addressesIn(document: ScriptDocument): readonly Address[] {
  let addresses = known.get(document);
  if (addresses === undefined) {
    addresses = document.script.steps.flatMap((step) =>
      remembered
        .of(step, [], (unmoved) => statementsWithin(unmoved.body).flatMap(addressIn))
        .map(({ start, name }) => ({ start: start + distanceOf(step), name })),
    );
    known.set(document, addresses);
  }
  return addresses;
}

const known = new WeakMap<ScriptDocument, readonly Address[]>();
const remembered = new StepMemory<readonly Address[]>();

function addressIn(statement: Statement): Address[] {
  if (statement.kind !== "turn" || !isSaidToCustomer(statement)) return [];
  const name = statement.text.map(({ text }) => nameIn(text)).findLast((found) => found !== "");
  return name === undefined ? [] : [{ start: statement.start, name }];
}

/** The last name by which somebody is spoken to in a text, or nothing. */
function nameIn(text: string): string {
  return [...text.matchAll(VOCATIVE)].at(-1)?.[1] ?? "";
}

const TITLED =
  "(?:\\{[^{}]{1,16}\\}|[\\u3400-\\u9fff]{1,2})(?:先生|女士|小姐|老师|阿姨|大爷)|(?:Mr|Mrs|Ms|Miss|Mx|Dr)\\.? (?:\\{[^{}]{1,16}\\}|[A-Z][\\w'’-]+)";
/** A name by which somebody is spoken to: a clause by itself, not one who is spoken of. */
const VOCATIVE = new RegExp(`(?:^|[，,。.！!？?；;]\\s*)(${TITLED})(?=[，,。.！!？?：:；;]|您好|$)`, "g");
/** Somebody is named in a sentence. */
const NAMES = { zh: /先生|女士|小姐|……/, en: /\b(?:Mr|Mrs|Ms|Miss|Dr)\b|…/ };
