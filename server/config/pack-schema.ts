import * as v from "valibot";
import { actWords } from "./event-words.ts";
import { OBLIGATION, OBLIGATION_EXPECTED } from "./obligations.ts";
import { COUNT, ID, LIST, SEVERITY, SPEAKER, TEXTS, WORDS } from "./values.ts";
import type { Expectations } from "./yaml-file.ts";

/** What a rule of a pack is. */
export const RULE = v.strictObject({
  id: ID,
  severity: SEVERITY,
  speaker: v.optional(SPEAKER, "agent"),
  any: v.optional(TEXTS),
  all: v.optional(TEXTS),
  none: v.optional(TEXTS),
  unless: v.optional(TEXTS),
  "at-least": v.optional(v.strictObject({ count: COUNT, of: LIST })),
  order: v.optional(v.pipe(v.array(WORDS), v.minLength(2))),
  within: v.optional(COUNT),
  message: v.optional(
    v.union([
      v.pipe(
        WORDS,
        v.transform((text) => ({ zh: text, en: text })),
      ),
      v.strictObject({ zh: WORDS, en: WORDS }),
    ]),
  ),
  suggestion: v.optional(TEXTS),
  reason: v.optional(v.string()),
  examples: v.optional(v.strictObject({ match: v.optional(TEXTS), clean: v.optional(TEXTS) })),
});

export const TERM = v.strictObject({ term: WORDS, say: WORDS });
export const ACT = v.strictObject({
  act: v.pipe(WORDS, v.metadata({ json: () => ({ anyOf: [{ enum: actWords() }, { type: "string" }] }) })),
  speaker: v.optional(SPEAKER),
  patterns: TEXTS,
});

const A_LIST = { zh: "一个句式，或一列句式", en: "a pattern, or a list of patterns" };
const TURNS = { zh: "一句话，或一列话", en: "a turn, or a list of turns" };
/** What each key of a pack takes, in words. */
export const PACK_EXPECTED: Expectations = {
  language: { zh: "zh 或 en", en: "zh or en" },
  rules: { zh: "一列规则，每条前面加“- ”", en: "a list of rules, each behind a “- ”" },
  terms: { zh: "一列 { term: 术语, say: 说法 }", en: "a list of { term: …, say: … }" },
  acts: { zh: "一列 act 和 patterns", en: "a list of act and patterns" },
  obligations: { zh: "一列要求，每条前面加“- ”", en: "a list of obligations, each behind a “- ”" },
  classes: { zh: "词类的名字和句式", en: "names of word classes and their patterns" },
  id: {
    zh: "一个名字，用小写字母、数字和连字符，例如 gift-promise",
    en: "a name in small letters, figures and hyphens, such as gift-promise",
  },
  severity: { zh: "error、warning 或 information", en: "error, warning or information" },
  speaker: { zh: "agent、customer 或 anyone", en: "agent, customer or anyone" },
  any: A_LIST,
  all: A_LIST,
  none: A_LIST,
  unless: A_LIST,
  "at-least": { zh: "count 和 of", en: "count and of" },
  count: { zh: "一个数，从 1 到 of 里句式的个数", en: "a number from 1 to that of the patterns in of" },
  of: { zh: "一列句式", en: "a list of patterns" },
  order: { zh: "一列至少两个句式", en: "a list of at least two patterns" },
  within: { zh: "最多隔多少，从 1 起的数", en: "the most that may stand between them, a number from 1" },
  message: { zh: "一句话，或 zh 和 en 各一句", en: "a sentence, or one each for zh and en" },
  suggestion: { zh: "一句建议，或一列建议", en: "a suggestion, or a list of them" },
  reason: { zh: "一句话", en: "a sentence" },
  examples: { zh: "match 和 clean", en: "match and clean" },
  match: TURNS,
  clean: TURNS,
  term: { zh: "一个术语", en: "a term" },
  say: { zh: "对客户的说法", en: "what to say to customers" },
  act: {
    zh: "一个言语行为的名字，例如 致歉，或 obligations 里用到的新名字",
    en: "the name of a dialogue act, such as apologise, or a new one of which obligations speak",
  },
  patterns: A_LIST,
};

/** A list whose items are read one by one, so that those which can work do. */
const items = (item: v.GenericSchema, expected: Expectations) =>
  v.optional(v.pipe(v.array(v.unknown()), v.metadata({ item, expected })));

/** What may stand in a pack, and in words what it takes. */
export const PACK = v.strictObject({
  language: v.optional(v.picklist(["zh", "en"])),
  rules: items(RULE, PACK_EXPECTED),
  terms: items(TERM, PACK_EXPECTED),
  acts: items(ACT, PACK_EXPECTED),
  obligations: items(OBLIGATION, OBLIGATION_EXPECTED),
  classes: v.optional(v.record(v.string(), WORDS)),
});
