import { fold } from "./normalise.ts";
import type { PatternLanguage, PatternNode } from "./pattern-tree.ts";

/** Words that a pattern should meet, as folded texts of which at least one must do. */
export type PatternSample = readonly string[];

/**
 * Samples in which every alternative that the pattern's author wrote occurs once, and every optional part once there
 * and once not. If a pattern meets no way of spelling one of them, nothing ever will.
 */
export function samplesOf(node: PatternNode, language: PatternLanguage): readonly PatternSample[] {
  const samples = [...new Set(wordings(node))].slice(0, MOST_SAMPLES);
  const [gap, wideGap, rest] = FILLINGS[language];
  const ways = ["", gap].flatMap((inGap) =>
    ["", wideGap].flatMap((inWide) => ["", rest].map((end) => [inGap, inWide, end])),
  );
  return samples.map((sample) => [...new Set(ways.map((way) => spelt(sample, way)))]);
}

/** Stand in a sample for what a gap holds, what a gap over commas holds, and the rest of a word. */
const HOLES = ["⊔", "⊓", "⊣"] as const;

/**
 * What the holes may hold: nothing, or the least that shows. The edge of a clause holds nothing, so that what follows
 * an end without a gap over commas is met by no sample, as it is by no text.
 */
const FILLINGS: Readonly<Record<PatternLanguage, readonly [string, string, string]>> = {
  zh: ["某", ",", "s"],
  en: ["a ", "a, ", "s"],
};

/** A sample as folding leaves it when it is the whole text, or as it stands inside one if folding spares it there. */
function spelt(sample: string, fillings: readonly string[]): string {
  const text = HOLES.reduce((words, hole, index) => words.replaceAll(hole, fillings[index]!), sample);
  const inside = fold([{ text: `a${text}a`, start: 0 }]).text.slice(1, -1);
  return inside === text ? text : fold([{ text, start: 0 }]).text;
}

/** So many are tried at most: a word with more alternatives is a list that somebody pasted. */
const MOST_SAMPLES = 200;

/** The wordings of a node, the plainest first. */
function wordings(node: PatternNode): readonly string[] {
  switch (node.kind) {
    case "text":
      return [node.text];
    case "set":
      return node.chars;
    case "choice":
      return node.options.flatMap(wordings);
    case "class":
      return wordings(node.item).slice(0, 1);
    case "maybe":
      return ["", ...wordings(node.item)];
    case "edge":
      return [""];
    case "sequence": {
      const parts = node.items.map(wordings);
      const plain = parts.map(([first = ""]) => first);
      const others = parts.flatMap((part, index) => part.slice(1).map((other) => plain.with(index, other).join("")));
      return [plain.join(""), ...others].slice(0, MOST_SAMPLES);
    }
    case "gap":
      return [node.overCommas ? HOLES[1] : HOLES[0]];
    case "word-rest":
      return [HOLES[2]];
  }
}
