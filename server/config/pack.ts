import * as v from "valibot";
import type { Span } from "../../grammar/index.ts";
import { CLASSES } from "../lexicon/classes.generated.ts";
import type { Term } from "../lexicon/format.ts";
import { foldWord } from "../model/normalise.ts";
import { BOUNDS, OwnPattern } from "../model/own-pattern.ts";
import { PatternError, type PatternLanguage, readPattern, type WordClasses } from "../model/pattern-tree.ts";
import { nearest } from "../model/symbols.ts";
import type { TextPattern, WordingAct, WordingRule } from "../model/wording.ts";
import { type Bilingual, type Finding, fill } from "../rules/rule.ts";
import { actWords, isTaken, lexiconAct, speakerOf } from "./event-words.ts";
import { OBLIGATION, OBLIGATION_EXPECTED, type PackObligation, readObligation } from "./obligations.ts";
import { ownMessage } from "./own-message.ts";
import { PATTERN_FAULTS, problem } from "./problem.ts";
import { COUNT, ID, LIST, type Placed, SEVERITY, SPEAKER, TEXTS, WORDS } from "./values.ts";
import { type Expectations, insteadOf, type Path, YamlFile } from "./yaml-file.ts";

/** What a pack of an organisation adds, with the places that checks over all packs speak of. */
export interface Pack {
  readonly rules: readonly PackRule[];
  readonly terms: readonly Term[];
  readonly acts: readonly PackAct[];
  readonly obligations: readonly PackObligation[];
  readonly problems: readonly Finding[];
}

/** Ways of doing a dialogue act. */
export interface PackAct extends WordingAct {
  /** What the organisation calls it, where the lexicon does not know it. */
  readonly newName?: string;
  /** Whether all of its patterns work. */
  readonly isWhole: boolean;
  readonly span: Span;
}

/** A rule of a pack that can run. */
export interface PackRule {
  readonly rule: WordingRule;
  readonly span: Span;
  readonly suggestions: readonly Placed[];
  /** Turns that it reports, with ⟦…⟧ around what it finds, and turns that it does not. */
  readonly examples: { readonly match: readonly Placed[]; readonly clean: readonly Placed[] };
}

/** Reads a pack; a rule, term or act that cannot work is told, and the others work. */
export function readPack(text: string): Pack {
  return new PackReader(new YamlFile(text)).read();
}

