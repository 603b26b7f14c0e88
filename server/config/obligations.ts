import * as v from "valibot";
import { FIELD_VALUES, type Keyword, type Span } from "../../grammar/index.ts";
import type { AfterOccasion, Demand, DemandScope, Occasion, WordingObligation } from "../model/demand.ts";
import type { Bilingual } from "../rules/rule.ts";
import { type EventWords, eventWords } from "./event-words.ts";
import { keywordOf } from "./keyword-of.ts";
import { demandMessage } from "./own-message.ts";
import { problem } from "./problem.ts";
import { COUNT, FLAG, ID, oneOrMore, type Placed, SEVERITY, TEXTS, WORDS } from "./values.ts";
import type { Expectations, Path, YamlFile } from "./yaml-file.ts";

/** An obligation of a pack, before it is known which acts the other packs have. */
export interface PackObligation {
  readonly id: string;
  readonly span: Span;
  readonly suggestions: readonly Placed[];
  /** Scripts in which it is broken, with or without ⟦…⟧ around what is reported, and scripts in which it is kept. */
  readonly examples: { readonly bad: readonly Placed[]; readonly good: readonly Placed[] };
  /** Looks its words up. Without an obligation when one of them means nothing, or when it could never be broken. */
  compile(words: EventWords): CompiledObligation;
}

export interface CompiledObligation {
  readonly obligation?: WordingObligation;
  /** The names of all events of which it speaks. */
  readonly names: ReadonlySet<string>;
  readonly problems: readonly Parameters<typeof problem>[];
}

/** Reads an obligation of a pack; what is wrong with its form is told, and it is undefined. */
export function readObligation(file: YamlFile, item: unknown, path: Path): PackObligation | undefined {
  const read = file.check(OBLIGATION, item, path, OBLIGATION_EXPECTED);
  if (read === undefined) return undefined;
  const span = file.span([...path, "id"]);
  const given = PATTERNS.filter((pattern) => read[pattern] !== undefined);
  if (given.length !== 1) {
    const second = given[1];
    const place = second === undefined ? span : file.span([...path, second]);
    file.problems.push(problem(second === undefined ? "no-demand" : "two-demands", place, { id: read.id }));
    return undefined;
  }
  const placed = (texts: readonly string[] = [], ...keys: string[]) =>
    texts.map((text, index) => ({ text, span: file.span([...path, ...keys, index]) }));
  return {
    id: `own/${read.id}`,
    span,
    suggestions: placed(read.suggestion, "suggestion"),
    examples: {
      bad: placed(read.examples?.bad, "examples", "bad"),
      good: placed(read.examples?.good, "examples", "good"),
    },
    compile: (words) => new Compiler(file, path, words).compile(read),
  };
}

const EVENT = v.pipe(
  WORDS,
  v.metadata({ definition: "event", json: () => ({ anyOf: [{ enum: eventWords() }, { type: "string" }] }) }),
);
const EVENTS = oneOrMore(EVENT);
const CHAIN = v.union([EVENTS, v.strictObject({ chain: v.pipe(v.array(EVENTS), v.minLength(2)) })]);
const AFTER = v.strictObject({ after: EVENTS, until: v.optional(EVENTS), nth: v.optional(COUNT) });
const SCOPE = v.strictObject({
  after: v.optional(EVENTS),
  until: v.optional(EVENTS),
  nth: v.optional(COUNT),
  before: v.optional(EVENTS),
  "first-turns": v.optional(COUNT),
  "last-turns": v.optional(COUNT),
});
const SOMEWHERE = v.strictObject({ of: EVENTS, in: v.optional(SCOPE) });
/** What is told, in one or in both languages; its only hole is {path}. */
const MESSAGE = v.pipe(WORDS, v.regex(/^(?:[^{}]|\{path\})*$/));

const PATTERNS = ["response", "precedence", "existence", "absence"] as const;

