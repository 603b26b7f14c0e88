import type { CallFlow, FlowFinding, FlowNode } from "../protocol.ts";
import { type Card, placeCard } from "./card.ts";
import { type Chip, placeChip } from "./chips.ts";
import type { Graph, GraphEdge } from "./graph.ts";
import type { Layering } from "./layers.ts";
import { type Advance, clip, textWidth, visible } from "./measure.ts";
import { type Detail, FACES, SIZES } from "./sizes.ts";

/** A thing that takes room in a layer: a node with the stubs below it, a bend of a long line, or a stub by itself. */
export interface Box {
  readonly layer: number;
  /** Room from left to right in pixels, with the distance to neighbours. */
  readonly room: number;
  readonly height: number;
  readonly node?: NodeShape;
  readonly stub?: Stub;
  /** The stub that hangs below the node of this box. */
  readonly hanging?: Stub;
  /** The boxes one layer below that lines lead to, in the order of the script. */
  readonly out: number[];
}

export interface NodeShape {
  readonly node: FlowNode;
  readonly width: number;
  readonly height: number;
  readonly card?: Card;
  /** The clipped text of a decision or an end. */
  readonly text?: string;
}

/** A jump that is not drawn as a line: a small box that names the target. */
export interface Stub {
  readonly edge: GraphEdge;
  readonly text: string;
  readonly width: number;
  readonly way: "onward" | "back" | "end";
}

/** A line from a node to another: the boxes it passes, from the first to the last. */
export interface Line {
  readonly edge: GraphEdge;
  readonly boxes: readonly number[];
  readonly label?: LineLabel;
}

/** What stands on a line: the name of the branch, and below it what is due on the way. */
export interface LineLabel {
  readonly text: string;
  /** The width of the name in pixels, 0 where there is none. */
  readonly width: number;
  /** Placed from the middle of the first line of all this. */
  readonly due: readonly Chip[];
}

