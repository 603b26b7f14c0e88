import type { PatternNode } from "./pattern-tree.ts";

/** The set of strings of which every match contains one: the longest words of the best stretch of the pattern. */
export function factorsOf(node: PatternNode): ReadonlySet<string> | undefined {
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
  if (node.kind === "class") return factorsOf(node.item);
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

/** Beyond this many strings a part of a pattern no longer counts as a finite set of words. */
const MOST_WORDS = 96;

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
