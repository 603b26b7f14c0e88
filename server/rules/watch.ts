import type { Turn } from "../../grammar/index.ts";
import { eventsOf, type FlowEvent } from "../model/events.ts";
import type { Monitor, Verdict } from "../model/monitor.ts";
import { isSaidToCustomer } from "../model/speech.ts";
import { secondsWithin } from "../model/spoken-turn.ts";
import type { Point } from "../model/supergraph.ts";

/** What something in a call does in a state; undefined: it stays as it is. */
export type Move<Input> = (state: number, input: Input) => Verdict<FlowEvent> | undefined;

/** What a monitor minds. */
interface Moves {
  /** A group of events. */
  readonly happen: Move<readonly FlowEvent[]>;
  /** The end of one of the agent's turns to the customer. */
  readonly turn?: Move<FlowEvent> | undefined;
  /** Words of such a turn, up to the next group of events in it. */
  readonly speak?: Move<FlowEvent & { readonly seconds: number }> | undefined;
}

/** A monitor of an obligation, over the groups of events at a point. */
export class Watch implements Monitor<FlowEvent> {
  readonly states: number;
  private readonly moves: Moves;

  constructor(states: number, moves: Moves | Moves["happen"]) {
    this.states = states;
    this.moves = typeof moves === "function" ? { happen: moves } : moves;
  }

  /**
   * What comes of the rest of a point behind the group in which the obligation arises. In that group, one sentence, it
   * can be kept but not broken.
   */
  behind(group: number, point: Point): Verdict<FlowEvent> {
    const events = eventsOf(point.graph, point.node!)[group]!;
    const verdict = this.moves.happen(0, events);
    if (verdict === "kept") return verdict;
    const state = verdict !== undefined && "state" in verdict ? verdict.state : 0;
    return this.follow(state, point, group + 1, Math.max(...events.map(({ span }) => span.end)));
  }

  at(state: number, point: Point): Verdict<FlowEvent> {
    return this.follow(state, point, 0);
  }

  /**
   * @param from the number of the first group that counts; a turn of which only a part counts is not counted as one
   * @param spoken up to which offset of a turn its words do not count; its beginning where none is given
   */
  private follow(state: number, { graph, node }: Point, from: number, spoken?: number): Verdict<FlowEvent> {
    if (node === undefined) return { state };
    const { happen, turn, speak } = this.moves;
    const said = node.kind === "turn" && isSaidToCustomer(node.turn) ? node.turn : undefined;
    const event = { name: "turn", span: node.span };
    let now = state;
    let settled: Verdict<FlowEvent> | undefined;
    const move = (verdict: Verdict<FlowEvent> | undefined) => {
      if (verdict === "kept" || (verdict !== undefined && "breach" in verdict)) settled = verdict;
      else now = verdict?.state ?? now;
      return settled;
    };
    let at = spoken ?? said?.text[0]?.start ?? 0;
    const speakTo = (end: number, of: Turn) => {
      const seconds = end <= at ? 0 : secondsWithin(graph.project, graph.document, of, { start: at, end });
      at = Math.max(at, end);
      return move(speak!(now, { ...event, seconds }));
    };
    for (const group of eventsOf(graph, node).slice(from)) {
      if (speak !== undefined && said !== undefined && speakTo(startOf(group), said)) return settled!;
      if (move(happen(now, group))) return settled!;
    }
    if (said === undefined) return { state: now };
    if (speak !== undefined && speakTo(said.end, said)) return settled!;
    if (from === 0 && turn !== undefined && move(turn(now, event))) return settled!;
    return { state: now };
  }
}

function startOf(group: readonly FlowEvent[]): number {
  return Math.min(...group.map(({ span }) => span.start));
}
