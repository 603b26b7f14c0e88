import type { Factors } from "./pattern-factors.ts";

/** The index of a set of patterns as data, made when the product is built: making it takes longer than a short run. */
export interface PackedIndex {
  /** All factors, sorted by their UTF-16 units and put together. */
  readonly words: string;
  /** Numbers, each as a character; `packIndex` says which. */
  readonly numbers: string;
}

/**
 * Packs what texts must hold so that patterns are worth trying. Patterns share sets of words, so the numbers are:
 * how many words, sets and patterns there are; then for each word its length and the sets that it is in, for each set
 * the patterns whose best stretch it is, for each pattern the other sets that it needs. Each list has its length first.
 */
export function packIndex(patterns: readonly Factors[]): PackedIndex {
  const sets = new Map<string, number>();
  const setsOfWord = new Map<string, number[]>();
  const keyed: number[][] = [];
  const setOf = (words: readonly string[]): number => {
    const key = words.join("\n");
    let set = sets.get(key);
    if (set === undefined) {
      set = sets.size;
      sets.set(key, set);
      keyed.push([]);
      for (const word of words) setsOfWord.set(word, [...(setsOfWord.get(word) ?? []), set]);
    }
    return set;
  };
  const others = patterns.map(({ factors, also }, index) => {
    keyed[setOf(factors)]!.push(index);
    return also.map(setOf);
  });
  const words = [...setsOfWord.keys()].sort((a, b) => (a < b ? -1 : 1));
  const list = (items: readonly number[]) => [items.length, ...items];
  const numbers = [
    ...[words.length, keyed.length, others.length],
    ...words.flatMap((word) => [word.length, ...list(setsOfWord.get(word)!)]),
    ...keyed.flatMap(list),
    ...others.flatMap(list),
  ];
  if (numbers.some((number) => number >= LAST_CHARACTER - FIRST_CHARACTER)) throw new Error("the index is too large");
  const characters = numbers.map((number) => String.fromCharCode(number + FIRST_CHARACTER));
  return { words: words.join(""), numbers: characters.join("") };
}

/** A number stands as the character that comes so far behind the first one that is no control; surrogates are none. */
const FIRST_CHARACTER = 0x20;
const LAST_CHARACTER = 0xd800;

/** Tells in one pass over a text which of many patterns are worth trying in it. */
export class PatternIndex {
  private readonly words: string;
  private readonly numbers: Uint16Array;
  /** Where each word begins in `words`, and one entry more for the end of the last. */
  private readonly wordAt: Uint32Array;
  /** Where the list of each word, set, and pattern begins in `numbers`. */
  private readonly setsOfWord: Uint32Array;
  private readonly keyedBySet: Uint32Array;
  private readonly othersOfPattern: Uint32Array;
  /** By a unit, the number of the first word that begins with it; the last such word is before that of the next unit. */
  private readonly wordsOfUnit = new Uint16Array(0x10000 + 1);
  /** In which search a set was met last. */
  private readonly metIn: Uint32Array;
  private search = 0;

  constructor({ words, numbers }: PackedIndex) {
    this.words = words;
    this.numbers = unpack(numbers);
    const [wordCount, setCount, patternCount] = this.numbers as unknown as [number, number, number];
    this.wordAt = new Uint32Array(wordCount + 1);
    this.setsOfWord = new Uint32Array(wordCount);
    let at = 3;
    for (let word = 0; word < wordCount; word++) {
      this.wordAt[word + 1] = this.wordAt[word]! + this.numbers[at++]!;
      this.setsOfWord[word] = at;
      at += 1 + this.numbers[at]!;
    }
    this.keyedBySet = new Uint32Array(setCount);
    this.othersOfPattern = new Uint32Array(patternCount);
    for (const lists of [this.keyedBySet, this.othersOfPattern])
      for (let index = 0; index < lists.length; index++) {
        lists[index] = at;
        at += 1 + this.numbers[at]!;
      }
    this.metIn = new Uint32Array(setCount);
    for (let unit = 0, word = 0; unit <= 0x10000; unit++) {
      while (word < wordCount && words.charCodeAt(this.wordAt[word]!) < unit) word++;
      this.wordsOfUnit[unit] = word;
    }
  }

  /** The numbers of the patterns of which every set of words has one in the text, each once. */
  candidates(text: string): number[] {
    const search = ++this.search;
    const met: number[] = [];
    for (let at = 0; at < text.length; at++) this.meetWordsAt(text, at, search, met);
    const found: number[] = [];
    for (const set of met) {
      const list = this.keyedBySet[set]!;
      for (let index = list + 1; index <= list + this.numbers[list]!; index++) {
        const pattern = this.numbers[index]!;
        if (this.hasOthers(pattern, search)) found.push(pattern);
      }
    }
    return found;
  }

  /** Marks the sets of all words that stand in the text at an offset. */
  private meetWordsAt(text: string, at: number, search: number, met: number[]): void {
    const unit = text.charCodeAt(at);
    const end = this.wordsOfUnit[unit + 1]!;
    let word = this.wordsOfUnit[unit]!;
    if (word === end) return;
    if (this.wordAt[word]! + 1 === this.wordAt[word + 1]) this.meet(word++, search, met);
    const second = text.charCodeAt(at + 1);
    for (word = this.firstFrom(word, end, second); word < end && this.secondUnit(word) === second; word++)
      if (this.restAt(word, text, at)) this.meet(word, search, met);
  }

  /** The first of the words in [low, high) whose second unit is `second` or comes after it. */
  private firstFrom(low: number, high: number, second: number): number {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.secondUnit(middle) < second) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  private secondUnit(word: number): number {
    return this.words.charCodeAt(this.wordAt[word]! + 1);
  }

  private restAt(word: number, text: string, at: number): boolean {
    const end = this.wordAt[word + 1]!;
    for (let own = this.wordAt[word]! + 2, behind = at + 2; own < end; own++, behind++)
      if (this.words.charCodeAt(own) !== text.charCodeAt(behind)) return false;
    return true;
  }

  private meet(word: number, search: number, met: number[]): void {
    const list = this.setsOfWord[word]!;
    for (let index = list + 1; index <= list + this.numbers[list]!; index++) {
      const set = this.numbers[index]!;
      if (this.metIn[set] === search) continue;
      this.metIn[set] = search;
      met.push(set);
    }
  }

  private hasOthers(pattern: number, search: number): boolean {
    const list = this.othersOfPattern[pattern]!;
    for (let index = list + 1; index <= list + this.numbers[list]!; index++)
      if (this.metIn[this.numbers[index]!] !== search) return false;
    return true;
  }
}

function unpack(characters: string): Uint16Array {
  const numbers = new Uint16Array(characters.length);
  for (let index = 0; index < numbers.length; index++) numbers[index] = characters.charCodeAt(index) - FIRST_CHARACTER;
  return numbers;
}
