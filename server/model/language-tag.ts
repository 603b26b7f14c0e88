import { FIELD_VALUES, lookUp } from "../../grammar/index.ts";
import type { LanguageTag } from "../lexicon/format.ts";
import { fieldValue, type ScriptDocument } from "./document.ts";
import { SIMPLIFIED, TRADITIONAL } from "./traditional.generated.ts";

/** How much of a script is looked at to tell which characters it is written in. */
const SAMPLE = 4000;

/** In which kind of writing a script is: what its `language` field says, else what most of its characters are. */
export function languageTag(document: ScriptDocument): LanguageTag {
  let tag = known.get(document);
  if (tag === undefined) {
    tag = lookUp(FIELD_VALUES.language, fieldValue(document.script.fields, "language") ?? "") ?? fromText(document);
    known.set(document, tag);
  }
  return tag;
}

const known = new WeakMap<ScriptDocument, LanguageTag>();

function fromText({ facts, text }: ScriptDocument): LanguageTag {
  if (facts.language === "en") return "en";
  let balance = 0;
  for (const char of text.slice(0, SAMPLE))
    balance += TRADITIONAL_ONLY.has(char) ? 1 : SIMPLIFIED_ONLY.has(char) ? -1 : 0;
  return balance > 0 ? "zh-TW" : "zh-CN";
}

/** Characters that simplified Chinese does not have. */
export const TRADITIONAL_ONLY: ReadonlySet<string> = new Set(TRADITIONAL);
const SIMPLIFIED_ONLY = new Set([...SIMPLIFIED].filter((char) => !TRADITIONAL_ONLY.has(char)));
