import type { Area, Layout } from "../../../server/picture/layout.ts";
import type { Point, Position } from "./camera.ts";

/** The node at a point of the picture, or the one next to it. */
export function nodeNear({ nodes }: Layout, point: Point): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { node, ...area } of nodes) {
    const away = Math.hypot(beside(point.x, area.x, area.width), beside(point.y, area.y, area.height));
    if (away >= least) continue;
    [best, least] = [node.id, away];
  }
  return best;
}

/**
 * Where the camera has to stand for a node that was laid out anew to keep its place in the window.
 * @param around the point of the window that stays on the same part of the node; by default the middle of its top
 */
export function keepPlace(was: Area, is: Area, from: Position, scale: number, around?: Point): Position {
  const at = around ?? {
    x: from.x + (was.x + was.width / 2) * from.scale,
    y: from.y + was.y * from.scale,
  };
  const across = part((at.x - from.x) / from.scale, was.x, was.width);
  const down = part((at.y - from.y) / from.scale, was.y, was.height);
  return { x: at.x - (is.x + across * is.width) * scale, y: at.y - (is.y + down * is.height) * scale, scale };
}

function beside(value: number, start: number, length: number): number {
  return Math.max(start - value, 0, value - start - length);
}

function part(value: number, start: number, length: number): number {
  return (value - start) / Math.max(length, 1);
}
