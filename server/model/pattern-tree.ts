import { foldCharacter } from "./normalise.ts";

/**
 * The pattern language, for the lexicon and for what an organisation adds to it. A pattern describes folded text (see
 * normalise.ts); its own letters are folded as it is read, so that it may be written as people write.
 *
 *     literal      the characters themselves; one space in English stands for any white space
 *     (a|b|c)      one of these          (a)?  [呢啊]?  吗?      maybe
 *     [呢啊哦]      one of these characters
 *     {cannot}     a word class, from the language's classes.yaml or the organisation's own
 *     ~4           a gap inside the clause: up to 4 characters in Chinese, up to 4 words in English
 *     ~~8          the same, and it may run over commas
 *     ^ $          the start, the end of a clause
 *     *            the rest of a Latin word: apologi* meets apologise and apologize
 *     \?           the sign itself; so does ？, since only the half-width sign makes the word before it optional
 *
 * A match never begins or ends in the middle of a Latin word or a number.
 */
export type PatternNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "set"; readonly chars: readonly string[] }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | { readonly kind: "maybe"; readonly item: PatternNode }
  | { readonly kind: "class"; readonly item: PatternNode }
  | { readonly kind: "gap"; readonly length: number; readonly overCommas: boolean }
  | { readonly kind: "edge"; readonly at: "start" | "end" }
  | { readonly kind: "word-rest" };

export type PatternLanguage = "zh" | "en";

/** Word classes by name, each itself a pattern; a class may name others, not itself. */
export type WordClasses = Readonly<Record<string, string>>;

/** What can be wrong with a pattern; holes are filled with the error's `detail`. */
const FAULTS = {
  "lone-bracket": "a {} that belongs to nothing; write \\{} for the sign itself",
  "missing-bracket": "a {} is missing",
  "empty-set": "a [ without its characters and ]",
  "unknown-class": "no word class is called {{}}",
  "class-uses-itself": "the word class {{}} uses itself",
  "gap-without-number": "a ~ without its number",
  "gap-too-long": "a gap of more than {}",
  "gaps-too-long": "gaps of more than {} together",
  "lone-escape": "a \\ at the end",
  "nothing-fixed": "no fixed word in it: it would be tried on every text",
  "too-large": "too large: more than {} characters with its word classes",
  "never-matches": "it never meets {}",
} as const;

export type PatternFault = keyof typeof FAULTS;

/** Thrown for a pattern that cannot work; `offset` counts UTF-16 units from the pattern's start. */
export class PatternError extends Error {
  readonly fault: PatternFault;
  readonly detail: string;
  readonly offset: number;

  constructor(fault: PatternFault, detail: string, offset: number) {
    super(FAULTS[fault].replaceAll("{}", detail));
    this.fault = fault;
    this.detail = detail;
    this.offset = offset;
  }
}

/** How far a pattern may go that was written by somebody else. */
export interface PatternBounds {
  /** Signs, with those of its word classes each time that they are used. */
  readonly signs: number;
  /** The longest gap. */
  readonly gap: number;
  /** All gaps together. */
  readonly gaps: number;
}

const UNBOUNDED: PatternBounds = {
  signs: Number.POSITIVE_INFINITY,
  gap: Number.POSITIVE_INFINITY,
  gaps: Number.POSITIVE_INFINITY,
};

/**
 * Reads a pattern into a tree, with its word classes put in.
 * @throws PatternError when it is malformed, out of bounds, or names an unknown class
 */
export function readPattern(
  pattern: string,
  language: PatternLanguage,
  classes: WordClasses,
  bounds: PatternBounds = UNBOUNDED,
): PatternNode {
  return new Reader(pattern, { language, classes, bounds, signs: 0, gaps: 0 }, []).read();
}

/** A word class that was read, and what it adds to the size of a pattern. */
interface ReadClass {
  readonly node: PatternNode;
  readonly signs: number;
  readonly gaps: number;
}

/** Many patterns name the same classes, so each is read once; the node is then shared. */
const readClasses = new WeakMap<WordClasses, Map<string, ReadClass>>();

/** What the readers of a pattern and of its classes share. */
interface Reading {
  readonly language: PatternLanguage;
  readonly classes: WordClasses;
  readonly bounds: PatternBounds;
  /** How many signs were read: classes that use classes could otherwise grow without end. */
  signs: number;
  /** How long the gaps are that were read. */
  gaps: number;
}

class Reader {
  private at = 0;
  private readonly pattern: string;
  private readonly shared: Reading;
  private readonly open: readonly string[];

  constructor(pattern: string, shared: Reading, open: readonly string[]) {
    this.pattern = halfWidthOperators(pattern);
    this.shared = shared;
    this.open = open;
    shared.signs += pattern.length;
    if (shared.signs > shared.bounds.signs) this.fail("too-large", String(shared.bounds.signs));
  }

  read(): PatternNode {
    const node = this.choice();
    if (this.at < this.pattern.length) this.fail("lone-bracket", ")");
    return node;
  }

