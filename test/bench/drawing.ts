/** The lines of a picture, however it was made. */
export interface Drawing {
  readonly lines: readonly DrawnLine[];
  /** Whether its boxes have the sizes that they were to have, so that lengths can be compared. */
  readonly isToScale: boolean;
}

export interface DrawnLine {
  readonly from: string;
  readonly to: string;
  /** Path data of SVG, in absolute coordinates: M, L, H, V and C. */
  readonly path: string;
}

type Point = readonly [x: number, y: number];

/** How often lines cross that have no end in common, and how long all lines are together. */
export function judgeDrawing({ lines }: Drawing): { readonly crossings: number; readonly length: number } {
  const ways = lines.map(({ path }) => pointsOf(path));
  const boxes = ways.map((points) => ({
    left: Math.min(...points.map(([x]) => x)),
    right: Math.max(...points.map(([x]) => x)),
    top: Math.min(...points.map(([, y]) => y)),
    bottom: Math.max(...points.map(([, y]) => y)),
  }));
  let crossings = 0;
  for (let a = 0; a < lines.length; a++)
    for (let b = a + 1; b < lines.length; b++) {
      const [one, other] = [boxes[a]!, boxes[b]!];
      if (one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top)
        continue;
      if (!haveCommonEnd(lines[a]!, lines[b]!)) crossings += crossingsOf(ways[a]!, ways[b]!);
    }
  return { crossings, length: ways.reduce((sum, points) => sum + lengthOf(points), 0) };
}

function haveCommonEnd(a: DrawnLine, b: DrawnLine): boolean {
  return a.from === b.from || a.from === b.to || a.to === b.from || a.to === b.to;
}

function crossingsOf(a: readonly Point[], b: readonly Point[]): number {
  let count = 0;
  for (let i = 1; i < a.length; i++)
    for (let j = 1; j < b.length; j++) if (cross(a[i - 1]!, a[i]!, b[j - 1]!, b[j]!)) count++;
  return count;
}

/** Whether two stretches have a point in common that is an end of neither. */
function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = ([px, py]: Point, [qx, qy]: Point, [rx, ry]: Point) =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++)
    length += Math.hypot(points[i]![0] - points[i - 1]![0], points[i]![1] - points[i - 1]![1]);
  return length;
}

/** Into so many stretches a curve is cut. */
const STRETCHES = 8;

/** A path as a chain of stretches. */
function pointsOf(path: string): Point[] {
  const points: Point[] = [];
  for (const [, letter, rest = ""] of path.matchAll(/([MLHVC])([^MLHVC]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const [x, y] = points.at(-1) ?? [0, 0];
    if (letter === "H") for (const to of numbers) points.push([to, y]);
    else if (letter === "V") for (const to of numbers) points.push([x, to]);
    else if (letter === "C")
      for (let at = 0; at + 5 < numbers.length; at += 6) points.push(...curve(points.at(-1)!, numbers.slice(at)));
    else for (let at = 0; at + 1 < numbers.length; at += 2) points.push([numbers[at]!, numbers[at + 1]!]);
  }
  return points;
}

function curve([x0, y0]: Point, [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[]): Point[] {
  return Array.from({ length: STRETCHES }, (_, index) => {
    const t = (index + 1) / STRETCHES;
    const at = (a: number, b: number, c: number, d: number) =>
      (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
    return [at(x0, x1, x2, x3), at(y0, y1, y2, y3)];
  });
}
