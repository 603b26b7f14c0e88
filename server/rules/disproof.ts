import type { Sign } from "../model/happening.ts";
import { livePoints } from "../model/live-points.ts";
import { END, type PointArrays } from "../model/point-arrays.ts";
import { Product } from "../model/product.ts";
import { type Way, Ways } from "../model/ways.ts";
import type { Machine } from "./machine.ts";
import type { Breach } from "./watch.ts";

/** How an obligation is broken, in the numbers of points. */
export interface Disproof {
  /** What calls for a response, at the first point of the way. */
  readonly trigger?: Sign;
  /** From the trigger, or from the beginning of the call, to where it is broken. */
  readonly way: readonly number[];
  readonly breach: Breach;
  /** The detour of the script within which a trigger in another script lies. */
  readonly detour?: number;
}

/**
 * Finds a shortest disproof for each place where an obligation arises and is not kept (response), or is broken (the
 * other patterns). It is the same for all versions of a script with the same arrays, and found once.
 * @param isWhole whether calls begin at the first root; else, in a shared file, at all of them
 */
export function disproofsOf(arrays: PointArrays, machine: Machine, isWhole: boolean): readonly Disproof[] {
  let disproofs = known.get(arrays);
  if (disproofs === undefined) {
    disproofs = new Map();
    known.set(arrays, disproofs);
  }
  let found = disproofs.get(machine);
  if (found === undefined) {
    const prover = new Prover(arrays, machine, isWhole);
    found = machine.isResponse ? prover.behindTriggers() : prover.fromBeginning();
    disproofs.set(machine, found);
  }
  return found;
}

const known = new WeakMap<PointArrays, Map<Machine, readonly Disproof[]>>();

/** So many disproofs of one obligation are enough to begin with; each holds a whole path, so that all could fill the memory. */
const MOST = 200;

/** A disproof of a response of which the path is not followed yet. */
interface Sketch {
  readonly point: number;
  readonly trigger: Sign;
  /** Absent where it is broken at the point itself. */
  readonly way?: Way;
  readonly breach: Breach;
  readonly detour?: number;
}

class Prover {
  private readonly arrays: PointArrays;
  private readonly machine: Machine;
  private readonly live: Uint8Array;
  /** The points with which a call begins. */
  private readonly beginnings: Int32Array;
  private readonly isWhole: boolean;
  private ways: Ways | undefined;

  constructor(arrays: PointArrays, machine: Machine, isWhole: boolean) {
    this.arrays = arrays;
    this.machine = machine;
    this.live = livePoints(arrays);
    this.isWhole = isWhole;
    // What comes first in a step to which nothing leads comes first in no call.
    this.beginnings = isWhole ? arrays.roots.subarray(0, 1) : arrays.roots;
  }

  /** One for each trigger of a response, unless the one of an earlier trigger runs through it to the same barrier. */
  behindTriggers(): Disproof[] {
    const { node } = this.arrays;
    const passed = new Map<number, Set<number>>();
    const walked = new Set<number>();
    return this.sketches().flatMap(({ point, way, ...rest }) => {
      const barrier = node[way === undefined ? point : way.breach.point]!;
      const nodes = passed.get(barrier) ?? new Set();
      passed.set(barrier, nodes);
      if (nodes.has(node[point]!)) return [];
      nodes.add(node[point]!);
      const ways = this.waysToBreach();
      // Where another way to this barrier has led, the two go on alike.
      for (let key = way?.key; key !== undefined && !walked.has(key); key = ways.rest(key)) {
        walked.add(key);
        nodes.add(node[ways.pointOf(key)]!);
      }
      return [{ ...rest, way: [point, ...(way === undefined ? [] : ways.pointsOn(way))] }];
    });
  }

