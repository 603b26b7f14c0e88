import type { Graph, GraphEdge } from "./graph.ts";

/** Which row of the picture each node stands in, and which edges are drawn as lines; all others become stubs. */
export interface Layering {
  /** By number of node, counted from 0 at the top. */
  readonly layers: readonly number[];
  readonly drawn: ReadonlySet<GraphEdge>;
}

/**
 * Layers by longest path. An edge that leads back, a jump to the end, a jump over several layers and a jump to a step
 * that many others lead to would only tangle the picture, so they are not drawn as lines.
 */
export function layerGraph(graph: Graph): Layering {
  const { order, back } = explore(graph);
  const reached = reachableFromFirst(graph);
  const candidates = new Set(
    graph.edges.filter((edge) => {
      if (back.has(edge) || (isJump(edge) && graph.nodes[edge.to]!.kind === "end")) return false;
      // A step that nothing leads to is shown apart, with stubs, so that it does not look like a second beginning.
      return reached[edge.from] === reached[edge.to];
    }),
  );
  const incoming = countIncoming(graph, candidates);
  const layers = longestPaths(graph, order, candidates, incoming);
  return { layers, drawn: worthDrawing(graph, candidates, layers) };
}

/** A labelled branch into a place where paths meet gets a layer to itself, so that its label has a line of its own. */
export function layersOf(edge: GraphEdge, incoming: readonly number[]): number {
  return edge.edge.kind === "branch" && incoming[edge.to]! > 1 ? 2 : 1;
}

const FAR_JUMP = 2;
const FAR_FALL = 6;
const MANY = 3;

function isJump({ edge }: GraphEdge): boolean {
  return edge.kind === "jump";
}

function countIncoming(graph: Graph, edges: Iterable<GraphEdge>): number[] {
  const counts = graph.nodes.map(() => 0);
  for (const { to } of edges) counts[to]!++;
  return counts;
}

/** Depth first from the first node: edges that close a cycle, and all nodes so that every other edge leads forward. */
function explore(graph: Graph): { order: number[]; back: Set<GraphEdge> } {
  const state = new Uint8Array(graph.nodes.length);
  const next = new Uint32Array(graph.nodes.length);
  const back = new Set<GraphEdge>();
  const finished: number[] = [];
  for (const root of roots(graph)) {
    if (state[root] !== UNSEEN) continue;
    const stack = [root];
    state[root] = OPEN;
    while (stack.length > 0) {
      const node = stack.at(-1)!;
      const edge = graph.out[node]![next[node]!++];
      if (edge === undefined) {
        state[node] = DONE;
        finished.push(node);
        stack.pop();
      } else if (state[edge.to] === OPEN) {
        back.add(edge);
      } else if (state[edge.to] === UNSEEN) {
        state[edge.to] = OPEN;
        stack.push(edge.to);
      }
    }
  }
  return { order: finished.reverse(), back };
}

const UNSEEN = 0;
const OPEN = 1;
const DONE = 2;

/** The first node, then the nodes that nothing leads to, then the rest: whatever is left lies on a cycle apart. */
function roots(graph: Graph): number[] {
  const incoming = countIncoming(graph, graph.edges);
  const all = graph.nodes.map((_, node) => node);
  return [...all.slice(0, 1), ...all.filter((node) => incoming[node] === 0), ...all];
}

function reachableFromFirst(graph: Graph): boolean[] {
  const reached = graph.nodes.map((_, node) => node === 0);
  const queue = graph.nodes.length > 0 ? [0] : [];
  for (const node of queue) {
    for (const { to } of graph.out[node]!) {
      if (reached[to]) continue;
      reached[to] = true;
      queue.push(to);
    }
  }
  return reached;
}

function longestPaths(graph: Graph, order: number[], edges: Set<GraphEdge>, incoming: number[]): number[] {
  const layers = graph.nodes.map(() => 0);
  for (const node of order) {
    for (const edge of graph.out[node]!) {
      if (!edges.has(edge)) continue;
      layers[edge.to] = Math.max(layers[edge.to]!, layers[node]! + layersOf(edge, incoming));
    }
  }
  return layers;
}

function worthDrawing(graph: Graph, candidates: Set<GraphEdge>, layers: number[]): Set<GraphEdge> {
  const span = (edge: GraphEdge) => layers[edge.to]! - layers[edge.from]!;
  const drawn = new Set([...candidates].filter((edge) => span(edge) <= (isJump(edge) ? FAR_JUMP : FAR_FALL)));
  const incoming = countIncoming(graph, drawn);
  const anchored = new Set<number>();
  for (const edge of drawn) if (!isJump(edge)) anchored.add(edge.to);
  // The nearest jump to a shared step stays a line, so that the step keeps its place below one of those that lead to it.
  const nearest = [...drawn].filter(isJump).sort((a, b) => span(a) - span(b) || b.from - a.from);
  for (const edge of nearest) {
    if (incoming[edge.to]! <= MANY) continue;
    if (anchored.has(edge.to)) drawn.delete(edge);
    else anchored.add(edge.to);
  }
  return drawn;
}
