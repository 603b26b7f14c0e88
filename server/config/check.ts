import type { Span } from "../../grammar/index.ts";
import { LEXICON } from "../lexicon/lexicon.ts";
import { actsOf } from "../model/acts.ts";
import { PhrasePattern } from "../model/phrase-pattern.ts";
import { Division } from "../model/sentences.ts";
import { Wording, type WordingRule } from "../model/wording.ts";
import { ownMatches } from "../rules/own-words.ts";
import type { Bilingual, Finding } from "../rules/rule.ts";
import { checkExamples, checkSuggestions, obligationsOf, type WrittenObligation } from "./check-obligations.ts";
import { checkStandards } from "./check-standards.ts";
import { readMarks } from "./marks.ts";
import { type OwnFile, packsIn, placeOf, quoted, type ReportProblem } from "./own-file.ts";
import { ownMessage } from "./own-message.ts";
import type { PackRule } from "./pack.ts";
import type { ListedPhrase } from "./phrase-list.ts";
import { problem } from "./problem.ts";
import type { ReadStandard } from "./standards.ts";
import type { Placed } from "./values.ts";

/**
 * The words of all files together, and what is wrong with each file, by itself or beside the others.
 * @param isPartial whether files are missing that were named, or what names them cannot be read
 */
export function combine(
  files: readonly OwnFile[],
  isPartial = false,
): {
  readonly wording: Wording;
  readonly problems: ReadonlyMap<OwnFile, readonly Finding[]>;
} {
  const check = new Check(files);
  const phrases = check.phrases();
  const packRules = check.packRules();
  const obligations = check.obligations();
  const standards = check.standards();
  const packs = packsIn(files).map(({ pack }) => pack);
  const demanded = (by?: ReadStandard) =>
    obligations.filter(({ standard }) => standard === by).map(({ obligation }) => obligation);
  const wording = new Wording(
    [...phrases.map(({ rule }) => rule), ...packRules.map(({ rule }) => rule)],
    packs.flatMap(({ terms }) => terms),
    packs.flatMap(({ acts }) => acts),
    demanded(),
    standards.map((read) => ({ ...read.standard, obligations: demanded(read) })),
    isPartial || files.some(({ content }) => content.problems.length > 0),
  );
  check.examples(wording);
  checkExamples(obligations, wording, check.report);
  check.suggestions(wording, obligations);
  checkSuggestions(obligations, wording, check.report);
  return { wording, problems: check.problems };
}

/** The id of all findings that lists of phrases make. */
const PHRASE_RULE = "own/phrase";

/** A phrase or rule that works, and where it was written. */
interface Written {
  readonly file: OwnFile;
  readonly span: Span;
  readonly rule: WordingRule;
  readonly suggestions: readonly Placed[];
}

class Check {
  readonly problems: Map<OwnFile, Finding[]>;
  readonly report: ReportProblem = (file, ...what) => {
    this.problems.get(file)!.push(problem(...what));
  };
  private readonly files: readonly OwnFile[];
  /** Every rule that works, by itself: of two phrases that share an id each is one. */
  private readonly written = new Map<WordingRule, Written>();
  /** The names of the rules of all packs, and where each was given. */
  private readonly names = new Map<string, Bilingual>([[PHRASE_RULE, OF_LISTS]]);

  constructor(files: readonly OwnFile[]) {
    this.files = files;
    this.problems = new Map(files.map((file) => [file, [...file.content.problems]]));
  }

  /** The phrases of all lists, each once. */
  phrases(): readonly Written[] {
    const known = new Map<string, { readonly phrase: ListedPhrase; readonly file: OwnFile }>();
    for (const file of this.files)
      for (const phrase of "phrases" in file.content ? file.content.phrases : []) {
        const first = known.get(phrase.pattern.folded);
        if (first === undefined) known.set(phrase.pattern.folded, { phrase, file });
        else {
          const isSame = (["severity", "suggestion", "reason"] as const).every(
            (key) => phrase[key] === first.phrase[key],
          );
          this.report(file, isSame ? "duplicate-phrase" : "contradictory-phrase", phrase.span, {
            phrase: phrase.phrase,
            place: placeOf(first.file, first.phrase.span),
          });
        }
      }
    for (const { phrase, file } of known.values()) {
      const recommended = recommendations().get(phrase.pattern.folded);
      if (recommended !== undefined)
        this.report(file, "approved-phrase", phrase.span, { phrase: phrase.phrase, place: recommended });
    }
    return [...known.values()].map(({ phrase, file }) =>
      this.keep(file, phrase.span, ruleOf(phrase), suggestionOf(phrase)),
    );
  }

  /** The rules of all packs, each name once. */
  packRules(): readonly Written[] {
    return this.ofPacks()
      .filter(({ file, item }) => this.claim(item.rule.id, file, item.span))
      .map(({ file, item }) => this.keep(file, item.span, item.rule, item.suggestions));
  }

  /** The obligations of all packs that can run, none with the name of another one or of a rule. */
  obligations(): readonly WrittenObligation[] {
    return obligationsOf(this.files, this.report).filter(({ file, item }) => this.claim(item.id, file, item.span));
  }

