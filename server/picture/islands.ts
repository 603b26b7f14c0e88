import type { Box } from "./boxes.ts";
import type { Place } from "./layout.ts";
import { SIZES } from "./sizes.ts";

/** Boxes that lines connect, with the layer (from 0) and the middle in pixels of each. */
export interface Island {
  readonly members: readonly number[];
  readonly layers: readonly number[];
  readonly middles: readonly number[];
}

/** The top and the bottom of each layer in pixels, from the top of the island. */
export interface Bands {
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/** Groups boxes that lines connect; the groups and the boxes in them keep the order of the script. */
export function splitIslands(boxes: readonly Box[]): number[][] {
  const groups = boxes.map((_, box) => box);
  const find = (box: number): number => {
    let at = box;
    while (groups[at] !== at) {
      groups[at] = groups[groups[at]!]!;
      at = groups[at]!;
    }
    return at;
  };
  for (const [from, { out }] of boxes.entries()) {
    for (const to of out) {
      const [a, b] = [find(from), find(to)];
      groups[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const islands = new Map<number, number[]>();
  for (const box of boxes.keys()) {
    const group = find(box);
    const members = islands.get(group);
    if (members) members.push(box);
    else islands.set(group, [box]);
  }
  return [...islands.values()];
}

/**
 * The layers of an island from top to bottom; a gap is as high as the lines and labels in it need.
 * @param labels how high the labels of the lines below a box are, for those that have any
 */
export function bands(boxes: readonly Box[], island: Island, labels: ReadonlyMap<number, number>): Bands {
  const heights: number[] = [];
  const gaps: number[] = [];
  const middleOf = new Map(island.members.map((box, index) => [box, island.middles[index]!]));
  for (const [index, box] of island.members.entries()) {
    const layer = island.layers[index]!;
    heights[layer] = Math.max(heights[layer] ?? 0, boxes[box]!.height);
    const bends = boxes[box]!.out.some((to) => middleOf.get(to) !== island.middles[index]);
    const label = labels.get(box);
    const gap = label !== undefined ? GAP.labelled + label : bends ? GAP.bending : GAP.straight;
    gaps[layer] = Math.max(gaps[layer] ?? 0, gap);
  }
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 0;
  for (let layer = 0; layer < heights.length; layer++) {
    tops.push(y);
    y += heights[layer] ?? 0;
    bottoms.push(y);
    y += gaps[layer] ?? GAP.straight;
  }
  return { tops, bottoms };
}

/** In pixels; `labelled` without the label itself. */
const GAP = { straight: 38, bending: 54, labelled: 44 } as const;
const BETWEEN = 56;

/** Puts islands below the first one, beside one another as long as they fit into the width that is used anyway. */
export function stackIslands(
  boxes: readonly Box[],
  islands: readonly Island[],
  bandsOf: (island: Island) => Bands,
): { places: Place[]; width: number; height: number } {
  const sized = islands.map((island) => measure(boxes, island, bandsOf(island)));
  const widest = sized.reduce((most, { right, left }) => Math.max(most, right - left), MIN_SHELF);
  const shelves: Shelf[] = [];
  for (const island of sized) {
    const width = island.right - island.left;
    const shelf = shelves.at(-1);
    if (shelf && shelves.length > 1 && shelf.width + BETWEEN + width <= widest) {
      shelf.islands.push(island);
      shelf.width += BETWEEN + width;
    } else {
      shelves.push({ islands: [island], width });
    }
  }
  const places: Place[] = [];
  const total = shelves.reduce((most, { width }) => Math.max(most, width), 0);
  // Whatever stands apart is put below the first step, not below the middle of a picture that leans to one side.
  const spine =
    sized[0] === undefined ? 0 : (total - shelves[0]!.width) / 2 - sized[0].left + sized[0].island.middles[0]!;
  let y = SIZES.margin;
  for (const shelf of shelves) {
    const start = shelf === shelves[0] ? (total - shelf.width) / 2 : spine - shelf.width / 2;
    let x = SIZES.margin + Math.max(0, Math.min(total - shelf.width, start));
    let height = 0;
    for (const { island, bands: own, left, right } of shelf.islands) {
      for (const [index, box] of island.members.entries()) {
        const layer = island.layers[index]!;
        const middle = round(x - left + island.middles[index]!);
        places[box] = { middle, top: y + own.tops[layer]!, bandBottom: y + own.bottoms[layer]! };
      }
      x += right - left + BETWEEN;
      height = Math.max(height, own.bottoms.at(-1) ?? 0);
    }
    y += height + BETWEEN;
  }
  return { places, width: round(total + 2 * SIZES.margin), height: round(Math.max(y - BETWEEN, 0) + SIZES.margin) };
}

const MIN_SHELF = 1100;

interface Sized {
  readonly island: Island;
  readonly bands: Bands;
  readonly left: number;
  readonly right: number;
}

interface Shelf {
  readonly islands: Sized[];
  width: number;
}

function measure(boxes: readonly Box[], island: Island, own: Bands): Sized {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const [index, box] of island.members.entries()) {
    const half = Math.max(boxes[box]!.room / 2 - 14, 0);
    left = Math.min(left, island.middles[index]! - half);
    right = Math.max(right, island.middles[index]! + half);
  }
  return { island, bands: own, left, right };
}

function round(value: number): number {
  return Math.round(value * 2) / 2;
}