export const OBLIGATION = v.pipe(
  v.strictObject({
    id: ID,
    response: v.optional(
      v.strictObject({
        when: EVENTS,
        response: CHAIN,
        before: v.optional(EVENTS),
        within: v.optional(COUNT),
        "first-only": v.optional(FLAG, "false"),
      }),
    ),
    precedence: v.optional(
      v.strictObject({ of: EVENTS, first: CHAIN, each: v.optional(FLAG, "false"), in: v.optional(AFTER) }),
    ),
    existence: v.optional(SOMEWHERE),
    absence: v.optional(SOMEWHERE),
    asked: v.optional(
      v.strictObject({
        channel: v.optional(oneOrMore(keywordOf(FIELD_VALUES.channel))),
        direction: v.optional(oneOrMore(keywordOf(FIELD_VALUES.direction))),
        scenario: v.optional(oneOrMore(keywordOf(FIELD_VALUES.scenario))),
      }),
    ),
    severity: SEVERITY,
    message: v.optional(v.union([MESSAGE, v.strictObject({ zh: MESSAGE, en: MESSAGE })])),
    suggestion: v.optional(TEXTS),
    reason: v.optional(v.string()),
    examples: v.optional(v.strictObject({ bad: v.optional(TEXTS), good: v.optional(TEXTS) })),
  }),
  v.metadata({ json: { oneOf: PATTERNS.map((pattern) => ({ required: [pattern] })) } }),
);

type Read = v.InferOutput<typeof OBLIGATION>;
type ReadChain = v.InferOutput<typeof CHAIN>;
type ReadScope = v.InferOutput<typeof SCOPE>;

/** Puts what an obligation says into the names of events. */
class Compiler {
  private readonly file: YamlFile;
  private readonly path: Path;
  private readonly words: EventWords;
  private readonly names = new Set<string>();
  private readonly problems: Parameters<typeof problem>[] = [];

  constructor(file: YamlFile, path: Path, words: EventWords) {
    this.file = file;
    this.path = path;
    this.words = words;
  }

  compile(read: Read): CompiledObligation {
    const demand = this.demand(read)!;
    const { names, problems } = this;
    if (problems.length > 0) return { names, problems };
    const message = typeof read.message === "string" ? { zh: read.message, en: read.message } : read.message;
    const obligation = {
      id: `own/${read.id}`,
      severity: read.severity,
      asked: read.asked ?? {},
      demand,
      message: demandMessage(demand, message, read.reason),
      suggestions: read.suggestion ?? [],
    };
    return { obligation, names, problems };
  }

  private demand({ response, precedence, existence, absence }: Read): Demand | undefined {
    if (response !== undefined) {
      const before = response.before && this.occasion(response.before, "response", "before");
      const chain = this.chain(response.response, "response", "response");
      if (before !== undefined && response.within === undefined) this.mustBreak(before, chain, "response", "before");
      return {
        pattern: "response",
        when: this.occasion(response.when, "response", "when"),
        response: chain,
        before,
        within: response.within,
        firstOnly: response["first-only"],
      };
    }
    if (precedence !== undefined) {
      const of = this.occasion(precedence.of, "precedence", "of");
      const first = this.chain(precedence.first, "precedence", "first");
      this.mustBreak(of, first, "precedence", "of");
      const scope = precedence.in && this.after(precedence.in, precedence.in.after, "precedence", "in");
      return { pattern: "precedence", of, first, each: precedence.each, in: scope };
    }
    for (const [pattern, read] of [
      ["existence", existence],
      ["absence", absence],
    ] as const)
      if (read !== undefined)
        return {
          pattern,
          of: this.occasion(read.of, pattern, "of"),
          in: read.in && this.scope(read.in, pattern, "in"),
        };
    return undefined;
  }

  private scope(read: ReadScope, ...keys: string[]): DemandScope | undefined {
    const { after, until, nth, before, "first-turns": firstTurns, "last-turns": lastTurns } = read;
    const given = [after, before, firstTurns, lastTurns].filter((value) => value !== undefined);
    if (given.length !== 1 || (after === undefined && (until ?? nth) !== undefined)) {
      this.problems.push(["scope", this.span(...keys)]);
      return undefined;
    }
    if (before !== undefined) return { before: this.occasion(before, ...keys, "before") };
    if (firstTurns !== undefined) return { firstTurns };
    if (lastTurns !== undefined) return { lastTurns };
    return this.after(read, after!, ...keys);
  }

  private after({ until, nth }: ReadScope, after: readonly string[], ...keys: string[]): AfterOccasion {
    return {
      after: this.occasion(after, ...keys, "after"),
      until: until && this.occasion(until, ...keys, "until"),
      nth,
    };
  }

  private chain(read: ReadChain, ...keys: string[]): Occasion[] {
    if (Array.isArray(read)) return [this.occasion(read, ...keys)];
    return read.chain.map((words, index) => this.occasion(words, ...keys, "chain", index));
  }

