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
import { type PackObligation, readObligation } from "./obligations.ts";
import { ownMessage } from "./own-message.ts";
import { ACT, PACK, PACK_EXPECTED, RULE, TERM } from "./pack-schema.ts";
import { PATTERN_FAULTS, problem } from "./problem.ts";
import type { Placed } from "./values.ts";
import { insteadOf, type Path, YamlFile } from "./yaml-file.ts";

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
    const pack = this.file.checkWhole(PACK, PACK_EXPECTED);
    this.language = pack?.language;
    this.classes = this.ownClasses(pack?.classes ?? {});
    const each = <T>(key: string, items: readonly unknown[] = [], read: (item: unknown, path: Path) => T | undefined) =>
      items.flatMap((item, index) => read(item, [key, index]) ?? []);
    return {
      rules: each("rules", pack?.rules, (item, path) => this.rule(item, path)),
      terms: each("terms", pack?.terms, (item, path) => this.file.check(TERM, item, path, PACK_EXPECTED)),
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
    const read = this.file.check(RULE, item, path, PACK_EXPECTED);
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
          expected: PACK_EXPECTED.count!,
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
    const read = this.file.check(ACT, item, path, PACK_EXPECTED);
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