const RULE = v.strictObject({
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

const TERM = v.strictObject({ term: WORDS, say: WORDS });
const ACT = v.strictObject({
  act: v.pipe(WORDS, v.metadata({ json: () => ({ anyOf: [{ enum: actWords() }, { type: "string" }] }) })),
  speaker: v.optional(SPEAKER),
  patterns: TEXTS,
});

const A_LIST = { zh: "一个句式，或一列句式", en: "a pattern, or a list of patterns" };
const TURNS = { zh: "一句话，或一列话", en: "a turn, or a list of turns" };
const EXPECTED: Expectations = {
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
  rules: items(RULE, EXPECTED),
  terms: items(TERM, EXPECTED),
  acts: items(ACT, EXPECTED),
  obligations: items(OBLIGATION, OBLIGATION_EXPECTED),
  classes: v.optional(v.record(v.string(), WORDS)),
});
export { EXPECTED as PACK_EXPECTED };

/** Between neighbours in `order`, when nothing else is said. */
const WITHIN = 20;

class PackReader {
  private readonly file: YamlFile;
  private readonly problems: Finding[];
  private language: PatternLanguage | undefined;
  private classes: WordClasses = {};

  constructor(file: YamlFile) {
    this.file = file;
    this.problems = file.problems;
  }

  read(): Pack {
    const pack = this.file.checkWhole(PACK, EXPECTED);
    this.language = pack?.language;
    this.classes = this.ownClasses(pack?.classes ?? {});
    const each = <T>(key: string, items: readonly unknown[] = [], read: (item: unknown, path: Path) => T | undefined) =>
      items.flatMap((item, index) => read(item, [key, index]) ?? []);
    return {
      rules: each("rules", pack?.rules, (item, path) => this.rule(item, path)),
      terms: each("terms", pack?.terms, (item, path) => this.file.check(TERM, item, path, EXPECTED)),
      acts: each("acts", pack?.acts, (item, path) => this.act(item, path)),
      obligations: each("obligations", pack?.obligations, (item, path) => readObligation(this.file, item, path)),
      problems: this.problems,
    };
  }

  private ownClasses(classes: WordClasses): WordClasses {
    const own: Record<string, string> = {};
    for (const [name, pattern] of Object.entries(classes))
      if (Object.values(CLASSES).some((known) => Object.hasOwn(known, name)))
        this.problems.push(problem("known-class", this.file.span(["classes", name]), { name }));
      else own[name] = pattern;
    for (const [name, pattern] of Object.entries(own)) {
      const language = this.languageOf(pattern);
      this.orProblem(pattern, ["classes", name], () =>
        readPattern(pattern, language, { ...CLASSES[language], ...own }, BOUNDS),
      );
    }
    return own;
  }

  private rule(item: unknown, path: Path): PackRule | undefined {
    const read = this.file.check(RULE, item, path, EXPECTED);
    if (read === undefined) return undefined;
    const before = this.problems.length;
    const compile = (key: keyof typeof read, texts: readonly string[] = []) =>
      texts.map((text, index) => this.pattern(text, [...path, key, index]));
    const conditions = {
      any: compile("any", read.any),
      all: compile("all", read.all),
      none: compile("none", read.none),
      unless: compile("unless", read.unless),
      atLeast: read["at-least"] && {
        count: read["at-least"].count,
        of: read["at-least"].of.map((text, index) => this.pattern(text, [...path, "at-least", "of", index])),
      },
      order: read.order && {
        of: compile("order", read.order),
        within: read.within ?? WITHIN,
        unit: this.languageOf(read.order.join("")) === "zh" ? ("characters" as const) : ("words" as const),
      },
    };
    if (conditions.atLeast && conditions.atLeast.count > conditions.atLeast.of.length)
      this.problems.push(
        problem("wrong-value", this.file.span([...path, "at-least", "count"]), {
          key: "count",
          expected: EXPECTED.count!,
        }),
      );
    if (read.any === undefined && read.all === undefined && !conditions.atLeast && !conditions.order)
      this.problems.push(problem("no-condition", this.file.span([...path, "id"]), { id: read.id }));
    // A rule that lacks one of its patterns would report what its author excluded.
    if (this.problems.length > before) return undefined;
    const placed = (texts: readonly string[] | undefined, ...keys: string[]) =>
      (texts ?? []).map((text, index) => ({ text, span: this.file.span([...path, ...keys, index]) }));
    return {
      rule: {
        id: `own/${read.id}`,
        severity: read.severity,
        speaker: read.speaker,
        conditions: conditions as WordingRule["conditions"],
        message: ownMessage(read.message, read.reason),
        suggestions: read.suggestion ?? [],
      },
      span: this.file.span([...path, "id"]),
      suggestions: placed(read.suggestion, "suggestion"),
      examples: {
        match: placed(read.examples?.match, "examples", "match"),
        clean: placed(read.examples?.clean, "examples", "clean"),
      },
    };
  }

  private act(item: unknown, path: Path): PackAct | undefined {
    const read = this.file.check(ACT, item, path, EXPECTED);
    if (read === undefined) return undefined;
    const span = this.file.span([...path, "act"]);
    const patterns = read.patterns.flatMap((text, index) => this.pattern(text, [...path, "patterns", index]) ?? []);
    const isWhole = patterns.length === read.patterns.length;
    const known = lexiconAct(read.act);
    if (known !== undefined) return { act: known, speaker: read.speaker ?? speakerOf(known), patterns, isWhole, span };
    const speaker = read.speaker ?? "agent";
    // In Chinese one other character makes another word, so that only names in Latin letters can be told to be slips.
    const isSlip = !/[\u3400-\u9fff]/.test(read.act) && nearest(read.act, actWords()) !== undefined;
    if (isSlip || isTaken(read.act, speaker)) {
      const instead = insteadOf(read.act, actWords());
      this.problems.push(problem(isSlip ? "unknown-act" : "taken-act", span, { act: read.act, instead }));
      return undefined;
    }
    return { act: foldWord(read.act), newName: read.act, speaker, patterns, isWhole, span };
  }

  /** A pattern that works; one that does not is a problem. */
  private pattern(text: string, path: Path): TextPattern | undefined {
    const language = this.languageOf(text);
    const classes = { ...CLASSES[language], ...this.classes };
    return this.orProblem(text, path, () => new OwnPattern(text, language, classes));
  }

  private orProblem<T>(text: string, path: Path, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      const fault: Bilingual = fill(PATTERN_FAULTS[error.fault], { detail: error.detail });
      this.problems.push(problem("pattern", this.file.span(path), { pattern: text, fault }));
      return undefined;
    }
  }

  /** The language of a pattern: what the pack says, else what the pattern is written in. */
  private languageOf(text: string): PatternLanguage {
    return this.language ?? (/[\u3400-\u9fff]/.test(text) ? "zh" : "en");
  }
}