  /** Any of the events that the words at a place of the file mean. */
  private occasion(words: readonly string[], ...keys: (string | number)[]): Occasion {
    const found = words.flatMap((word, index) => {
      const occasion = this.words.find(word);
      if (occasion !== undefined) return [occasion];
      const instead = this.words.instead(word);
      this.problems.push(["unknown-event", this.span(...keys, index), { word, instead }]);
      return [];
    });
    const names = [...new Set(found.flatMap((occasion) => occasion.names))];
    for (const name of names) this.names.add(name);
    const joined = (language: "zh" | "en", or: string) => found.map((occasion) => occasion.words[language]).join(or);
    return { names, words: { zh: joined("zh", "”或“"), en: joined("en", "” or “") } };
  }

  /** Tells when what must not come too early is itself what has to come first: then nothing would ever be found. */
  private mustBreak({ names, words }: Occasion, chain: readonly Occasion[], ...keys: string[]): void {
    const [only, ...others] = chain;
    if (others.length > 0 || names.length === 0 || !names.every((name) => only!.names.includes(name))) return;
    this.problems.push(["never-broken", this.span(...keys), { word: words }]);
  }

  private span(...keys: (string | number)[]): Span {
    return this.file.span([...this.path, ...keys]);
  }
}

const AN_EVENT = {
  zh: "一件事或一列事，例如 致歉、“客户 投诉”、“动作 等候”",
  en: "an event or a list of events, such as apologise, “customer complain”, “action hold”",
};
const EVENTS_IN_ORDER = {
  zh: "一件事、一列事，或 { chain: [先, 后] }",
  en: "an event, a list of events, or { chain: [one, then another] }",
};
const SCRIPTS = { zh: "一份话术，或一列话术", en: "a script, or a list of scripts" };
const TRUE_OR_FALSE = { zh: "true 或 false", en: "true or false" };
const A_NUMBER = { zh: "从 1 起的数", en: "a number from 1" };
const SOMEWHERE_EXPECTED = { zh: "of，还可以有 in", en: "of, and maybe in" };

/** What the keys of an obligation take, in words. */
export const OBLIGATION_EXPECTED: Expectations = {
  id: {
    zh: "一个名字，用小写字母、数字和连字符，例如 recording-notice",
    en: "a name in small letters, figures and hyphens, such as recording-notice",
  },
  response: {
    zh: "when 和 response，里面的 response 写该做的事",
    en: "when and response, the inner one being the event that has to follow",
  },
  precedence: { zh: "of 和 first，还可以有 each、in", en: "of and first, and maybe each and in" },
  existence: SOMEWHERE_EXPECTED,
  absence: SOMEWHERE_EXPECTED,
  when: AN_EVENT,
  of: AN_EVENT,
  first: EVENTS_IN_ORDER,
  chain: { zh: "一列先后发生的事，至少两件", en: "a list of at least two events, in their order" },
  before: AN_EVENT,
  after: AN_EVENT,
  until: AN_EVENT,
  nth: A_NUMBER,
  within: { zh: "最多几句客服的话，从 1 起的数", en: "a number of the agent's turns, from 1" },
  "first-only": TRUE_OR_FALSE,
  each: TRUE_OR_FALSE,
  in: { zh: "after、before、first-turns、last-turns 中的一项", en: "one of after, before, first-turns and last-turns" },
  "first-turns": { zh: "开头几句客服的话，从 1 起的数", en: "how many of the agent's turns, from 1" },
  "last-turns": { zh: "最后几句客服的话，从 1 起的数", en: "how many of the agent's turns, from 1" },
  asked: {
    zh: "channel、direction、scenario 中的几项，各用话术里的词",
    en: "any of channel, direction and scenario, each in the words of scripts",
  },
  channel: expectedOf(FIELD_VALUES.channel),
  direction: expectedOf(FIELD_VALUES.direction),
  scenario: expectedOf(FIELD_VALUES.scenario),
  severity: { zh: "error、warning 或 information", en: "error, warning or information" },
  message: {
    zh: "一句话，或 zh 和 en 各一句；花括号里只能写 path",
    en: "a sentence, or one each for zh and en; {path} is all that may stand in braces",
  },
  suggestion: { zh: "一句建议，或一列建议", en: "a suggestion, or a list of them" },
  reason: { zh: "一句话", en: "a sentence" },
  examples: { zh: "bad 和 good", en: "bad and good" },
  bad: SCRIPTS,
  good: SCRIPTS,
};

function expectedOf(table: Readonly<Record<string, Keyword>>): Bilingual {
  const keywords = Object.values(table);
  return {
    zh: `${keywords.map(({ zh }) => zh[0]).join("、")}，或其中几个`,
    en: `${keywords.map(({ en }) => en[0]).join(", ")}, or a list of these`,
  };
}
