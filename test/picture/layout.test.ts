import { describe, expect, it } from "vitest";
import { type Layout, layoutFlow, type PlacedNode } from "../../server/picture/layout.ts";
import type { Detail } from "../../server/picture/sizes.ts";
import type { CallFlow, FlowEdge, FlowNode } from "../../server/protocol.ts";
import { callFlow, card, decision, edges, end, turn } from "../support/call-flows.ts";
import { dice } from "../support/edited-calls.ts";

function layout(flow: CallFlow, detail: Detail = "turns"): Layout {
  return layoutFlow(flow, { detail });
}

function placed(picture: Layout, id: string): PlacedNode {
  const found = picture.nodes.find(({ node }) => node.id === id);
  if (found === undefined) throw new Error(`${id} is not in the picture`);
  return found;
}

const middle = ({ x, width }: PlacedNode) => x + width / 2;

/** What must hold for every picture: boxes inside it and apart from one another, edges at both ends or in a stub. */
function expectSound(flow: CallFlow, picture: Layout): void {
  const boxes = [
    ...picture.nodes.map(({ node, x, y, width, height }) => ({ id: node.id, x, y, width, height })),
    ...picture.edges.flatMap(({ id, stub }) => (stub ? [{ id: `stub ${id}`, ...stub }] : [])),
  ];
  const sorted = boxes.toSorted((a, b) => a.y - b.y);
  const overlaps: string[] = [];
  for (const [index, a] of sorted.entries()) {
    if (!(a.x >= 0 && a.y >= 0 && a.x + a.width <= picture.width && a.y + a.height <= picture.height)) {
      overlaps.push(`${a.id} leaves the picture`);
    }
    for (let other = index + 1; other < sorted.length && sorted[other]!.y < a.y + a.height; other++) {
      const b = sorted[other]!;
      if (a.x < b.x + b.width && b.x < a.x + a.width) overlaps.push(`${a.id} overlaps ${b.id}`);
    }
  }
  const times = picture.edges.flatMap(({ id, due }) =>
    due.map(({ x, y, width }) => ({ id: `time ${id}`, x, y: y - 9, width, height: 18 })),
  );
  for (const [index, time] of times.entries()) {
    for (const other of [...boxes, ...times.slice(0, index)]) {
      if (overlap(time, other)) overlaps.push(`${time.id} overlaps ${other.id}`);
    }
    if (time.x < 0 || time.x + time.width > picture.width) overlaps.push(`${time.id} leaves the picture`);
  }
  expect(overlaps).toEqual([]);
  expect(picture.edges.map(({ id }) => id).sort()).toEqual(flow.edges.map(({ id }) => id).sort());
  for (const { from, to, start, end, stub } of picture.edges) {
    expect(touches(placed(picture, from), start)).toBe(true);
    expect(touches(stub ?? placed(picture, to), end)).toBe(true);
  }
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function overlap(a: Area, b: Area): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** True for a point on the rim of a box; a hundredth of a pixel is for rounding. */
function touches(box: { x: number; y: number; width: number; height: number }, point: { x: number; y: number }) {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
  const within = (value: number, low: number, length: number) => value > low - 0.01 && value < low + length + 0.01;
  if (!within(point.x, box.x, box.width) || !within(point.y, box.y, box.height)) return false;
  const onSide = near(point.x, box.x) || near(point.x, box.x + box.width);
  return onSide || near(point.y, box.y) || near(point.y, box.y + box.height);
}

describe("the layout of a call flow", () => {
  it("puts steps in a line exactly below one another", () => {
    const picture = layout(
      callFlow([card("a"), card("b", turn("您好。")), card("c"), end], edges("a>b", "b>c", "c>end")),
    );
    const middles = picture.nodes.map(middle);
    expect(new Set(middles).size).toBe(1);
    expect(picture.nodes.map(({ y }) => y)).toEqual(picture.nodes.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  it("spreads branches evenly and lets them meet in the middle again", () => {
    const nodes = [card("a"), decision("d"), card("yes"), card("no"), card("z")];
    const flow = callFlow(nodes, edges("a>d", "d>yes:能", "d>no:不能", "yes>z", "no>z"));
    const picture = layout(flow);
    expectSound(flow, picture);
    expect(middle(placed(picture, "d"))).toBe(middle(placed(picture, "a")));
    expect(middle(placed(picture, "z"))).toBe(middle(placed(picture, "a")));
    const [left, right] = [placed(picture, "yes"), placed(picture, "no")].map(middle);
    expect(middle(placed(picture, "d")) - left!).toBe(right! - middle(placed(picture, "d")));
    expect(left!).toBeLessThan(right!);
  });

  it("goes on below the choice where all other branches end", () => {
    const nodes = [decision("d"), card("stop"), card("go"), card("next"), card("z"), end];
    const flow = callFlow(nodes, edges("d>stop:不", "d>go:好", "stop->end", "go>next", "next>z"));
    const picture = layout(flow);
    expectSound(flow, picture);
    expect(middle(placed(picture, "next"))).toBe(middle(placed(picture, "d")));
  });

  it("draws far jumps, jumps back and jumps to the end as stubs, and near ones as lines", () => {
    const names = ["a", "b", "c", "d", "e"];
    const steps = edges("a>b", "b>c", "c>d", "d>e", "a->e", "d->a", "b->end", "c->c", "b->d");
    const flow = callFlow([...names.map((name) => card(name)), end], steps);
    const picture = layout(flow);
    const stubs = picture.edges.filter(({ stub }) => stub).map(({ from, to, stub }) => `${from} ${stub!.way} ${to}`);
    expect(stubs.sort()).toEqual(["a onward e", "b end end", "c back c", "d back a"]);
    expect(picture.nodes.some(({ node }) => node.id === "end")).toBe(false);
    expectSound(flow, picture);
  });

  it("keeps one line to a shared step and makes stubs of the other jumps", () => {
    const branches = ["p", "q", "r", "s", "t"];
    const nodes = [decision("d"), ...branches.map((name) => card(name)), card("shared")];
    const flow = callFlow(nodes, edges(...branches.flatMap((name) => [`d>${name}:${name}`, `${name}->shared`])));
    const picture = layout(flow);
    expect(picture.edges.filter(({ to, stub }) => to === "shared" && stub === undefined)).toHaveLength(1);
    expectSound(flow, picture);
  });

  it("gives every label a place of its own, even for two branches to the same step", () => {
    const flow = callFlow([decision("d"), card("a"), card("b")], edges("d>a:能", "d>a:也许", "d>b:不能"));
    const picture = layout(flow);
    expectSound(flow, picture);
    const labels = picture.edges.flatMap(({ label }) => (label ? [label] : [])).toSorted((a, b) => a.x - b.x);
    expect(labels).toHaveLength(3);
    for (const [index, label] of labels.slice(1).entries()) {
      expect(label.x).toBeGreaterThanOrEqual(labels[index]!.x + labels[index]!.width);
    }
  });

  it("shows a step that nothing leads to apart, below the rest", () => {
    const flow = callFlow([card("a"), card("b"), card("lost")], edges("a>b", "lost->b"));
    const picture = layout(flow);
    expectSound(flow, picture);
    expect(placed(picture, "lost").y).toBeGreaterThan(placed(picture, "b").y);
  });

  it("survives what no script should be", () => {
    expectSound(callFlow([], []), layout(callFlow([], [])));
    const twice = callFlow([card("a"), card("a"), decision("")], edges("a>a", "a->nowhere"));
    expect(layout(twice).nodes).toHaveLength(2);
    const ring = callFlow([card("a"), card("b"), card("c")], edges("a>b", "b>c", "c>a", "b>b", "a>b"));
    expectSound(ring, layout(ring));
    const word = "x".repeat(100_000);
    const huge = callFlow([{ ...card("a", turn(word), turn("客".repeat(100_000))), title: word, chips: [word] }], []);
    for (const detail of ["steps", "turns", "full"] as const) expectSound(huge, layout(huge, detail));
    const { card: drawn } = layout(huge).nodes[0]!;
    expect(drawn!.title!.text.length).toBeLessThan(100);
    expect(drawn!.rows[0]!.lines).toHaveLength(3);
  });

  it("is sound for tangled graphs, at every level of detail, and always the same", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const flow = tangle(seed, 40);
      for (const detail of ["steps", "turns", "full"] as const) {
        const picture = layout(flow, detail);
        expectSound(flow, picture);
        expect(layout(flow, detail)).toEqual(picture);
      }
    }
  });

  it("is sound for 2,000 nodes", () => {
    const flow = tangle(7, 2_000);
    expectSound(flow, layout(flow));
  });

  it("neither overflows nor slows down on long lines, wide choices and deep nesting", () => {
    const count = 5_000;
    const cards = Array.from({ length: count }, (_, index) => card(`n${index}`));
    const line = callFlow(cards, edges(...cards.slice(1).map(({ id }, index) => `n${index}>${id}`)));
    expect(new Set(layout(line, "steps").nodes.map(middle)).size).toBe(1);
    const wide = callFlow([decision("d"), ...cards], edges(...cards.map(({ id }) => `d>${id}:好`)));
    expect(layout(wide, "steps").nodes).toHaveLength(count + 1);
    const deep = callFlow(
      cards,
      edges(...cards.slice(1).map(({ id }, index) => `n${(index - (index % 2)) / 2}>${id}`)),
    );
    expect(layout(deep, "steps").nodes).toHaveLength(count);
    const comb = cards.slice(2).map(({ id }, index) => `n${index - (index % 2)}>${id}`);
    expect(layout(callFlow(cards, edges("n0>n1", ...comb)), "steps").nodes).toHaveLength(count);
  });
});

/** A graph with everything in it, from a seed: mostly a line, with choices, rejoining branches and jumps anywhere. */
function tangle(seed: number, count: number): CallFlow {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % below;
  };
  const chance = dice(seed);
  const times = (below: number) => Math.floor(chance() * below);
  const nodes: FlowNode[] = [];
  const found: FlowEdge[] = [];
  const connect = (from: number, to: number, kind: FlowEdge["kind"], label?: string) => {
    const target = to >= count ? "end" : `n${to}`;
    found.push({ id: `e${found.length}`, from: `n${from}`, to: target, kind, ...(label !== undefined && { label }) });
  };
  for (let index = 0; index < count; index++) {
    const rows = Array.from({ length: random(4) }, () => turn("好的，我来为您查询，请稍等。".repeat(1 + random(3))));
    nodes.push(random(4) === 0 ? decision(`n${index}`) : card(`n${index}`, ...rows));
    const choices = nodes[index]!.kind === "decision" ? 1 + random(4) : 0;
    for (let choice = 0; choice < choices; choice++) connect(index, index + 1 + random(6), "branch", `选${choice}`);
    if (choices === 0 && random(8) > 0) connect(index, index + 1 + random(3), "next");
    if (random(3) === 0) connect(index, random(count + 1), "jump");
  }
  return callFlow([...nodes, end], found.map(withTimes));

  /** Only a decision leads to several places, so only there a time has to keep clear of another on a line beside it. */
  function withTimes(edge: FlowEdge): FlowEdge {
    const due = ["回复 挂机后半小时内", "通知 10分钟内"].slice(times(3));
    const isAlone = found.every(({ id, from }) => from !== edge.from || id === edge.id);
    const isBranch = edge.kind === "branch";
    return times(4) === 0 && due.length > 0 && (isAlone || isBranch) ? { ...edge, due } : edge;
  }
}