  /** One for each place at which a call breaks the obligation, and for each way to end a call that does. */
  fromBeginning(): Disproof[] {
    // What comes before a step of a shared file is known only in the scripts that run it.
    if (!this.isWhole || !this.machine.transitions.canBreak(this.arrays.occurring)) return [];
    const { own, happening } = this.arrays;
    const product = this.product();
    const { places, before } = product.reached(this.beginnings);
    const isEnd = (place: number) => product.pointOf(place) === END;
    const found = new Map<number, Disproof>();
    for (const place of places) {
      if (found.size >= MOST) break;
      // The end is one place for all calls, so it is looked at from each of those before it.
      const broken: number[] = [];
      if (product.isBreach(place) && !isEnd(place)) broken.push(place);
      product.following(place, (next) => {
        if (isEnd(next) && product.isBreach(next)) broken.push(next);
      });
      for (const last of broken) {
        let nearest = place;
        while (nearest >= 0 && own[product.pointOf(nearest)] === 0) nearest = before[nearest]!;
        if (nearest < 0 || found.has(product.pointOf(nearest))) continue;
        const way: number[] = last === place ? [] : [product.pointOf(last)];
        for (let at = place; at >= 0; at = before[at]!) way.push(product.pointOf(at));
        const breach = this.machine.transitions.breach(product.stateOf(last), happening[product.pointOf(last)]!)!;
        found.set(product.pointOf(nearest), { way: way.reverse(), breach });
      }
    }
    return [...found.values()];
  }

  /** The best sketch for each node at which the response is called for. */
  private sketches(): Sketch[] {
    const { machine, arrays } = this;
    const { happening, node, occurring, roots } = arrays;
    const calling = new Set(occurring.filter((one) => machine.isTrigger(one)));
    if (calling.size === 0) return [];
    const reached = (transitions: Machine["transitions"], from: Int32Array) =>
      new Product(arrays, transitions).reached(from);
    const notYet = machine.notYet && reached(machine.notYet, roots);
    const notBehind = machine.notBehind.map((transitions) => reached(transitions, this.beginnings));
    const behind = machine.behind && reached(machine.behind, roots);
    const best = new Map<number, Sketch>();
    for (let point = 0; point < happening.length && best.size < MOST; point++) {
      if (!calling.has(happening[point]!) || this.live[point] === 0) continue;
      if (notBehind.some((calls) => !calls.has(point)) || behind?.has(point, 1) === false) continue;
      const trigger =
        machine.trigger(happening[point]!) ??
        (notYet?.has(point) ? machine.triggerNotYet(happening[point]!) : undefined);
      const sketch = trigger && this.sketchBehind(point, trigger);
      if (sketch === undefined) continue;
      const known = best.get(node[point]!);
      if (known === undefined || this.nodesOn(sketch) < this.nodesOn(known)) best.set(node[point]!, sketch);
    }
    return [...best.values()];
  }

  private sketchBehind(point: number, trigger: Sign): Sketch | undefined {
    const { alphabet, happening, next, own } = this.arrays;
    const isOwn = own[point] === 1;
    const verdict = this.machine.watch.behind(trigger.group, alphabet.at(happening[point]!));
    if (verdict === "kept") return undefined;
    if ("breach" in verdict) return isOwn ? { point, trigger, breach: verdict.breach } : undefined;
    const ways = this.waysToBreach();
    const following = next.to.subarray(next.from[point], next.from[point + 1]);
    // What a shared file does within itself is told there.
    if (!isOwn && ways.from(following, verdict.state, false) !== undefined) return undefined;
    const way = ways.from(following, verdict.state, true);
    if (way === undefined) return undefined;
    const breach = this.machine.transitions.breach(way.breach.state, happening[way.breach.point]!)!;
    if (isOwn) return { point, trigger, way, breach };
    const detour = ways.returnsOn(way).find((id) => own[id] === 1);
    return detour === undefined ? undefined : { point, trigger, way, breach, detour };
  }

  /** How many nodes a path shows. */
  private nodesOn({ way }: Sketch): number {
    const points = way === undefined ? [] : this.waysToBreach().pointsOn(way);
    return points.filter((point) => this.arrays.node[point]! >= 0).length;
  }

  private product(): Product {
    return new Product(this.arrays, this.machine.transitions, this.live);
  }

  private waysToBreach(): Ways {
    this.ways ??= new Ways(this.product());
    return this.ways;
  }
}
