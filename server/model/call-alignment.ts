import type { Choice, Turn } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { Heap } from "./heap.ts";
import { likeness, type Saying, sayingOf } from "./likeness.ts";
import type { Project } from "./project.ts";
import { isSaidToCustomer } from "./speech.ts";
import { spokenWords } from "./spoken-words.ts";
import type { Point } from "./supergraph.ts";
import type { UnrolledCall } from "./unrolled-call.ts";

/** A turn of a call, or several of one speaker in a row, that the script has as one. */
export interface SaidLine {
  readonly turns: readonly Turn[];
  readonly saying: Saying;
}

/** One thing on the way of a call through its script, in the order of the call. */
export type AlignedItem =
  /** A point without words of its own: a step, a choice, an action. */
  | { readonly kind: "passed"; readonly point: Point }
  /** A line of the script that was said, in whatever words. */
  | { readonly kind: "said"; readonly point: Point; readonly line: SaidLine; readonly likeness: number }
  /** A line of the script that was not said. */
  | { readonly kind: "left-out"; readonly point: Point }
  /** Something that was said and is not in the script at this place. */
  | { readonly kind: "extra"; readonly line: SaidLine };

/** A call as it is laid beside its script. */
export interface CallTurns {
  readonly project: Project;
  readonly document: ScriptDocument;
  readonly turns: readonly Turn[];
}

/**
 * Finds the way through a script that explains a call best, and which of its lines are said where: the cheapest
 * alignment of the call with any path of the script's flow, as in the alignments of process mining (Adriansyah, van
 * Dongen, van der Aalst 2011): a line left out, a line that is not in the script, and words that differ each cost
 * something, the agent's more than the customer's, who may say what they like. It is found by dynamic programming over
 * pairs of how far the call and the script have come (Needleman and Wunsch 1970, over a graph), cheapest first within a
 * turn of the call, so that rounds do no harm. Of each turn only so many places in the script are followed, the
 * cheapest, that a long call through a large script takes no more than `most` of them altogether.
 */
export function alignCall(script: UnrolledCall, call: CallTurns, most = MOST_STATES): readonly AlignedItem[] {
  return new Aligner(script, call, most).align();
}

const MOST_STATES = 500_000;
/** Places followed behind a turn at least, however long the call. */
const LEAST_WIDTH = 200;
/** How many turns of one speaker in a row may be one line of the script. */
const MOST_JOINED = 3;
/** What less alike is something else, not the same thing in other words. */
const LEAST_ALIKE = 0.16;
/** The cost of a beginning at a step to which nothing leads. */
const OTHER_ROOT = 1.5;

const COST = {
  agent: { leftOut: 1, extra: 0.9, differs: 1.9 },
  customer: { leftOut: 0.3, extra: 0.4, differs: 0.7 },
  colleague: { leftOut: 0.1, extra: 0.2, differs: 0.3 },
} as const;

type Who = keyof typeof COST;

/** How far the call and the script have come, at what cost, and from where. */
interface State {
  readonly cost: number;
  readonly node: number;
  /** How many turns of the call lie behind. */
  readonly turn: number;
  readonly from?: State;
  readonly item?: AlignedItem;
}

class Aligner {
  private readonly script: UnrolledCall;
  private readonly call: CallTurns;
  private readonly width: number;
  private readonly lines = new Map<string, SaidLine>();
  private readonly scripted = new Map<Turn | Choice, Saying>();
  private readonly alike = new Map<Saying, Map<Saying, number>>();
  /** By the turn of the call that is next. */
  private readonly open: Heap<State>[];

  constructor(script: UnrolledCall, call: CallTurns, most: number) {
    this.script = script;
    this.call = call;
    this.width = Math.max(LEAST_WIDTH, Math.floor(most / (call.turns.length + 1)));
    this.open = Array.from({ length: call.turns.length + 1 }, () => new Heap<State>(isBefore));
  }

  align(): AlignedItem[] {
    const { roots, end } = this.script;
    // Where the script says nothing, the call is all there is.
    for (const [index, root] of (roots.length > 0 ? roots : [end]).entries())
      this.open[0]!.push({ cost: index === 0 ? 0 : OTHER_ROOT, node: root, turn: 0 });
    const last = this.call.turns.length;
    for (let turn = 0; turn < last; turn++) this.settle(turn, this.width);
    return wayTo(this.settle(last, Number.POSITIVE_INFINITY));
  }

