import type { PatternLanguage, PatternNode } from "./pattern-tree.ts";

/**
 * A pattern as instructions. Each knows where to go on, so alternatives that meet again share what follows them, and
 * an instruction at an offset of a text either leads to a match or never does, however one came there.
 */
export interface Program {
  readonly instructions: readonly Instruction[];
  /** The instruction to begin with. */
  readonly start: number;
  /** No match, and no attempt at one, reaches further than so many UTF-16 units. */
  reach(): number;
  /** The units with which a match can begin; undefined where that cannot be told. */
  readonly firsts: ReadonlySet<number> | undefined;
}

export type Instruction =
  | { readonly op: "text"; readonly text: string; readonly next: number }
  | { readonly op: "words"; readonly words: WordTable; readonly next: number }
  /** One of several ways on, the preferred one first. */
  | { readonly op: "split"; readonly to: readonly number[] }
  /** As little as possible of what is not in `stops`: up to `length` characters, or words where `inWords`. */
  | {
      readonly op: "gap";
      readonly length: number;
      readonly stops: string;
      readonly inWords: boolean;
      readonly overCommas: boolean;
      readonly next: number;
    }
  | { readonly op: "clause-start" | "clause-end" | "word-rest"; readonly next: number }
  | { readonly op: "match" };

/** One of many words, in the order in which they are preferred. */
export class WordTable {
  readonly list: readonly string[];
  private byFirst: Map<number, string[]> | undefined;

  constructor(list: readonly string[]) {
    this.list = list;
  }

  /** Those that begin with a unit; sorted out when first asked for, since most tables never are. */
  beginningWith(unit: number): readonly string[] | undefined {
    if (this.byFirst === undefined) {
      this.byFirst = new Map();
      for (const word of this.list) {
        const first = word.charCodeAt(0);
        const known = this.byFirst.get(first);
        if (known === undefined) this.byFirst.set(first, [word]);
        else known.push(word);
      }
    }
    return this.byFirst.get(unit);
  }
}

/** No word of any language has more letters; what is longer is no word, and is not followed to its end. */
export const LONGEST_WORD = 60;

/** Compiles the tree of a pattern. */
export function programOf(node: PatternNode, language: PatternLanguage): Program {
  const compiler = new Compiler(language);
  const start = compiler.compile(node, compiler.add({ op: "match" }));
  let reach: number | undefined;
  return {
    instructions: compiler.instructions,
    start,
    reach() {
      reach ??= reachOf(node, language);
      return reach;
    },
    firsts: firstsOf(compiler.instructions, start),
  };
}

class Compiler {
  readonly instructions: Instruction[] = [];
  private readonly language: PatternLanguage;

  constructor(language: PatternLanguage) {
    this.language = language;
  }

  add(instruction: Instruction): number {
    return this.instructions.push(instruction) - 1;
  }

  /** Compiles a node that is followed by the instruction `next`; returns where it begins. */
  compile(node: PatternNode, next: number): number {
    switch (node.kind) {
      case "text":
        return this.add({ op: "text", text: node.text, next });
      case "set":
        return this.add({ op: "words", words: new WordTable(node.chars), next });
      case "class":
      case "choice": {
        const table = wordTable(node);
        if (table !== undefined) return this.add({ op: "words", words: table, next });
        if (node.kind === "class") return this.compile(node.item, next);
        return this.add({ op: "split", to: node.options.map((option) => this.compile(option, next)) });
      }
      case "maybe":
        return this.add({ op: "split", to: [this.compile(node.item, next), next] });
      case "sequence":
        return this.sequence(node.items, next);
      case "gap": {
        const inWords = this.language === "en";
        const stops = (node.overCommas ? ".!?;\n…" : '.,!?;:"\n~…') + (inWords ? " " : "");
        return this.add({ op: "gap", length: node.length, stops, inWords, overCommas: node.overCommas, next });
      }
      case "edge":
        return this.add({ op: node.at === "start" ? "clause-start" : "clause-end", next });
      case "word-rest":
        return this.add({ op: "word-rest", next });
    }
  }

  /** Letters that follow one another become one text. */
  private sequence(items: readonly PatternNode[], next: number): number {
    let at = next;
    for (let index = items.length - 1; index >= 0; index--) {
      let item = items[index]!;
      while (item.kind === "text" && items[index - 1]?.kind === "text")
        item = { kind: "text", text: (items[--index] as typeof item).text + item.text };
      at = this.compile(item, at);
    }
    return at;
  }
}

/** Classes are shared by many patterns, so their tables are too. */
const tables = new WeakMap<PatternNode, WordTable | null>();

/** The words of a choice or class; undefined where it is more than a list of words. */
function wordTable(node: PatternNode): WordTable | undefined {
  let table = tables.get(node);
  if (table === undefined) {
    const words = wordList(node.kind === "class" ? node.item : node);
    table = words === undefined || words.includes("") ? null : new WordTable(words);
    tables.set(node, table);
  }
  return table ?? undefined;
}

/** The words that a node stands for, in the order of preference; undefined where it is more than a list of words. */
function wordList(node: PatternNode): readonly string[] | undefined {
  switch (node.kind) {
    case "text":
      return [node.text];
    case "set":
      return node.chars;
    case "class":
      return wordTable(node)?.list;
    case "choice": {
      const words: string[] = [];
      for (const option of node.options) {
        const own = wordList(option);
        if (own === undefined) return undefined;
        words.push(...own);
      }
      return words;
    }
    case "sequence":
      return wordsOfSequence(node.items);
    default:
      return undefined;
  }
}

/** Letters in a row are one word; anything else that follows something is no list. */
function wordsOfSequence(items: readonly PatternNode[]): readonly string[] | undefined {
  if (items.length === 1) return wordList(items[0]!);
  let word = "";
  for (const item of items) {
    if (item.kind !== "text") return undefined;
    word += item.text;
  }
  return [word];
}

/** How many units a node can take at the most. */
function reachOf(node: PatternNode, language: PatternLanguage): number {
  const reach = (item: PatternNode) => reachOf(item, language);
  switch (node.kind) {
    case "text":
      return node.text.length;
    case "set":
      return 1;
    case "sequence":
      return node.items.reduce((sum, item) => sum + reach(item), 0);
    case "choice":
      return Math.max(...node.options.map(reach));
    case "maybe":
    case "class":
      return reach(node.item);
    case "gap":
      return language === "zh" ? node.length : node.length * (LONGEST_WORD + 2);
    case "edge":
      return 0;
    case "word-rest":
      return LONGEST_WORD;
  }
}

function firstsOf(instructions: readonly Instruction[], start: number): ReadonlySet<number> | undefined {
  const firsts = new Set<number>();
  const waiting = [start];
  const seen = new Set<number>();
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const instruction = instructions[at]!;
    switch (instruction.op) {
      case "text":
        firsts.add(instruction.text.charCodeAt(0));
        break;
      case "words":
        for (const word of instruction.words.list) firsts.add(word.charCodeAt(0));
        break;
      case "split":
        waiting.push(...instruction.to);
        break;
      case "clause-start":
        waiting.push(instruction.next);
        break;
      default:
        return undefined;
    }
  }
  return firsts;
}
