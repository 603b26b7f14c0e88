/**
 * The pattern language of the lexicon. A pattern describes folded text (see normalise.ts) and compiles to a regular
 * expression without nested repetition, so that it takes linear time, and to factors, strings of which every match
 * contains at least one, so that most text is never tried.
 *
 *     literal      the characters themselves; one space in English stands for any white space
 *     (a|b|c)      one of these          (a)?  [呢啊]?  吗?      maybe
 *     [呢啊哦]      one of these characters
 *     {cannot}     a word class from the language's classes.yaml
 *     ~4           a gap inside the clause: up to 4 characters in Chinese, up to 4 words in English
 *     ~~8          the same, and it may run over commas
 *     ^ $          the start, the end of a clause
 *     *            the rest of a Latin word: apologi* meets apologise and apologize
 *     \?           the sign itself
 *
 * A match never begins or ends in the middle of a Latin word or a number.
 */
export interface CompiledPattern {
  /** Source of a regular expression for the flag `g`; run it over folded text. */
  readonly source: string;
  /** Any match contains at least one of these strings. */
  readonly factors: readonly string[];
}

export type PatternLanguage = "zh" | "en";

/** Thrown for a pattern that cannot work; `offset` counts UTF-16 units from the pattern's start. */
export class PatternError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Compiles one pattern.
 * @param classes word classes by name, each itself a pattern; a class may name others, not itself
 * @throws PatternError when it is malformed, names an unknown class, or could match anywhere (it has no factor)
 */
export function compilePattern(
  pattern: string,
  language: PatternLanguage,
  classes: Readonly<Record<string, string>>,
): CompiledPattern {
  const node = new Reader(pattern, language, classes, []).read();
  const factors = factorsOf(node);
  if (factors === undefined) throw new PatternError("no fixed word in it: it would be tried on every text", 0);
  return { source: WORD_EDGE + source(node, language) + WORD_EDGE, factors: [...factors].sort() };
}

type Node =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "set"; readonly chars: readonly string[] }
  | { readonly kind: "sequence"; readonly items: readonly Node[] }
  | { readonly kind: "choice"; readonly options: readonly Node[] }
  | { readonly kind: "maybe"; readonly item: Node }
  | { readonly kind: "gap"; readonly length: number; readonly overCommas: boolean }
  | { readonly kind: "edge"; readonly at: "start" | "end" }
  | { readonly kind: "word-rest" };

class Reader {
  private at = 0;
  private readonly pattern: string;
  private readonly language: PatternLanguage;
  private readonly classes: Readonly<Record<string, string>>;
  private readonly open: readonly string[];

  constructor(
    pattern: string,
    language: PatternLanguage,
    classes: Readonly<Record<string, string>>,
    open: readonly string[],
  ) {
    this.pattern = pattern;
    this.language = language;
    this.classes = classes;
    this.open = open;
  }

  read(): Node {
    const node = this.choice();
    if (this.at < this.pattern.length) this.fail("a ) without its (");
    return node;
  }

  private choice(): Node {
    const options = [this.sequence()];
    while (this.pattern[this.at] === "|") {
      this.at++;
      options.push(this.sequence());
    }
    return options.length === 1 ? options[0]! : { kind: "choice", options };
  }

  private sequence(): Node {
    const items: Node[] = [];
    while (this.at < this.pattern.length && !"|)".includes(this.pattern[this.at]!)) {
      let item = this.atom();
      if (this.pattern[this.at] === "?") {
        this.at++;
        item = { kind: "maybe", item };
      }
      items.push(item);
    }
    return { kind: "sequence", items };
  }

  private atom(): Node {
    const char = this.pattern[this.at++]!;
    switch (char) {
      case "(": {
        const node = this.choice();
        this.expect(")");
        return node;
      }
      case "[": {
        const end = this.pattern.indexOf("]", this.at);
        if (end <= this.at) this.fail("a [ without its characters and ]");
        const chars = [...this.pattern.slice(this.at, end)];
        this.at = end + 1;
        return { kind: "set", chars };
      }
      case "{": {
        const end = this.pattern.indexOf("}", this.at);
        if (end < 0) this.fail("a { without its }");
        const name = this.pattern.slice(this.at, end);
        const meaning = this.classes[name];
        if (meaning === undefined) this.fail(`no word class is called {${name}}`);
        if (this.open.includes(name)) this.fail(`the word class {${name}} uses itself`);
        this.at = end + 1;
        return new Reader(meaning!, this.language, this.classes, [...this.open, name]).read();
      }
      case "~": {
        const [, more, digits] = /^(~?)(\d+)/.exec(this.pattern.slice(this.at)) ?? this.fail("a ~ without its number");
        this.at += more!.length + digits!.length;
        // An English gap is made of whole words, so it takes the space that follows it along.
        if (this.language === "en" && this.pattern[this.at] === " ") this.at++;
        return { kind: "gap", length: Number(digits), overCommas: more === "~" };
      }
      case "^":
        return { kind: "edge", at: "start" };
      case "$":
        return { kind: "edge", at: "end" };
      case "*":
        return { kind: "word-rest" };
      case "?":
      case "]":
      case "}":
        return this.fail(`a ${char} that belongs to nothing; write \\${char} for the sign itself`);
      case "\\":
        if (this.at >= this.pattern.length) this.fail("a \\ at the end");
        return { kind: "text", text: this.pattern[this.at++]! };
      default:
        return { kind: "text", text: char };
    }
  }

