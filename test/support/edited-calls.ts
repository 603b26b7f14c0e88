import type { Turn } from "../../grammar/index.ts";
import { whoSays } from "../../server/model/call-alignment.ts";
import { commitmentsOfTurn } from "../../server/model/commitments.ts";
import type { ScriptDocument } from "../../server/model/document.ts";
import { flowOf } from "../../server/model/flow.ts";
import type { Project } from "../../server/model/project.ts";
import { GAP, spokenWords } from "../../server/model/spoken-words.ts";
import { type Point, supergraphOf } from "../../server/model/supergraph.ts";
import { unrolledCall } from "../../server/model/unrolled-call.ts";
import type { RecordedTurn } from "../../server/model/utterance.ts";

/** A turn of a generated call with the line of the script that it says. */
export interface GeneratedTurn extends RecordedTurn {
  readonly point: Point;
  readonly turn: Turn;
}

/** Numbers from 0 to 1 that look like chance and are the same in each run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A call along some path of a script, its variables filled; undefined where chance did not lead to the end. */
export function walk(project: Project, script: ScriptDocument, chance: () => number): GeneratedTurn[] | undefined {
  const { nodes, roots, end } = unrolledCall(supergraphOf(flowOf(project, script)));
  const turns: GeneratedTurn[] = [];
  let at = roots[0]!;
  for (let count = 0; at !== end; count++) {
    if (count > 500) return undefined;
    const { point, next } = nodes[at]!;
    const turn = point?.node?.kind === "turn" ? point.node.turn : undefined;
    if (point !== undefined && turn !== undefined && turn.role !== "unknown") {
      const { project: own, document } = point.graph;
      const values = VALUES[document.facts.language];
      const text = spokenWords(own, document, turn).replaceAll(
        GAP,
        () => values[Math.floor(chance() * values.length)]!,
      );
      turns.push({ speaker: turn.speaker.text, role: whoSays(turn), text, point, turn });
    }
    at = next[Math.floor(chance() * next.length)]!;
  }
  return turns;
}

const VALUES = { zh: ["王", "李娜", "8842", "维修部"], en: ["Hill", "Jane", "8842", "the depot"] } as const;

/** Another time for a promise, in the words of the script's language. */
export const OTHER_TIME = { zh: "十二天内", en: "within twelve days" } as const;

/** The promise with a time that a turn makes first; undefined where it makes none in its own words. */
export function promiseIn({ point, turn }: GeneratedTurn): { readonly time: string } | undefined {
  const { project, document } = point.graph;
  for (const { time } of commitmentsOfTurn(project, document, turn)) {
    if (time === undefined || turn.text.every(({ start, end }) => time.start < start || end < time.end)) continue;
    const words = document.text.slice(time.start, time.end);
    // A placeholder is no time that can be found again in what is said.
    if (!/[{}]/.test(words)) return { time: words };
  }
  return undefined;
}

/** Says the same in other words, by replacing common ones and turning clauses round; undefined where nothing can be. */
export function reword(text: string, language: "zh" | "en"): string | undefined {
  let other = text;
  let changes = 0;
  for (const [from, to] of SYNONYMS[language]) {
    const next = other.replace(from, to);
    if (next !== other) changes++;
    other = next;
  }
  return changes >= 2 ? other : undefined;
}

const SYNONYMS: Readonly<Record<"zh" | "en", readonly (readonly [RegExp, string])[]>> = {
  zh: [
    [/请问/, "麻烦问一下，"],
    [/非常抱歉|很抱歉/, "真的对不起"],
    [/谢谢/, "多谢"],
    [/感谢/, "谢谢"],
    [/您看(这样)?可以吗|您看这样行吗/, "这么安排您觉得行吗"],
    [/您方便/, "您这会儿方便"],
    [/我(现在)?就/, "我马上就"],
    [/告诉您/, "跟您说"],
    [/什么/, "啥"],
    [/因为/, "由于"],
    [/需要/, "得"],
    [/如果/, "要是"],
    [/对吗/, "是这样吧"],
    [/情况/, "情形"],
    [/帮您/, "替您"],
    [/祝您/, "希望您"],
    [/再见/, "拜拜"],
    [/好的/, "行"],
  ],
  en: [
    [/thank you/i, "Many thanks"],
    [/I'm (very |so )?sorry/, "I do apologise"],
    [/I'll/, "I am going to"],
    [/may I/i, "could I please"],
    [/is that (right|correct)/i, "have I got that right"],
    [/Does that suit you|Is that all right/i, "Would that work for you"],
    [/please/i, "if you could, just"],
    [/anything else/i, "any other thing"],
    [/good morning|hello/i, "Good day"],
    [/goodbye/i, "bye for now"],
    [/would you like/i, "do you want"],
    [/So you'd like/, "What you want, then, is"],
    [/tell you/, "let you know"],
    [/Let me/, "Allow me to"],
  ],
};

/** What no agent should say, in own words; each is an offence by itself. */
export const OFFENDING = {
  zh: ["这个不归我们管，你找别人去。", "我不知道，你自己看说明书吧。", "你怎么连这个都不懂？", "你急什么，等着！"],
  en: [
    "That's not my department, try somebody else.",
    "I don't know, read the manual yourself.",
    "You should have been more careful.",
    "Calm down and stop shouting.",
  ],
} as const;
