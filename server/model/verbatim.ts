import type { Turn } from "../../grammar/index.ts";
import { eventsOf, type FlowEvent } from "./events.ts";
import type { FlowGraph } from "./flow.ts";
import type { Happening, Happenings } from "./happening.ts";
import { arraysOf, type PointArrays } from "./point-arrays.ts";
import { isSaidToCustomer } from "./speech.ts";
import { secondsWithin } from "./spoken-turn.ts";
import type { Point, Supergraph } from "./supergraph.ts";

/**
 * The arrays of a supergraph in which each node has a happening of its own, with what is promised in it and how long it
 * takes to say: for obligations that mind more than the names of events.
 */
export function verbatimArraysOf(graph: Supergraph): PointArrays {
  let verbatim = known.get(graph);
  if (verbatim === undefined) {
    const arrays = arraysOf(graph);
    const alphabet = new Verbatim(graph.points);
    verbatim = { ...arrays, alphabet, happening: alphabet.ids, occurring: [...new Set(alphabet.ids)] };
    known.set(graph, verbatim);
  }
  return verbatim;
}

const known = new WeakMap<Supergraph, PointArrays>();

/** A happening is numbered as the first point with its node. */
class Verbatim implements Happenings {
  readonly ids: Int32Array;
  private readonly points: readonly Point[];
  private readonly happenings: (Happening | undefined)[] = [];

  constructor(points: readonly Point[]) {
    this.points = points;
    const first = new Map<unknown, number>();
    this.ids = Int32Array.from(points, ({ id, node }) => {
      const key = node ?? id;
      if (!first.has(key)) first.set(key, id);
      return first.get(key)!;
    });
  }

  at(id: number): Happening {
    let happening = this.happenings[id];
    if (happening === undefined) {
      happening = happeningAt(this.points[id]!);
      this.happenings[id] = happening;
    }
    return happening;
  }
}

function happeningAt({ id, graph, node }: Point): Happening {
  if (node === undefined) return { id, groups: [], isTurn: false };
  const events = eventsOf(graph, node);
  const groups = events.map((group, at) => group.map((event, index) => ({ ...event, group: at, index })));
  if (node.kind !== "turn" || !isSaidToCustomer(node.turn)) return { id, groups, isTurn: false };
  return { id, groups, isTurn: true, secondsBefore: spokenIn(graph, node.turn, events) };
}

function spokenIn(
  { project, document }: FlowGraph,
  turn: Turn,
  groups: readonly (readonly FlowEvent[])[],
): NonNullable<Happening["secondsBefore"]> {
  const startOf = (group: number) => Math.min(...groups[group]!.map(({ span }) => span.start));
  const endOf = (group: number) => Math.max(...groups[group]!.map(({ span }) => span.end));
  return (group, behind) => {
    const from = behind === undefined ? (turn.text[0]?.start ?? 0) : endOf(behind);
    const before = group - 1 > (behind ?? -1) ? startOf(group - 1) : 0;
    const start = Math.max(from, before);
    const end = group < groups.length ? startOf(group) : turn.end;
    return end <= start ? 0 : secondsWithin(project, document, turn, { start, end });
  };
}