  /** The standards whose names no other one of the organisation has. */
  standards(): readonly ReadStandard[] {
    return checkStandards(this.files, this.report);
  }

  /** Each example has to show what its rule does, and what is clean holds no listed phrase. */
  examples(wording: Wording): void {
    for (const { file, item } of this.ofPacks()) {
      const { rule, examples } = item;
      if (!this.written.has(rule)) continue;
      const id = rule.id.replace("own/", "");
      for (const { text: marked, span } of examples.match) {
        const example = readMarks(marked);
        if (example === undefined) {
          this.report(file, "marks", span);
          continue;
        }
        const found = this.found(wording, example.text, rule).filter((match) => match.rule === rule);
        const isRight =
          example.spans.length === 0
            ? found.length > 0
            : found.length === example.spans.length &&
              found.every(({ start, end }, index) => {
                const wanted = example.spans[index]!;
                return start === wanted.start && end === wanted.end;
              });
        if (!isRight) this.report(file, "example-not-found", span, { id, found: quoted(example.text, found) });
      }
      for (const { text, span } of examples.clean) {
        const found = this.found(wording, text, rule);
        const own = found.filter((match) => match.rule === rule);
        if (own.length > 0) this.report(file, "clean-example-found", span, { id, found: quoted(text, own) });
        for (const match of found) {
          const phrase = this.written.get(match.rule)!;
          if (match.rule.id === PHRASE_RULE)
            this.report(phrase.file, "approved-phrase", phrase.span, {
              phrase: text.slice(match.start, match.end),
              place: placeOf(file, span),
            });
        }
      }
    }
  }

  /** A suggestion that the organisation forbids elsewhere would be reported as soon as somebody takes it. */
  suggestions(wording: Wording, obligations: readonly WrittenObligation[]): void {
    const more = obligations.map(({ file, item: { suggestions } }) => ({ file, suggestions }));
    for (const { file, suggestions } of [...this.written.values(), ...more])
      for (const { text, span } of suggestions) {
        const [match] = this.found(wording, text);
        if (match === undefined) continue;
        const source = this.written.get(match.rule)!;
        this.report(file, "forbidden-suggestion", span, {
          suggestion: text,
          said: text.slice(match.start, match.end),
          place: placeOf(source.file, source.span),
        });
      }
  }

  private found(wording: Wording, text: string, rule?: WordingRule) {
    const speaker = rule?.speaker === "customer" ? "customer" : "agent";
    const pieces = [{ text, start: 0 }];
    return ownMatches(wording, pieces, actsOf(pieces, speaker, wording), speaker);
  }

  private ofPacks(): readonly { readonly file: OwnFile; readonly item: PackRule }[] {
    return packsIn(this.files).flatMap(({ file, pack }) => pack.rules.map((item) => ({ file, item })));
  }

  /** Gives a name to a rule, unless another one has it already. */
  private claim(id: string, file: OwnFile, span: Span): boolean {
    const place = this.names.get(id);
    if (place === undefined) this.names.set(id, placeOf(file, span));
    else this.report(file, "duplicate-rule", span, { id: id.replace("own/", ""), place });
    return place === undefined;
  }

  private keep(file: OwnFile, span: Span, rule: WordingRule, suggestions: readonly Placed[]): Written {
    const written = { file, span, rule, suggestions };
    this.written.set(rule, written);
    return written;
  }
}

const OF_LISTS: Bilingual = { zh: "词语表里的词语都用这个名字", en: "the phrases of lists have this name" };

function ruleOf({ pattern, severity, suggestion, reason }: ListedPhrase): WordingRule {
  const conditions = { any: [pattern], all: [], none: [], unless: [], atLeast: undefined, order: undefined };
  const suggestions = suggestion === "" ? [] : [suggestion];
  return {
    id: PHRASE_RULE,
    severity,
    speaker: "agent",
    conditions,
    message: ownMessage(undefined, reason),
    suggestions,
  };
}

function suggestionOf({ suggestion, suggestionSpan }: ListedPhrase): Placed[] {
  return suggestion === "" ? [] : [{ text: suggestion, span: suggestionSpan }];
}

/** The sentences that the lexicon itself recommends, folded as phrases are, and what for. */
function recommendations(): ReadonlyMap<string, Bilingual> {
  if (recommended === undefined) {
    recommended = new Map();
    for (const { act, suggestions } of LEXICON)
      for (const { say } of suggestions)
        for (const sentence of [say, ...sentencesOf(say)]) {
          const { folded } = new PhrasePattern(sentence);
          if (folded !== "") recommended.set(folded, { zh: `“${act}”的推荐说法`, en: `recommended for “${act}”` });
        }
  }
  return recommended;
}

let recommended: Map<string, Bilingual> | undefined;

function sentencesOf(text: string): string[] {
  const division = Division.sentences([{ text, start: 0 }]);
  const sentences: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { end } = division.partAt(at);
    sentences.push(text.slice(at, end));
    at = end;
  }
  return sentences;
}
