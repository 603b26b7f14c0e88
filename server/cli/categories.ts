import { keywordKey } from "../../grammar/index.ts";
import { nearest } from "../model/symbols.ts";
import type { AnyRule, Bilingual } from "../rules/rule.ts";

/** What a category asks of the rules: that one of these finds the utterance, that none does, or nothing at all. */
export type Expectation =
  | { readonly kind: "found"; readonly rules: ReadonlySet<string> }
  | { readonly kind: "clean" }
  | { readonly kind: "skip" };

/** A category of utterances, under the one name that all its spellings share in a report. */
export interface Category {
  readonly name: string;
  readonly expects: Expectation;
}

/** Knows which word means which category: the rules' names, the built-in words, and what the user maps. */
export class Categories {
  private readonly known = new Map<string, Category>();
  private readonly ofWholeScripts = new Set<string>();

  /**
   * @param rules all rules; those that judge the wording of a turn are the ones that an utterance can be tried on
   * @param own the ids of an organisation's own rules, which all do
   */
  constructor(rules: readonly AnyRule[], own: Iterable<string> = []) {
    const wording = [...rules.filter(({ scope }) => scope === "turn").map(({ id }) => id), ...own];
    for (const id of wording) {
      this.known.set(id, { name: id, expects: { kind: "found", rules: new Set([id]) } });
      const alike = wording.filter((other) => lastPart(other) === lastPart(id));
      this.known.set(lastPart(id), { name: alike.join("+"), expects: { kind: "found", rules: new Set(alike) } });
    }
    const any: Category = { name: "forbidden", expects: { kind: "found", rules: new Set(wording) } };
    for (const word of ["forbidden", "禁语"]) this.known.set(word, any);
    for (const word of CLEAN) this.known.set(word, { name: CLEAN[0], expects: { kind: "clean" } });
    for (const { id, scope } of rules)
      if (scope !== "turn") for (const name of [id, lastPart(id)]) this.ofWholeScripts.add(name);
  }

  /** Takes a mapping as the command line gives it, `word=target+target`; from then on the word means its targets. */
  map(option: string): Bilingual | undefined {
    const sign = option.search(/[=＝][^=＝]*$/);
    const word = option.slice(0, Math.max(0, sign)).trim();
    const targets = option
      .slice(sign + 1)
      .split("+")
      .map(keywordKey);
    if (word === "") return { zh: "应写成 类别=规则。", en: "write CATEGORY=RULE." };
    const rules = new Set<string>();
    for (const target of targets) {
      const found = target === "skip" ? SKIP : this.read(target);
      if ("problem" in found) return found.problem;
      if (found.expects.kind === "found") for (const rule of found.expects.rules) rules.add(rule);
      else if (targets.length > 1)
        return { zh: `“${target}”不能与别的并列。`, en: `“${target}” cannot be joined with others.` };
      else this.known.set(keywordKey(word), { name: word, expects: found.expects });
    }
    if (rules.size > 0) this.known.set(keywordKey(word), { name: word, expects: { kind: "found", rules } });
    return undefined;
  }

  /** The category that a word means, or why it means none. */
  read(word: string): Category | { readonly problem: Bilingual } {
    const key = keywordKey(word);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    if (this.ofWholeScripts.has(key))
      return {
        problem: {
          zh: `“${word}”要看整份话术，一句话检验不了。`,
          en: `“${word}” is judged on whole scripts; one utterance cannot try it.`,
        },
      };
    const guess = nearest(word, this.known.keys());
    return {
      problem: {
        zh: `没有“${word}”这个类别${guess === undefined ? "。" : `，是不是“${guess}”？`}`,
        en: `There is no category “${word}”${guess === undefined ? "." : `; did you mean “${guess}”?`}`,
      },
    };
  }
}

const SKIP: Category = { name: "skip", expects: { kind: "skip" } };

/** The words for what no rule may find. */
const CLEAN = ["polite", "clean", "合格", "正常"] as const;

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}
