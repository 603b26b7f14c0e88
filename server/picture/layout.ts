import type { CallFlow, FlowFinding } from "../protocol.ts";
import {
  type Box,
  type Boxes,
  heightOf,
  type Line,
  type LineLabel,
  makeBoxes,
  type NodeShape,
  nameOf,
  type Stub,
} from "./boxes.ts";
import type { Chip } from "./chips.ts";
import { columns } from "./columns.ts";
import { graphOf } from "./graph.ts";
import { bands, splitIslands, stackIslands } from "./islands.ts";
import { layerGraph } from "./layers.ts";
import { type Advance, estimate } from "./measure.ts";
import { hangingStub, type Route, routeLine } from "./routes.ts";
import { type Detail, SIZES } from "./sizes.ts";

export interface LayoutOptions {
  readonly detail: Detail;
  /** How wide glyphs are; the estimate if absent. */
  readonly advance?: Advance;
}

/** A picture with every part in its place. Pixels at 100 %, from the top left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly detail: Detail;
  /** In the order of the script. */
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly findings: readonly FlowFinding[];
}

export interface PlacedNode extends NodeShape {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in pixels of the picture. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether two rectangles have a point in common. */
export function meet(a: Area, b: Area): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** An edge: a line, a stub, or a line that ends in a stub. */
export interface PlacedEdge extends Route {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label?: {
    readonly text: string;
    readonly full: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
  };
  /** What is due on the way. */
  readonly due: readonly Chip[];
  readonly stub?: PlacedStub;
  /** The rectangle in which all of it lies. */
  readonly extent: Area;
}

export interface PlacedStub {
  readonly text: string;
  /** The whole name of the target. */
  readonly full: string;
  readonly way: Stub["way"];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Lays out a call flow from top to bottom; the same flow always gives the same picture. */
export function layoutFlow(flow: CallFlow, options: LayoutOptions): Layout {
  const graph = graphOf(flow);
  const made = makeBoxes(flow, graph, layerGraph(graph), { advance: estimate, ...options });
  const { places, width, height } = placeBoxes(made);
  const nodes = made.boxes.flatMap(({ node }, box) => {
    if (node === undefined) return [];
    const { middle, top } = places[box]!;
    return [{ ...node, x: middle - node.width / 2, y: top }];
  });
  const edges = [
    ...made.lines.map((line) => placeLine(line, made.boxes, places)),
    ...made.boxes.flatMap((box, number) => placeHanging(box, places[number]!)),
  ];
  const { detail } = options;
  return { width, height, detail, nodes, edges, findings: flow.findings };

  function placeLine(line: Line, boxes: readonly Box[], places: readonly Place[]): PlacedEdge {
    const { edge } = line.edge;
    const route = routeLine(line, boxes, places);
    const last = line.boxes.at(-1)!;
    const stub = boxes[last]!.stub;
    const { x, y } = route.labelAt;
    const middles = line.boxes.map((box) => places[box]!.middle);
    return withExtent(middles, {
      id: edge.id,
      from: edge.from,
      to: edge.to,
      d: route.d,
      start: route.start,
      end: route.end,
      due: [],
      ...(line.label && placeLabel(line.label, edge.label, x, y)),
      ...(stub && { stub: placeStub(stub, places[last]!.middle - stub.width / 2, places[last]!.top) }),
    });
  }

  function placeHanging(box: Box, place: Place): PlacedEdge[] {
    const hanging = hangingStub(box, place);
    if (hanging === undefined) return [];
    const { stub, x, y, route } = hanging;
    const { edge } = stub.edge;
    const ends = { id: edge.id, from: edge.from, to: edge.to };
    return [withExtent([], { ...ends, ...route, due: [], stub: placeStub(stub, x, y) })];
  }

  function placeStub(stub: Stub, x: number, y: number): PlacedStub {
    const full = nameOf(graph.nodes[stub.edge.to]!);
    return { text: stub.text, full, way: stub.way, x, y, width: stub.width, height: SIZES.stub };
  }
}

/** @param middles what the line passes, from left to right */
function withExtent(middles: readonly number[], edge: Omit<PlacedEdge, "extent">): PlacedEdge {
  const { start, end, label, due, stub } = edge;
  const wide = [...(label ? [label] : []), ...due, ...(stub ? [stub] : [])];
  const left = Math.min(start.x, end.x, ...middles, ...wide.map(({ x }) => x)) - ARROW;
  const right = Math.max(start.x, end.x, ...middles, ...wide.map(({ x, width }) => x + width)) + ARROW;
  const bottom = Math.max(end.y, stub === undefined ? 0 : stub.y + stub.height);
  return { ...edge, extent: { x: left, y: start.y, width: right - left, height: bottom - start.y } };
}

/** How far an arrow stands out beside its line. */
const ARROW = 6;

/** The name of the branch and the times below it, the first of them at the given middle. */
function placeLabel(label: LineLabel, full = "", x: number, y: number): Pick<PlacedEdge, "label" | "due"> {
  const { text, width } = label;
  return {
    ...(width > 0 && { label: { text, width, full, x: x - width / 2, y } }),
    due: label.due.map((chip) => ({ ...chip, x: x + chip.x, y: y + chip.y })),
  };
}

/** Where a box stands: its middle, its top edge, and where its layer ends and the next one begins. */
export interface Place {
  readonly middle: number;
  readonly top: number;
  readonly bandBottom: number;
}

function placeBoxes({ boxes, lines }: Boxes): { places: Place[]; width: number; height: number } {
  const islands = splitIslands(boxes).map((members) => {
    const local = new Map(members.map((box, index) => [box, index]));
    const first = members.reduce((least, box) => Math.min(least, boxes[box]!.layer), Number.POSITIVE_INFINITY);
    const layers = members.map((box) => boxes[box]!.layer - first);
    const middles = columns({
      layers,
      widths: members.map((box) => boxes[box]!.room),
      out: members.map((box) => boxes[box]!.out.map((to) => local.get(to)!)),
      fans: members.map((box) => boxes[box]!.node?.node.kind === "decision"),
    });
    return { members, layers, middles };
  });
  const labels = new Map<number, number>();
  for (const { label, boxes: passed } of lines)
    if (label) labels.set(passed[0]!, Math.max(labels.get(passed[0]!) ?? 0, heightOf(label)));
  return stackIslands(boxes, islands, (island) => bands(boxes, island, labels));
}
