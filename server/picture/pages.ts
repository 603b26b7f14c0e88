import { type Area, type Layout, meet } from "./layout.ts";

/** The room on a page, in its own pixels. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** A page: the part of the picture on it, and the picture's scale there. */
export interface PicturePage {
  readonly area: Area;
  readonly scale: number;
  /** What of the picture lies on it, as a picture by itself. */
  readonly layout: Layout;
}

/**
 * Splits a picture over pages, from the top left to the bottom right; pages on which nothing lies are left out. It is
 * scaled down to the width of one page as long as that can be read, and cut between cards wherever there is a place.
 */
export function splitPages(layout: Layout, size: PageSize): PicturePage[] {
  const scale = Math.min(1, Math.max(READABLE, size.width / layout.width));
  const across = cuts(
    layout.nodes.map(({ x, width }) => [x, x + width]),
    layout.width,
    size.width / scale,
  );
  const down = cuts(
    layout.nodes.map(({ y, height }) => [y, y + height]),
    layout.height,
    size.height / scale,
  );
  return down.flatMap(([top, bottom]) =>
    across.flatMap(([left, right]) => {
      const area = { x: left, y: top, width: right - left, height: bottom - top };
      const nodes = layout.nodes.filter((node) => meet(node, area));
      const edges = layout.edges.filter(({ extent }) => meet(extent, area));
      return nodes.length === 0 && edges.length === 0 ? [] : [{ area, scale, layout: { ...layout, nodes, edges } }];
    }),
  );
}

/** Words of 13 pixels are still read at this scale on paper. */
const READABLE = 0.62;

type Stretch = readonly [start: number, end: number];

/** Cuts a length into stretches that fit, each as long as it can be without cutting through anything. */
function cuts(taken: readonly Stretch[], length: number, room: number): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  while (length - start > room) {
    const end = lastGap(taken, start, start + room);
    stretches.push([start, end]);
    start = end;
  }
  return [...stretches, [start, length]];
}

/** The last place before `end` where nothing is cut; where there is none in the second half, `end` itself. */
function lastGap(taken: readonly Stretch[], start: number, end: number): number {
  let place = end;
  for (;;) {
    const cut = taken.filter(([from, to]) => from < place && place < to);
    if (cut.length === 0) return place;
    const before = Math.min(...cut.map(([from]) => from)) - BREATH;
    if (before <= start + (end - start) / 2) return end;
    place = before;
  }
}

/** How far before a card the cut is, so that an arrow's head stays with it. */
const BREATH = 14;