  /** Follows the places that the script may have come to before a turn; returns the end of the call, or the first of them. */
  private settle(turn: number, width: number): State | undefined {
    const heap = this.open[turn]!;
    const settled = new Set<number>();
    let first: State | undefined;
    for (let state = heap.pop(); state !== undefined && settled.size < width; state = heap.pop()) {
      if (settled.has(state.node)) continue;
      settled.add(state.node);
      first ??= state;
      if (state.node === this.script.end && turn === this.call.turns.length) return state;
      this.follow(state);
    }
    heap.clear();
    return first;
  }

  private follow(state: State): void {
    const { point, next } = this.script.nodes[state.node]!;
    const { turn } = state;
    const spoken = this.call.turns[turn];
    if (spoken !== undefined) {
      const line = this.line(turn, 1)!;
      this.step(state, [state.node], turn + 1, COST[whoSays(spoken)].extra, { kind: "extra", line });
    }
    if (point === undefined) return;
    const said = point.node?.kind === "turn" ? point.node.turn : undefined;
    const choice = point.node?.kind === "choice" ? point.node.choice : undefined;
    if (said === undefined) this.step(state, next, turn, 0, { kind: "passed", point });
    else this.step(state, next, turn, COST[whoSays(said)].leftOut, { kind: "left-out", point });
    const own = said ?? choice;
    if (own === undefined) return;
    const who = said === undefined ? "customer" : whoSays(said);
    for (let count = 1; count <= MOST_JOINED; count++) {
      const line = this.line(turn, count);
      if (line === undefined || whoSays(line.turns[0]!) !== who) return;
      const saying = this.saying(point, own);
      const alike = this.likeness(saying, line.saying);
      if (count > 1 && !this.belongs(saying, turn, count, alike)) continue;
      // A customer may answer in any words; a choice is named after what they mean.
      if (alike < LEAST_ALIKE && (who !== "customer" || said === undefined)) continue;
      // Lines that have nothing to do with one another share some words by chance, so what is little alike costs nearly all.
      const cost = COST[who].differs * Math.sqrt(1 - alike);
      this.step(state, next, turn + count, cost, { kind: "said", point, line, likeness: alike });
    }
  }

  private step(from: State, next: readonly number[], turn: number, cost: number, item: AlignedItem): void {
    for (const node of next) this.open[turn]!.push({ cost: from.cost + cost, node, turn, from, item });
  }

  /** So many turns of the call in a row as one line; undefined where they are not all of one speaker. */
  private line(turn: number, count: number): SaidLine | undefined {
    const key = `${turn} ${count}`;
    const known = this.lines.get(key);
    if (known !== undefined) return known;
    const turns = this.call.turns.slice(turn, turn + count);
    if (turns.length < count || turns.some((one) => whoSays(one) !== whoSays(turns[0]!))) return undefined;
    const { project, document } = this.call;
    const line = { turns, saying: sayingOf(turns.map((one) => spokenWords(project, document, one)).join("\n")) };
    this.lines.set(key, line);
    return line;
  }

  /** Whether several turns in a row are one line of the script: with the first and the last they are more like it. */
  private belongs(script: Saying, turn: number, count: number, alike: number): boolean {
    const parts = [this.line(turn, count - 1)!, this.line(turn + 1, count - 1)!];
    return parts.every(({ saying }) => this.likeness(script, saying) < alike);
  }

  private saying({ graph: { project, document } }: Point, own: Turn | Choice): Saying {
    let saying = this.scripted.get(own);
    if (saying === undefined) {
      const label = own.kind === "choice" && own.label.kind === "text" ? own.label.text : "";
      saying = sayingOf(own.kind === "turn" ? spokenWords(project, document, own) : label);
      this.scripted.set(own, saying);
    }
    return saying;
  }

  private likeness(script: Saying, call: Saying): number {
    let known = this.alike.get(script);
    if (known === undefined) {
      known = new Map();
      this.alike.set(script, known);
    }
    let alike = known.get(call);
    if (alike === undefined) {
      alike = likeness(script, call);
      known.set(call, alike);
    }
    return alike;
  }
}

/** Whose line it is: what agents say to colleagues is no part of what the customer hears. */
export function whoSays(turn: Turn): Who {
  if (turn.role === "customer") return "customer";
  return isSaidToCustomer(turn) ? "agent" : "colleague";
}

/** The cheaper first; of two that cost the same the one that comes first in the script. */
function isBefore(a: State, b: State): boolean {
  return a.cost < b.cost || (a.cost === b.cost && a.node < b.node);
}

function wayTo(last: State | undefined): AlignedItem[] {
  const items: AlignedItem[] = [];
  for (let state = last; state !== undefined; state = state.from) if (state.item !== undefined) items.push(state.item);
  return items.reverse();
}
