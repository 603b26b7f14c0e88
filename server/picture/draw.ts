import { nameOf } from "./boxes.ts";
import { caption } from "./caption.ts";
import type { Chip } from "./chips.ts";
import { drawCard, drawChip } from "./draw-card.ts";
import { type Element, element, keyedGroup, textElement } from "./elements.ts";
import type { Layout, PlacedEdge, PlacedNode, PlacedStub } from "./layout.ts";
import { visible } from "./measure.ts";
import { SIZES } from "./sizes.ts";
import type { PictureWords } from "./words.ts";

/**
 * Draws a layout as an `svg` element of its size. Its children are two groups, `edges` below `nodes`, and theirs are
 * keyed by the ids of the flow. Each part carries what it stands for in `data-` attributes: `data-id`, `data-title`,
 * `data-row`, `data-start`, `data-end`, `data-finding`, `data-target`.
 */
export function drawPicture(layout: Layout, words: PictureWords): Element {
  const { width, height, detail } = layout;
  const picture = { class: "call-flow", "data-detail": detail, width, height, viewBox: `0 0 ${width} ${height}` };
  const edges = layout.edges.map((edge) => drawEdge(edge, words));
  const nodes = layout.nodes.map((node) => drawNode(node, words));
  return element(
    "svg",
    picture,
    element("g", { class: "edges" }, ...edges),
    element("g", { class: "nodes" }, ...nodes),
  );
}

/** Draws an edge with what stands on it, as a group of its own. */
export function drawEdge({ id, from, to, d, end, label, due, stub }: PlacedEdge, words: PictureWords): Element {
  const group = { class: "edge", "data-id": id, "data-from": from, "data-to": to };
  return keyedGroup(
    `edge ${id}`,
    group,
    element("path", { class: "line", d }),
    element("path", {
      class: "arrow",
      d: `M${end.x - 5} ${end.y - 8}L${end.x} ${end.y - 1.5}L${end.x + 5} ${end.y - 8}`,
    }),
    label && drawLabel(label),
    ...due.map(drawDue),
    stub && drawStub(stub, to, words),
  );
}

/** The ground behind a label hides the line, so that the words are read and not struck through. */
function drawLabel({ text, full, x, y, width }: NonNullable<PlacedEdge["label"]>): Element {
  return element(
    "g",
    { class: "label" },
    text === visible(full) ? undefined : textElement("title", {}, caption(full)),
    element("rect", { class: "ground", x, y: y - 10, width, height: 20, rx: 4 }),
    textElement("text", { x: x + width / 2, y: y + 4.5 }, text),
  );
}

/** A time on a line, with a clock before it. */
function drawDue(chip: Chip): Element {
  const { x, y } = chip;
  const clock = `M${x + 8} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0M${x + 12.5} ${y - 2.5}V${y}H${x + 14.5}`;
  return element(
    "g",
    { class: "due" },
    drawChip(chip, "chip", SIZES.clock),
    element("path", { class: "clock", d: clock }),
  );
}

function drawStub({ text, full, way, x, y, width, height }: PlacedStub, target: string, words: PictureWords): Element {
  const middle = y + height / 2;
  return element(
    "g",
    { class: `stub stub-${way}`, "data-target": target },
    textElement("title", {}, way === "end" ? words.end : `${words.goTo} ${caption(full)}`),
    element("rect", { class: "frame", x, y, width, height, rx: height / 2 }),
    drawWay(way, x + 12, middle),
    textElement("text", { x: x + 27, y: middle + 4.2 }, text),
  );
}

function drawWay(way: PlacedStub["way"], x: number, y: number): Element {
  if (way === "end") return element("rect", { class: "stop", x: x + 1, y: y - 4, width: 8, height: 8, rx: 2 });
  const onward = `M${x} ${y}H${x + 9}M${x + 5.5} ${y - 3.5}L${x + 9} ${y}L${x + 5.5} ${y + 3.5}`;
  const back = `M${x + 4.5} ${y + 5}V${y - 4}M${x + 1} ${y - 0.5}L${x + 4.5} ${y - 4}L${x + 8} ${y - 0.5}`;
  return element("path", { class: "glyph", d: way === "back" ? back : onward });
}

/** Draws a node as a group at its place. */
export function drawNode(placed: PlacedNode, words: PictureWords): Element {
  const { node, x, y, width, height, text = "", card } = placed;
  const key = `node ${node.id}`;
  const common = { "data-id": node.id, "data-title": caption(nameOf(node)), transform: `translate(${x} ${y})` };
  if (node.kind === "card" && card) {
    const name = [words.step, caption(nameOf(node)), ...node.chips.map(caption)];
    for (const { severity, findings } of card.badges) name.push(`${findings.length} ${words.severity[severity]}`);
    const label = { role: "group", tabindex: 0, "aria-label": name.join(", ") };
    return keyedGroup(key, { class: "node card", ...common, ...label, ...spanOf(node.span) }, ...drawCard(card, words));
  }
  const frame = element("rect", { class: "frame", width, height, rx: height / 2 });
  if (node.kind === "decision") {
    const label = { role: "group", tabindex: 0, "aria-label": `${words.decision}, ${caption(nameOf(node))}` };
    return keyedGroup(
      key,
      { class: "node decision", ...common, ...label, ...spanOf(node.span) },
      text === visible(node.text ?? "") ? undefined : textElement("title", {}, caption(node.text ?? "")),
      frame,
      textElement("text", { x: width / 2, y: height / 2 + 4.8 }, text === "" ? "?" : text),
    );
  }
  const stop = element("rect", { class: "stop", x: 13, y: height / 2 - 4, width: 8, height: 8, rx: 2 });
  const ending = textElement("text", { x: 27, y: height / 2 + 4.2 }, text);
  return keyedGroup(key, { class: "node end", ...common, role: "img", "aria-label": words.end }, frame, stop, ending);
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { "data-start": start, "data-end": end };
}
