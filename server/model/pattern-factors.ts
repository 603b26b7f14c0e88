import { PatternError, type PatternNode } from "./pattern-tree.ts";

/** What a text must hold so that a pattern is worth trying. */
export interface Factors {
  /** Every match contains one of these: the words of the best stretch of the pattern. */
  readonly factors: readonly string[];
  /** Every match contains one of each of these too. */
  readonly also: readonly (readonly string[])[];
}

/**
 * The factors of a pattern, so that most text is never tried.
 * @throws PatternError when it has no fixed stretch, so that it would be tried on every text
 */
export function requiredFactors(node: PatternNode): Factors {
  const [best, ...others] = stretchesOf(node)
    .filter((stretch) => worth(stretch) > 0)
    .sort((a, b) => worth(b) - worth(a));
  if (best === undefined) throw new PatternError("nothing-fixed", "", 0);
  const also = others.filter(({ size }) => size <= FEW_WORDS).slice(0, MOST_OTHERS);
  return { factors: withoutLonger(best), also: also.map(withoutLonger) };
}

/** Beyond these, another stretch hardly spares a text that has all the others. */
const FEW_WORDS = 1000;
const MOST_OTHERS = 6;

/** The words without those that hold another one, sorted. */
function withoutLonger(words: ReadonlySet<string>): readonly string[] {
  const all = [...words].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return all.filter((word, index) => !all.slice(0, index).some((shorter) => word.includes(shorter))).sort();
}

/** Sets of words of which every match contains one of each, for the stretches of a pattern between its gaps. */
function stretchesOf(node: PatternNode): ReadonlySet<string>[] {
  const whole = words(node);
  if (whole !== undefined) return [whole];
  switch (node.kind) {
    case "class":
      return stretchesOf(node.item);
    case "choice": {
      const union = new Set<string>();
      for (const option of node.options) {
        const best = stretchesOf(option).reduce<ReadonlySet<string> | undefined>(better, undefined);
        if (best === undefined || worth(best) === 0) return [];
        for (const word of best) union.add(word);
      }
      return [union];
    }
    case "sequence": {
      const found: ReadonlySet<string>[] = [];
      let run: ReadonlySet<string> | undefined;
      for (const item of node.items) {
        const own = words(item);
        const longer = own !== undefined && run !== undefined ? product(run, own) : undefined;
        if (longer === undefined && run !== undefined) found.push(run);
        run = longer ?? own;
        if (own === undefined) found.push(...stretchesOf(item));
      }
      return run === undefined ? found : [...found, run];
    }
    default:
      return [];
  }
}

function better(one: ReadonlySet<string> | undefined, other: ReadonlySet<string>): ReadonlySet<string> {
  return one === undefined || worth(other) > worth(one) ? other : one;
}

/** A class with more words than this does not count as a set of words. */
const MOST_WORDS = 96;
/** Two sets side by side are joined to one of longer words as long as these are few: each is kept in the index. */
const MOST_JOINED = 12;

/** All strings that a node can match, when they are few. */
function words(node: PatternNode): ReadonlySet<string> | undefined {
  switch (node.kind) {
    case "text":
      return new Set([node.text]);
    case "set":
      return new Set(node.chars);
    case "edge":
      return new Set([""]);
    case "class":
      return words(node.item);
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
  if (left.size * right.size > MOST_JOINED) return undefined;
  const all = new Set<string>();
  for (const a of left) for (const b of right) all.add(a + b);
  return all;
}

/** How good a set of factors is: the length of its shortest word, up to four; four times as many cost half a letter. */
function worth(set: ReadonlySet<string>): number {
  let shortest = 4;
  for (const word of set) shortest = Math.min(shortest, word.length);
  return shortest === 0 ? 0 : shortest - Math.log2(set.size) / 8;
}