  private choice(): PatternNode {
    const options = [this.sequence()];
    while (this.pattern[this.at] === "|") {
      this.at++;
      options.push(this.sequence());
    }
    return options.length === 1 ? options[0]! : { kind: "choice", options };
  }

  private sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (this.at < this.pattern.length && !"|)".includes(this.pattern[this.at]!)) {
      let item = this.atom();
      if (item === undefined) continue;
      if (this.pattern[this.at] === "?") {
        this.at++;
        item = { kind: "maybe", item };
      }
      items.push(item);
    }
    return { kind: "sequence", items };
  }

  /** The next part; undefined for a sign that folding takes out of every text. */
  private atom(): PatternNode | undefined {
    const char = this.pattern[this.at++]!;
    switch (char) {
      case "(": {
        const node = this.choice();
        if (this.pattern[this.at] !== ")") this.fail("missing-bracket", ")");
        this.at++;
        return node;
      }
      case "[": {
        const end = this.pattern.indexOf("]", this.at);
        if (end <= this.at) this.fail("empty-set", "");
        const chars = [...new Set(foldLetters(this.pattern.slice(this.at, end)))];
        this.at = end + 1;
        return { kind: "set", chars };
      }
      case "{":
        return this.wordClass();
      case "~":
        return this.gap();
      case "^":
        return { kind: "edge", at: "start" };
      case "$":
        return { kind: "edge", at: "end" };
      case "*":
        return { kind: "word-rest" };
      case "?":
      case "]":
      case "}":
        return this.fail("lone-bracket", char);
      case "\\":
        if (this.at >= this.pattern.length) this.fail("lone-escape", "");
        return { kind: "text", text: this.pattern[this.at++]! };
      default:
        return this.letter(char);
    }
  }

  private wordClass(): PatternNode {
    const end = this.pattern.indexOf("}", this.at);
    if (end < 0) this.fail("missing-bracket", "}");
    const name = this.pattern.slice(this.at, end);
    if (!Object.hasOwn(this.shared.classes, name)) this.fail("unknown-class", name);
    if (this.open.includes(name)) this.fail("class-uses-itself", name);
    this.at = end + 1;
    return this.readClass(name);
  }

  private readClass(name: string): PatternNode {
    const { classes, language, bounds } = this.shared;
    const known = readClasses.get(classes) ?? new Map<string, ReadClass>();
    readClasses.set(classes, known);
    const key = `${language} ${name}`;
    const before = known.get(key);
    if (before !== undefined) {
      this.shared.signs += before.signs;
      this.shared.gaps += before.gaps;
      if (this.shared.signs > bounds.signs) this.fail("too-large", String(bounds.signs));
      if (this.shared.gaps > bounds.gaps) this.fail("gaps-too-long", String(bounds.gaps));
      return before.node;
    }
    const { signs, gaps } = this.shared;
    const item = new Reader(classes[name]!, this.shared, [...this.open, name]).read();
    const node: PatternNode = { kind: "class", item };
    known.set(key, { node, signs: this.shared.signs - signs, gaps: this.shared.gaps - gaps });
    return node;
  }

  private gap(): PatternNode {
    const [, more, digits] = /^(~?)(\d+)/.exec(this.pattern.slice(this.at)) ?? this.fail("gap-without-number", "");
    const length = Number(digits);
    if (length > this.shared.bounds.gap) this.fail("gap-too-long", String(this.shared.bounds.gap));
    this.shared.gaps += length;
    if (this.shared.gaps > this.shared.bounds.gaps) this.fail("gaps-too-long", String(this.shared.bounds.gaps));
    this.at += more!.length + digits!.length;
    // An English gap is made of whole words, so it takes the space that follows it along.
    if (this.shared.language === "en" && this.pattern[this.at] === " ") this.at++;
    return { kind: "gap", length, overCommas: more === "~" };
  }

  private letter(char: string): PatternNode | undefined {
    const isSpace = /\s/.test(char);
    const text = isSpace ? " " : foldLetters(char);
    // Folded text has no space beside a Chinese character, and never two together.
    const before = this.pattern[this.at - 2] ?? "";
    const after = this.pattern[this.at] ?? "";
    if (text === "" || (isSpace && (CHINESE.test(before) || CHINESE.test(after) || /\s/.test(after)))) return undefined;
    return { kind: "text", text };
  }

  private fail(fault: PatternFault, detail: string): never {
    throw new PatternError(fault, detail, this.at);
  }
}

const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

/** People who type Chinese write brackets and bars in full width; behind a \ they are signs. The length stays. */
function halfWidthOperators(pattern: string): string {
  if (!/[（）｜［］｛｝～]/.test(pattern)) return pattern;
  return pattern.replace(/\\.|[（）｜［］｛｝]|～(?=[～~]?\d)/gs, (sign) =>
    sign.length > 1 ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

/** Letters as they stand in folded text, without those that folding takes out. */
function foldLetters(letters: string): string {
  let folded = "";
  for (const letter of letters) folded += letter === " " ? " " : foldCharacter(letter);
  return folded;
}
