import { messageOf } from "../config/message-of.ts";
import { RULES } from "../rules/index.ts";
import type { AnyRule, Bilingual } from "../rules/rule.ts";
import { toReader } from "./to-reader.ts";

/** What there is to say of a rule, whoever made it. */
export interface RuleText {
  readonly title: string;
  /** Why it matters, and what to do; undefined where the messages say all there is. */
  readonly why: string | undefined;
  readonly fix: string | undefined;
}

/** A rule of a finding in words: of the product, about the form of lines or the configuration, or an organisation's own. */
export function ruleText(id: string, language: "zh" | "en"): RuleText {
  const rule = rules().get(id);
  if (rule !== undefined) {
    const told = ({ [language]: words }: Bilingual) => toReader(words);
    return { title: told(rule.title), why: told(rule.why), fix: told(rule.fix) };
  }
  const title = messageOf(id)?.title[language] ?? OWN[language];
  return { title: toReader(title), why: undefined, fix: undefined };
}

const OWN = { zh: "你们自己的规则", en: "A rule of your organisation" };

let known: ReadonlyMap<string, AnyRule> | undefined;

function rules(): ReadonlyMap<string, AnyRule> {
  known ??= new Map(RULES.map((rule) => [rule.id, rule]));
  return known;
}
