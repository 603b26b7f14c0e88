import { type Instruction, LONGEST_WORD, type Program, programOf } from "./pattern-program.ts";
import type { PatternLanguage, PatternNode } from "./pattern-tree.ts";
import type { Stretch } from "./stretches.ts";

/**
 * Finds a pattern in folded text by trying its ways in their order, and each instruction at each offset once: the
 * backtracking of a regular expression with the memory of what has failed (as in R. Cox, "Regular Expression Matching:
 * the Virtual Machine Approach", 2009). Its time grows with the text, whatever the pattern; and unlike a regular
 * expression it costs next to nothing to make, since most patterns meet a few texts only.
 */
export class PatternMatcher {
  private readonly program: Program;

  constructor(node: PatternNode, language: PatternLanguage) {
    this.program = programOf(node, language);
  }

  /** Its first matches, without overlap; none is empty or cuts a Latin word or a number. */
  matchesIn(text: string, most = Number.POSITIVE_INFINITY): Stretch[] {
    const { firsts } = this.program;
    const matches: Stretch[] = [];
    let search: Search | undefined;
    for (let start = 0; start < text.length && matches.length < most; ) {
      if ((firsts !== undefined && !firsts.has(text.charCodeAt(start))) || cutsWord(text, start)) {
        start++;
        continue;
      }
      search ??= new Search(this.program, text);
      const end = search.endFrom(start);
      if (end > start) {
        matches.push({ start, end });
        start = end;
        search.forget();
      } else start++;
    }
    return matches;
  }

  /** Whether it can be read so that it takes the whole text. */
  matchesWhole(text: string): boolean {
    return new Search(this.program, text, text.length).endFrom(0) >= 0;
  }
}

/** One text, searched with one program. */
class Search {
  private readonly instructions: readonly Instruction[];
  private readonly start: number;
  private readonly text: string;
  private readonly wanted: number | undefined;
  /** Attempts lie within one reach of each other, so that a window of the text is enough to remember what failed. */
  private readonly mask: number;
  private epoch: number;

  /** @param wanted where a match has to end */
  constructor({ instructions, start, reach }: Program, text: string, wanted?: number) {
    this.instructions = instructions;
    this.start = start;
    this.text = text;
    this.wanted = wanted;
    const furthest = text.length <= SHORT ? text.length : Math.min(reach(), text.length);
    const window = 2 ** Math.ceil(Math.log2(furthest + 2));
    this.mask = window - 1;
    this.epoch = memory.reserve(instructions.length * window, text.length);
  }

  /** Forgets what was tried: a way that led to a match is not one that failed. */
  forget(): void {
    this.epoch = memory.reserve(0, this.text.length);
  }

  /** The end of the match that starts at an offset; -1 where none does. */
  endFrom(offset: number): number {
    const { text, instructions, mask, epoch } = this;
    const { tried, todo } = memory;
    let size = 0;
    const push = (which: number, at: number) => {
      todo[size++] = which;
      todo[size++] = at;
    };
    push(this.start, offset);
    while (size > 0) {
      const at = todo[--size]!;
      const which = todo[--size]!;
      const slot = which * (mask + 1) + (at & mask);
      if (tried[slot] === epoch + at) continue;
      tried[slot] = epoch + at;
      const instruction = instructions[which]!;
      switch (instruction.op) {
        case "text":
          if (text.startsWith(instruction.text, at)) push(instruction.next, at + instruction.text.length);
          break;
        case "words": {
          const words = instruction.words.beginningWith(text.charCodeAt(at));
          if (words !== undefined)
            for (let index = words.length - 1; index >= 0; index--)
              if (text.startsWith(words[index]!, at)) push(instruction.next, at + words[index]!.length);
          break;
        }
        case "split":
          for (let index = instruction.to.length - 1; index >= 0; index--) push(instruction.to[index]!, at);
          break;
        case "gap":
          if (instruction.inWords) {
            const ends = wordGap(text, at, instruction);
            for (let index = ends.length - 1; index >= 0; index--) push(instruction.next, ends[index]!);
          } else for (let end = furthestOfGap(text, at, instruction); end >= at; end--) push(instruction.next, end);
          break;
        case "clause-start":
          if (startsClause(text, at)) push(instruction.next, at);
          break;
        case "clause-end":
          if (endsClause(text, at)) push(instruction.next, at);
          break;
        case "word-rest": {
          let end = at;
          push(instruction.next, end);
          while (end < at + LONGEST_WORD && isLetter(text.charCodeAt(end))) push(instruction.next, ++end);
          break;
        }
        case "match":
          if (!cutsWord(text, at) && (this.wanted === undefined || this.wanted === at)) return at;
      }
    }
    return -1;
  }
}

/**
 * What searches have tried, for all of them in one table: an entry counts for the search whose epoch is in it, so
 * nothing has to be wiped between two.
 */
const memory = {
  tried: new Uint32Array(0),
  /** What a search has still to try: an instruction and an offset, one after the other. It is empty between two. */
  todo: [] as number[],
  next: 1,
  /** Makes room for so many entries, and returns the epoch of a search in a text of that length. */
  reserve(entries: number, length: number): number {
    const isWornOut = this.next + length >= 2 ** 32;
    if (entries > this.tried.length) this.tried = new Uint32Array(Math.max(2 ** 16, 2 * entries));
    else if (isWornOut) this.tried.fill(0);
    if (isWornOut) this.next = 1;
    const epoch = this.next;
    this.next += length + 1;
    return epoch;
  },
};

/** In a text as short as most turns are, how far a pattern reaches is not worth the reckoning. */
const SHORT = 250;

type Gap = Instruction & { readonly op: "gap" };

/** Where a gap of characters ends at the latest; it may end anywhere before, too. */
function furthestOfGap(text: string, from: number, { length, stops }: Gap): number {
  let end = from;
  while (end < from + length && end < text.length && !stops.includes(text[end]!)) end++;
  return end;
}

/** Where a gap of words may end, the nearest first: each word with the space behind it. */
function wordGap(text: string, from: number, { length, stops, overCommas }: Gap): number[] {
  const ends = [from];
  let at = from;
  for (let words = 0; words < length; words++) {
    const begin = at;
    while (at < text.length && at - begin <= LONGEST_WORD && !stops.includes(text[at]!)) at++;
    if (at === begin || at - begin > LONGEST_WORD) break;
    if (overCommas && text[at] === ",") at++;
    if (text[at] !== " ") break;
    ends.push(++at);
  }
  return ends;
}

/** Signs at which one clause ends and the next begins. */
const CLAUSE_SIGNS = new Set('.,!?;:"~…\n-');

/** Whether a clause begins at an offset. Folded text has one space at most. */
function startsClause(text: string, offset: number): boolean {
  const before = text[offset - 1] === " " ? offset - 2 : offset - 1;
  return before < 0 || CLAUSE_SIGNS.has(text[before]!);
}

function endsClause(text: string, offset: number): boolean {
  const behind = text[offset] === " " ? offset + 1 : offset;
  return behind >= text.length || CLAUSE_SIGNS.has(text[behind]!);
}

/** Whether an offset lies within a Latin word or a number. */
export function cutsWord(text: string, offset: number): boolean {
  return isWordLetter(text.charCodeAt(offset - 1)) && isWordLetter(text.charCodeAt(offset));
}

function isWordLetter(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39);
}

function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
