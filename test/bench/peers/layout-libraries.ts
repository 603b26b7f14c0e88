import { createRequire } from "node:module";
import { join } from "node:path";
import type { Drawing } from "../drawing.ts";
import { PEERS } from "./install.ts";

/** Boxes and edges that are to be placed. */
export interface Shape {
  readonly nodes: readonly { readonly id: string; readonly width: number; readonly height: number }[];
  readonly edges: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

const load = createRequire(join(PEERS, "package.json"));

interface Point {
  readonly x: number;
  readonly y: number;
}

export function layoutByDagre({ nodes, edges }: Shape): Drawing {
  const dagre = load("@dagrejs/dagre") as Dagre;
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB" });
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const { id, from, to } of edges) graph.setEdge(from, to, {}, id);
  dagre.layout(graph);
  const lines = edges.map(({ id, from, to }) => {
    return { from, to, path: pathOf(graph.edge({ v: from, w: to, name: id }).points) };
  });
  return { lines, isToScale: true };
}

interface Dagre {
  readonly graphlib: {
    readonly Graph: new (
      options: object,
    ) => {
      setGraph(options: object): void;
      setNode(id: string, node: object): void;
      setEdge(from: string, to: string, edge: object, id: string): void;
      edge(edge: object): { readonly points: readonly Point[] };
    };
  };
  layout(graph: object): void;
}

export async function layoutByElk({ nodes, edges }: Shape): Promise<Drawing> {
  const Elk = load("elkjs/lib/elk.bundled.js") as Elk;
  const { edges: placed } = await new Elk().layout({
    id: "root",
    layoutOptions: { "elk.algorithm": "layered", "elk.direction": "DOWN" },
    children: nodes,
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  });
  const ways = new Map(placed.map(({ id, sections }) => [id, sections]));
  const lines = edges.map(({ id, from, to }) => {
    const points = (ways.get(id) ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
      startPoint,
      ...bendPoints,
      endPoint,
    ]);
    return { from, to, path: pathOf(points) };
  });
  return { lines, isToScale: true };
}

type Elk = new () => {
  layout(graph: object): Promise<{
    readonly edges: readonly {
      readonly id: string;
      readonly sections?: readonly {
        readonly startPoint: Point;
        readonly bendPoints?: readonly Point[];
        readonly endPoint: Point;
      }[];
    }[];
  }>;
};

function pathOf(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}