  private expect(char: string): void {
    if (this.pattern[this.at] !== char) this.fail(`a ${char} is missing`);
    this.at++;
  }

  private fail(message: string): never {
    throw new PatternError(message, this.at);
  }
}

/** Not in the middle of a Latin word or a number: between two Chinese characters this always holds. */
const WORD_EDGE = "(?:(?<![a-z0-9])|(?![a-z0-9]))";
const CLAUSE_START = '(?<=(?:^|[.,!?;:"~…\\n-])[ "]*)';
const CLAUSE_END = '(?=[ "]*(?:[.,!?;:"~…\\n-]|$))';

function source(node: Node, language: PatternLanguage): string {
  switch (node.kind) {
    case "text":
      return escapeRegExp(node.text);
    case "set":
      return `[${node.chars.map(escapeRegExp).join("")}]`;
    case "sequence":
      return node.items.map((item) => source(item, language)).join("");
    case "choice":
      return `(?:${node.options.map((option) => source(option, language)).join("|")})`;
    case "maybe":
      return `(?:${source(node.item, language)})?`;
    case "gap": {
      const stops = node.overCommas ? ".!?;\\n…" : '.,!?;:"\\n~…';
      return language === "zh"
        ? `[^${stops}]{0,${node.length}}?`
        : `(?:[^ ${stops}]+,? ){0,${node.length}}?`.replace(node.overCommas ? "" : ",?", "");
    }
    case "edge":
      return node.at === "start" ? CLAUSE_START : CLAUSE_END;
    case "word-rest":
      return "[a-z]*";
  }
}

function escapeRegExp(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Beyond this many strings a part of a pattern no longer counts as a finite set of words. */
const MOST_WORDS = 96;

/** The set of strings of which every match contains one: the longest words of the best stretch of the pattern. */
function factorsOf(node: Node): ReadonlySet<string> | undefined {
  const whole = words(node);
  if (whole !== undefined) return worth(whole) > 0 ? whole : undefined;
  if (node.kind === "choice") {
    const union = new Set<string>();
    for (const option of node.options) {
      const factors = factorsOf(option);
      if (factors === undefined) return undefined;
      for (const factor of factors) union.add(factor);
    }
    return union;
  }
  if (node.kind !== "sequence") return undefined;
  let best: ReadonlySet<string> | undefined;
  const offer = (set: ReadonlySet<string> | undefined) => {
    if (set !== undefined && worth(set) > (best === undefined ? 0 : worth(best))) best = set;
  };
  let run: ReadonlySet<string> | undefined;
  for (const item of node.items) {
    const own = words(item);
    const longer = own !== undefined && run !== undefined ? product(run, own) : undefined;
    if (longer === undefined) offer(run);
    run = longer ?? own;
    if (own === undefined) offer(factorsOf(item));
  }
  offer(run);
  return best;
}

/** All strings that a node can match, when they are few. */
function words(node: Node): ReadonlySet<string> | undefined {
  switch (node.kind) {
    case "text":
      return new Set([node.text]);
    case "set":
      return new Set(node.chars);
    case "edge":
      return new Set([""]);
    case "maybe": {
      const item = words(node.item);
      return item && new Set([...item, ""]);
    }
    case "choice": {
      const all = new Set<string>();
      for (const option of node.options) {
        const set = words(option);
        if (set === undefined) return undefined;
        for (const word of set) all.add(word);
      }
      return all.size <= MOST_WORDS ? all : undefined;
    }
    case "sequence": {
      let all: ReadonlySet<string> | undefined = new Set([""]);
      for (const item of node.items) {
        const set = words(item);
        all = set && all && product(all, set);
      }
      return all;
    }
    default:
      return undefined;
  }
}

function product(left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> | undefined {
  if (left.size * right.size > MOST_WORDS) return undefined;
  const all = new Set<string>();
  for (const a of left) for (const b of right) all.add(a + b);
  return all;
}

/** How good a set of factors is: the length of its shortest word, up to four, then how few they are. */
function worth(set: ReadonlySet<string>): number {
  let shortest = 4;
  for (const word of set) shortest = Math.min(shortest, word.length);
  return shortest === 0 ? 0 : shortest + 1 / (1 + set.size);
}