export interface Boxes {
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

/** Makes the boxes and lines of a flow; an end that is only ever jumped to appears as stubs and has no box. */
export function makeBoxes(
  flow: CallFlow,
  graph: Graph,
  { layers, drawn }: Layering,
  { detail, advance }: { readonly detail: Detail; readonly advance: Advance },
): Boxes {
  const boxes: Box[] = [];
  const lines: Line[] = [];
  const speakerColumn = speakersWidth(flow, advance);
  const findings = findingsByNode(flow);
  const numbers: number[] = [];
  const ends = new Set([...drawn].map((edge) => edge.to));
  const labels = new Map(graph.edges.map((edge) => [edge, labelOf(edge, advance)]));
  /** Times on a line may be wider than what they lead to. */
  const dueRoom: number[] = [];
  for (const edge of drawn) {
    const label = labels.get(edge);
    if (label && label.due.length > 0) dueRoom[edge.to] = Math.max(dueRoom[edge.to] ?? 0, widthOf(label));
  }
  for (const [number, node] of graph.nodes.entries()) {
    if (node.kind === "end" && !ends.has(number) && graph.nodes.length > 1) continue;
    const hanging = hangingEdge(graph, number, drawn);
    const stub = hanging && stubOf(graph, layers, hanging, advance);
    const leavesRoom = graph.out[number]!.length > 1 ? 2 * ((stub?.width ?? 0) + 20) : (stub?.width ?? 0);
    const shape = shapeOf(node, findings.get(node.id) ?? [], { detail, advance, speakerColumn });
    numbers[number] = boxes.length;
    boxes.push(nodeBox(shape, layers[number]!, Math.max(leavesRoom, dueRoom[number] ?? 0), stub));
  }
  for (const [from, edges] of graph.out.entries()) {
    for (const edge of edges) {
      const label = labels.get(edge);
      const passed: number[] = [numbers[from]!];
      const add = (box: Box) => {
        boxes[passed.at(-1)!]!.out.push(boxes.length);
        passed.push(boxes.length);
        boxes.push(box);
      };
      if (drawn.has(edge)) {
        for (let layer = layers[from]! + 1; layer < layers[edge.to]!; layer++) {
          add({ layer, room: Math.max(28, widthOf(label) + 20), height: 0, out: [] });
        }
        boxes[passed.at(-1)!]!.out.push(numbers[edge.to]!);
        passed.push(numbers[edge.to]!);
      } else if (edge !== hangingEdge(graph, from, drawn)) {
        const stub = stubOf(graph, layers, edge, advance);
        const room = Math.max(stub.width, widthOf(label)) + 28;
        add({ layer: layers[from]! + 1, room, height: SIZES.stub, stub, out: [] });
      } else {
        continue;
      }
      lines.push({ edge, boxes: passed, ...(label && { label }) });
    }
  }
  return { boxes, lines };
}

/** What a stub or a message calls a node: its title, its question, or the beginning of what is said there. */
export function nameOf(node: FlowNode): string {
  if (node.kind !== "card") return visible(node.text ?? "?");
  return visible(node.title ?? node.rows[0]?.text ?? "…");
}

/** The edge whose stub hangs right below a card; a stub with a label or one of several takes a place among branches. */
function hangingEdge(graph: Graph, from: number, drawn: Layering["drawn"]): GraphEdge | undefined {
  if (graph.nodes[from]!.kind !== "card") return undefined;
  const stubs = graph.out[from]!.filter((edge) => !drawn.has(edge));
  return stubs.length === 1 && (stubs[0]!.edge.label ?? "") === "" && !stubs[0]!.edge.due ? stubs[0] : undefined;
}

function nodeBox(shape: NodeShape, layer: number, least: number, hanging: Stub | undefined): Box {
  const below = hanging === undefined ? 0 : SIZES.stubDrop + SIZES.stub;
  const room = Math.max(shape.width, least) + (shape.card ? 44 : 32);
  return { layer, room, height: shape.height + below, node: shape, ...(hanging && { hanging }), out: [] };
}

function shapeOf(
  node: FlowNode,
  findings: readonly FlowFinding[],
  options: { detail: Detail; advance: Advance; speakerColumn: number },
): NodeShape {
  if (node.kind === "card") {
    const card = placeCard(node, findings, options);
    return { node, card, width: card.width, height: card.height };
  }
  const face = node.kind === "decision" ? FACES.speaker : FACES.small;
  const text = clip(visible(node.text ?? ""), SIZES.decisionMax, face, options.advance);
  const width = textWidth(text, face, options.advance);
  if (node.kind === "end") return { node, text, width: width + 40, height: SIZES.end };
  return { node, text, width: text === "" ? SIZES.decision : width + 34, height: SIZES.decision };
}

function stubOf(graph: Graph, layers: readonly number[], edge: GraphEdge, advance: Advance): Stub {
  const target = graph.nodes[edge.to]!;
  const text = clip(nameOf(target), SIZES.stubMax, FACES.small, advance);
  const back = layers[edge.to]! <= layers[edge.from]!;
  const way = target.kind === "end" ? "end" : back ? "back" : "onward";
  return { edge, text, way, width: textWidth(text, FACES.small, advance) + 40 };
}

function labelOf({ edge }: GraphEdge, advance: Advance): LineLabel | undefined {
  const { label = "", due = [] } = edge;
  if (label === "" && due.length === 0) return undefined;
  const text = clip(visible(label), SIZES.labelMax, FACES.small, advance);
  const first = label === "" ? 0 : SIZES.due;
  return {
    text,
    width: label === "" ? 0 : textWidth(text, FACES.small, advance) + 12,
    due: due.map((words, index) => {
      const chip = placeChip(words, 0, first + index * SIZES.due, SIZES.dueMax, advance, SIZES.clock);
      return { ...chip, x: -chip.width / 2 };
    }),
  };
}

/** How high what stands on a line is, in pixels. */
export function heightOf({ width, due }: LineLabel): number {
  return (due.length + (width > 0 ? 1 : 0)) * SIZES.due;
}

/** How wide what stands on a line is, in pixels. */
function widthOf(label: LineLabel | undefined): number {
  return Math.max(0, label?.width ?? 0, ...(label?.due ?? []).map(({ width }) => width));
}

/** The speakers' column is as wide as the widest name, but a long name must not squeeze what is said. */
function speakersWidth(flow: CallFlow, advance: Advance): number {
  const names = new Set(flow.nodes.flatMap((node) => (node.kind === "card" ? node.rows : [])).map(speakerOf));
  const widths = [...names].map((name) => textWidth(visible(name.slice(0, 24)), FACES.speaker, advance));
  return Math.min(76, Math.max(26, ...widths.slice(0, 1000)));
}

function speakerOf(row: { readonly kind: string; readonly speaker?: string }): string {
  return row.speaker ?? "";
}

function findingsByNode(flow: CallFlow): Map<string, FlowFinding[]> {
  const found = new Map<string, FlowFinding[]>();
  for (const finding of flow.findings) {
    if (finding.node === undefined) continue;
    const list = found.get(finding.node);
    if (list) list.push(finding);
    else found.set(finding.node, [finding]);
  }
  return found;
}
