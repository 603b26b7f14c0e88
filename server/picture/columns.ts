/** Boxes by number, in layers: what has to be known to give each one a place from left to right. */
export interface ColumnsInput {
  /** Boxes must be numbered so that every line leads to a box in a deeper layer. */
  readonly layers: readonly number[];
  /** Width in pixels, the distance to a neighbour included. */
  readonly widths: readonly number[];
  /** For each box, the boxes that a line leads to, in the order of the script; each exactly one layer below. */
  readonly out: readonly (readonly number[])[];
  /** True for a box whose lines leave it sideways, so that nothing may stand between it and the end of its fan. */
  readonly fans: readonly boolean[];
}

/**
 * The middle of each box in pixels, boxes without a line to them side by side. Boxes that one box leads to are spread
 * evenly on both sides of it; a box where paths meet stands below the place where they parted; boxes in a line stand
 * exactly below one another. No two boxes of a layer overlap. Time grows with the number of boxes and lines only.
 */
export function columns(input: ColumnsInput): number[] {
  const tree = placementTree(input);
  const count = input.layers.length;
  const offsets = new Float64Array(count + 1);
  const contours: (Contour | undefined)[] = [];
  for (const box of [...tree.order].reverse()) {
    contours[box] = compose(box, tree, input, contours, offsets);
    for (const child of tree.children[box]!) contours[child] = undefined;
  }
  const middles = new Array<number>(count).fill(0);
  for (const box of tree.order) {
    const parent = tree.parents[box]!;
    if (box !== count) middles[box] = offsets[box]! + (parent === count ? 0 : middles[parent]!);
  }
  return middles;
}

interface Tree {
  /** Parents before children; the root, which is no box, has the number after the last box. */
  readonly order: readonly number[];
  readonly parents: readonly number[];
  readonly children: readonly (readonly number[])[];
  /** True for a box that stands below its parent's middle and not in its fan. */
  readonly centred: readonly boolean[];
}

function placementTree({ layers, out }: ColumnsInput): Tree {
  const root = layers.length;
  const into: number[][] = layers.map(() => []);
  for (const [from, targets] of out.entries()) for (const to of targets) into[to]!.push(from);
  const order = layers.map((_, box) => box).sort((a, b) => layers[a]! - layers[b]! || a - b);
  const parents: number[] = [];
  const centred = layers.map(() => false);
  const ancestors = new Ancestors(root);
  for (const box of order) {
    const sources = into[box]!;
    const found = sources.length === 0 ? root : sources.reduce((a, b) => ancestors.common(a, b));
    // Boxes that only share the root stand side by side, so a meeting point of theirs goes below the first of them.
    let parent = found === root && sources.length > 0 ? sources[0]! : found;
    if (sources.length > 1) centred[box] = true;
    const fork = sources.length === 1 && into[sources[0]!]!.length === 1 ? into[sources[0]!]![0]! : undefined;
    if (fork !== undefined && onlyOneContinues(fork, out)) {
      parent = fork;
      centred[box] = true;
    }
    parents[box] = parent;
    ancestors.add(box, parent);
  }
  const children: number[][] = [...layers.map(() => []), []];
  for (const [from, targets] of out.entries()) {
    for (const to of targets) if (parents[to] === from && !centred[to]) children[from]!.push(to);
  }
  for (const box of order) if (centred[box] || into[box]!.length === 0) children[parents[box]!]!.push(box);
  return { order: [root, ...order], parents, children, centred };
}

/** Where all branches of a choice but one end, the call goes on below the choice and not ever further to one side. */
function onlyOneContinues(fork: number, out: ColumnsInput["out"]): boolean {
  const branches = out[fork]!;
  if (branches.length < 2) return false;
  const onward = new Set<number>();
  for (const branch of branches) for (const to of out[branch]!) onward.add(to);
  return onward.size === 1;
}

/** Common ancestors in a growing tree in logarithmic time: every entry also knows one ancestor far above it. */
class Ancestors {
  private readonly depth: number[] = [];
  private readonly parent: number[] = [];
  private readonly far: number[] = [];

  constructor(root: number) {
    this.depth[root] = 0;
    this.parent[root] = root;
    this.far[root] = root;
  }

  add(entry: number, parent: number): void {
    const far = this.far[parent]!;
    const farther = this.far[far]!;
    this.depth[entry] = this.depth[parent]! + 1;
    this.parent[entry] = parent;
    const even = this.depth[parent]! - this.depth[far]! === this.depth[far]! - this.depth[farther]!;
    this.far[entry] = even ? farther : parent;
  }

  common(a: number, b: number): number {
    let [high, low] = this.depth[a]! < this.depth[b]! ? [a, b] : [b, a];
    while (this.depth[low]! > this.depth[high]!) {
      low = this.depth[this.far[low]!]! >= this.depth[high]! ? this.far[low]! : this.parent[low]!;
    }
    while (high !== low) {
      const apart = this.far[high] !== this.far[low];
      high = apart ? this.far[high]! : this.parent[high]!;
      low = apart ? this.far[low]! : this.parent[low]!;
    }
    return low;
  }
}

