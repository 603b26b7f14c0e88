import { type Box, heightOf, type Line, type Stub } from "./boxes.ts";
import type { Place } from "./layout.ts";
import { SIZES } from "./sizes.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of a line: path data of SVG, and its ends. Every line ends going down. */
export interface Route {
  readonly d: string;
  readonly start: Point;
  readonly end: Point;
}

/**
 * The way of a line through its boxes. It bends only in the gaps between layers, and beside a decision in the room
 * that is kept free for it, so that it never crosses a card.
 */
export function routeLine(line: Line, boxes: readonly Box[], places: readonly Place[]): Route & { labelAt: Point } {
  const [first, second] = [line.boxes[0]!, line.boxes[1]!];
  const from = boxes[first]!;
  const place = places[first]!;
  const shape = from.node!;
  const next = places[second]!;
  const away = next.middle - place.middle;
  const sideways = shape.node.kind === "decision" && Math.abs(away) > shape.width / 2 + BEND && from.out.length > 1;
  const side = Math.sign(away);
  const start = sideways
    ? { x: place.middle + (side * shape.width) / 2, y: place.top + shape.height / 2 }
    : { x: place.middle, y: place.top + shape.height };
  const more = line.label === undefined ? 0 : heightOf(line.label) - SIZES.due;
  const parts = [`M${start.x} ${start.y}`];
  if (sideways) {
    const bend = Math.min(BEND * 2, Math.abs(next.middle - start.x), next.top - start.y - LABEL_ROOM - more);
    const corner = next.middle - side * bend;
    parts.push(`H${corner}C${corner + side * bend * ROUND} ${start.y} ${next.middle} ${start.y + bend * (1 - ROUND)}`);
    parts.push(`${next.middle} ${start.y + bend}V${next.top}`);
  } else {
    parts.push(descend(place, next));
  }
  for (let index = 1; index < line.boxes.length - 1; index++) {
    parts.push(descend(places[line.boxes[index]!]!, places[line.boxes[index + 1]!]!));
  }
  const last = places[line.boxes.at(-1)!]!;
  const end = { x: last.middle, y: last.top };
  const above = { x: next.middle, y: next.top - LABEL_ABOVE - more };
  const on = onCurve(place, next, from.out.length > 1 ? LOW : HIGH);
  const y = Math.max(on.y - more / 2, place.bandBottom + SIZES.due / 2);
  return { d: parts.join(" "), start, end, labelAt: sideways ? above : { x: on.x, y } };
}

const BEND = 24;
const ROUND = 0.6;
const LABEL_ABOVE = 26;
const LABEL_ROOM = 38;

/** Straight down to the end of the layer, then through the gap to the middle of the next box. */
function descend(from: Place, to: Place): string {
  if (from.middle === to.middle) return `V${to.top}`;
  const half = (from.bandBottom + to.top) / 2;
  return `V${from.bandBottom} C${from.middle} ${half} ${to.middle} ${half} ${to.middle} ${to.top}`;
}

/** The point of the curve through a gap at a parameter from 0 to 1. */
function onCurve(from: Place, to: Place, at: number): Point {
  const across = at * at * (3 - 2 * at);
  const down = at * (1.5 - 1.5 * at + at * at);
  return {
    x: from.middle + (to.middle - from.middle) * across,
    y: from.bandBottom + (to.top - from.bandBottom) * down,
  };
}

/** Clear of the other lines that leave the same box, and of those that come to the same one. */
const LOW = 0.62;
const HIGH = 0.3;

/** Places the stub that hangs below a node: in the middle, or right of the line that leaves from there too. */
export function hangingStub(box: Box, place: Place): { stub: Stub; x: number; y: number; route: Route } | undefined {
  if (box.node === undefined || box.hanging === undefined) return undefined;
  const stub = box.hanging;
  const x = box.out.length > 0 ? place.middle + APART : place.middle - stub.width / 2;
  const start = { x: x + stub.width / 2, y: place.top + box.node.height };
  const end = { x: start.x, y: start.y + SIZES.stubDrop };
  return { stub, x, y: end.y, route: { d: `M${start.x} ${start.y}V${end.y}`, start, end } };
}

const APART = 10;
