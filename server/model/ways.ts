import type { Product } from "./product.ts";

/** A way from one place to a breach. A detour that is run through and returns is one point of it. */
export interface Way {
  /** Stands for the way; `Ways` tells what lies on it. */
  readonly key: number;
  /** The point and the state with which it ends. */
  readonly breach: { readonly point: number; readonly state: number };
}

/**
 * Shortest ways to where a monitor is broken, from all places, by one breadth-first search backwards from all breaches
 * at once. A place is there twice: as one from which the breach is reached without returning from its procedure, and,
 * further on in the arrays, as one from which a return lies on the way, which must not lead back into that procedure
 * through another of its callers.
 */
export class Ways {
  private readonly product: Product;
  private readonly length: Int32Array;
  private readonly toward: Int32Array;
  private readonly breach: Int32Array;

  constructor(product: Product) {
    this.product = product;
    const places = 2 * product.size;
    this.length = new Int32Array(places).fill(-1);
    this.toward = new Int32Array(places).fill(-1);
    this.breach = new Int32Array(places);
    this.search();
  }

  /**
   * The way from the nearest of some points, to which a call comes in this state, to a breach; undefined when there is
   * none.
   * @param leaving whether it may leave the procedure in which it begins by returning from it, to any caller
   */
  from(points: Iterable<number>, state: number, leaving: boolean): Way | undefined {
    const { states, size } = this.product;
    let best = -1;
    const consider = (key: number) => {
      if (this.length[key]! >= 0 && (best < 0 || this.length[key]! < this.length[best]!)) best = key;
    };
    for (const point of points) {
      consider(point * states + state);
      if (leaving) consider(point * states + state + size);
    }
    if (best < 0) return undefined;
    const breach = this.breach[best]!;
    return { key: best, breach: { point: this.product.pointOf(breach), state: this.product.stateOf(breach) } };
  }

  /** The key of the way without its first place; undefined when that is the only one. */
  rest(key: number): number | undefined {
    const rest = this.toward[key]!;
    return rest < 0 ? undefined : rest;
  }

  /** The point with which a way begins. */
  pointOf(key: number): number {
    return this.product.pointOf(key % this.product.size);
  }

  /** The points of a way. */
  pointsOn({ key }: Way): number[] {
    const points: number[] = [];
    for (let at: number | undefined = key; at !== undefined; at = this.rest(at)) points.push(this.pointOf(at));
    return points;
  }

  /** The detours to which a way returns from within, in its order. */
  returnsOn(way: Way): number[] {
    const { calls, before, exit, procedure } = this.product.arrays;
    const points = this.pointsOn(way);
    return points.slice(1).flatMap((point, index) => {
      const left = procedure[points[index]!]!;
      if (exit[left] !== points[index]) return [];
      return before.to.subarray(before.from[point], before.from[point + 1]).find((detour) => calls[detour] === left)!;
    });
  }

  private search(): void {
    const { arrays, callers, states, size } = this.product;
    const { before, calls, entry, exit, procedure } = arrays;
    const queue: number[] = [];
    const come = (key: number, next: number) => {
      if (this.length[key]! >= 0) return;
      this.length[key] = next < 0 ? 0 : this.length[next]! + 1;
      this.toward[key] = next;
      this.breach[key] = next < 0 ? key : this.breach[next]!;
      queue.push(key);
    };
    for (let place = 0; place < size; place++) if (this.product.isBreach(place)) come(place, -1);
    const comeWithin = (place: number, next: number) => come(place, next);
    const comeReturned = (place: number, next: number) => come(place + size, next + size);
    for (let at = 0; at < queue.length; at++) {
      const key = queue[at]!;
      const hasReturned = key >= size;
      const place = hasReturned ? key - size : key;
      this.product.leadingTo(place, hasReturned ? comeReturned : comeWithin);
      const point = this.product.pointOf(place);
      const state = place - point * states;
      if (!hasReturned && entry[procedure[point]!] === point)
        for (const caller of callers[procedure[point]!]!) come(caller * states + state, key);
      for (let index = before.from[point]!; index < before.from[point + 1]!; index++) {
        const called = calls[before.to[index]!]!;
        if (called >= 0 && exit[called]! >= 0) come(exit[called]! * states + state + size, key);
      }
    }
  }
}