/** How far a part of the picture reaches to both sides in each layer; index 0 is the deepest layer. */
interface Contour {
  readonly bottom: number;
  readonly left: number[];
  readonly right: number[];
  /** Added to every number in `left` and `right`; moving a whole part must not cost time for each of its layers. */
  shift: number;
}

function compose(
  box: number,
  tree: Tree,
  input: ColumnsInput,
  contours: readonly (Contour | undefined)[],
  offsets: Float64Array,
): Contour {
  const layer = input.layers[box] ?? -1;
  let all: Contour | undefined;
  const fan = tree.children[box]!.filter((child) => !tree.centred[child]);
  for (const child of fan) {
    const contour = contours[child]!;
    const offset = all === undefined ? 0 : clearance(all, contour);
    offsets[child] = offset;
    all = merge(all, contour, offset);
  }
  const middle = fanMiddle(fan, offsets);
  for (const child of fan) offsets[child]! -= middle;
  if (all !== undefined) all.shift -= middle;
  for (const child of tree.children[box]!) {
    if (!tree.centred[child]) continue;
    const contour = contours[child]!;
    offsets[child] = all === undefined ? 0 : nearestFree(all, contour);
    all = merge(all, contour, offsets[child]!);
  }
  const half = (input.widths[box] ?? 0) / 2;
  const fans = input.fans[box] && fan.length > 1;
  const left = fans ? Math.max(half, -offsets[fan[0]!]!) : half;
  const right = fans ? Math.max(half, offsets[fan.at(-1)!]!) : half;
  return onTop(all, layer, left, right);
}

/** Halfway between the outer branches, or above the middle one if that is near, since a straight line is calmer. */
function fanMiddle(fan: readonly number[], offsets: Float64Array): number {
  if (fan.length === 0) return 0;
  const halfway = (offsets[fan[0]!]! + offsets[fan.at(-1)!]!) / 2;
  const central = offsets[fan[(fan.length - 1) / 2] ?? -1];
  return central !== undefined && Math.abs(central - halfway) <= NEAR ? central : halfway;
}

const NEAR = 120;

function onTop(below: Contour | undefined, layer: number, left: number, right: number): Contour {
  const contour = below ?? { bottom: layer, left: [], right: [], shift: 0 };
  if (layer < 0) return contour;
  while (contour.bottom - contour.left.length > layer) {
    contour.left.push(Number.POSITIVE_INFINITY);
    contour.right.push(Number.NEGATIVE_INFINITY);
  }
  contour.left.push(-left - contour.shift);
  contour.right.push(right - contour.shift);
  return contour;
}

/** How far right `b` has to stand so as not to touch `a`. */
function clearance(a: Contour, b: Contour): number {
  let needed = Number.NEGATIVE_INFINITY;
  eachShared(a, b, (i, j) => {
    needed = Math.max(needed, a.right[i]! + a.shift - b.left[j]! - b.shift);
  });
  return Number.isFinite(needed) ? needed : 0;
}

/** 0 if `b` touches nothing of `a` there, else the smallest move to the right or to the left that frees it. */
function nearestFree(a: Contour, b: Contour): number {
  let right = Number.NEGATIVE_INFINITY;
  let left = Number.NEGATIVE_INFINITY;
  let touches = false;
  eachShared(a, b, (i, j) => {
    const toRight = a.right[i]! + a.shift - b.left[j]! - b.shift;
    const toLeft = b.right[j]! + b.shift - a.left[i]! - a.shift;
    touches ||= toRight > 0 && toLeft > 0;
    right = Math.max(right, toRight);
    left = Math.max(left, toLeft);
  });
  if (!touches) return 0;
  return right <= left ? right : -left;
}

function eachShared(a: Contour, b: Contour, visit: (i: number, j: number) => void): void {
  const deepest = Math.min(a.bottom, b.bottom);
  const highest = Math.max(a.bottom - a.left.length, b.bottom - b.left.length) + 1;
  for (let layer = deepest; layer >= highest; layer--) visit(a.bottom - layer, b.bottom - layer);
}

/** Both contours as one, `b` moved by `offset`. The deeper one is extended, so that only shared layers cost time. */
function merge(a: Contour | undefined, b: Contour, offset: number): Contour {
  b.shift += offset;
  if (a === undefined) return b;
  const [into, from] = a.bottom >= b.bottom ? [a, b] : [b, a];
  const delta = from.shift - into.shift;
  for (let j = 0; j < from.left.length; j++) {
    const i = into.bottom - (from.bottom - j);
    while (into.left.length <= i) {
      into.left.push(Number.POSITIVE_INFINITY);
      into.right.push(Number.NEGATIVE_INFINITY);
    }
    into.left[i] = Math.min(into.left[i]!, from.left[j]! + delta);
    into.right[i] = Math.max(into.right[i]!, from.right[j]! + delta);
  }
  return into;
}
