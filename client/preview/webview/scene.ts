import { drawEdge, drawNode } from "../../../server/picture/draw.ts";
import type { Element as Drawing } from "../../../server/picture/elements.ts";
import { type Area, type Layout, meet } from "../../../server/picture/layout.ts";
import type { PictureWords } from "../../../server/picture/words.ts";
import { bodyOf, moveSpans, realise } from "./dom.ts";
import { type Emphasis, emphasisePart, emphasisePicture } from "./emphasis.ts";

/** A node or an edge of the picture, which is drawn when it comes into sight. */
interface Part {
  readonly key: string;
  readonly id: string;
  readonly isNode: boolean;
  readonly area: Area;
  draw(): Drawing;
}

interface Drawn {
  readonly element: SVGElement;
  readonly body: string;
  /** Whether it is of the picture before. */
  isStale: boolean;
}

/**
 * The picture on the screen. Only what is in sight is drawn; moving and scaling draw what comes into sight and nothing
 * else, and drawing anew replaces only the parts that changed, so that focus and hover survive.
 */
export class Scene {
  /** What a camera moves: the browser keeps it as a layer of its own, which it moves without painting it anew. */
  readonly world = document.createElement("div");
  private readonly svg = svgElement("svg", "call-flow");
  private readonly edges = svgElement("g", "edges");
  private readonly nodes = svgElement("g", "nodes");
  private readonly drawn = new Map<string, Drawn>();
  private parts: readonly Part[] = [];
  private emphasis: Emphasis = { hits: new Set() };

  constructor() {
    this.world.className = "world";
    this.svg.append(this.edges, this.nodes);
    this.world.append(this.svg);
  }

  /** Takes another picture, or the same one after an edit; the next look draws it. */
  take(layout: Layout, words: PictureWords): void {
    const isOtherLevel = this.svg.getAttribute("data-detail") !== layout.detail;
    this.svg.setAttribute("data-detail", layout.detail);
    this.svg.setAttribute("width", String(layout.width));
    this.svg.setAttribute("height", String(layout.height));
    this.parts = partsOf(layout, words);
    const wanted = new Set(this.parts.map(({ key }) => key));
    for (const [key, drawn] of this.drawn) {
      drawn.isStale = true;
      // At another level of detail everything looks different.
      if (!wanted.has(key) || (isOtherLevel && !this.hasFocus(key))) this.remove(key);
    }
  }

  /**
   * Draws what is in an area of the picture and takes away what is not.
   * @param budget how many parts may be drawn, and how many taken away; true is returned where that was not enough
   */
  look(area: Area, budget = Number.POSITIVE_INFINITY): boolean {
    let [toDraw, toRemove] = [budget, budget];
    let previous: Element | null = null;
    for (const part of this.parts) {
      const isSeen = meet(part.area, area);
      const known = this.drawn.get(part.key);
      if (isSeen && known === undefined) {
        if (toDraw-- > 0) this.draw(part);
      } else if (known?.isStale && (isSeen || this.hasFocus(part.key))) this.renew(part, known);
      // What is of the picture before must not stand about in this one.
      else if (known !== undefined && !isSeen && !this.hasFocus(part.key))
        if (known.isStale || toRemove-- > 0) this.remove(part.key);
      const element = this.drawn.get(part.key)?.element;
      if (element === undefined) continue;
      if (!part.isNode) {
        if (element.parentNode === null) this.edges.append(element);
        continue;
      }
      // Nodes stand in the order of the script, which is the order of the tabulator key.
      const place: Element | null = previous === null ? this.nodes.firstElementChild : previous.nextElementSibling;
      if (place !== element) this.nodes.insertBefore(element, place);
      previous = element;
    }
    return toDraw < 0 || toRemove < 0;
  }

  emphasise(emphasis: Emphasis): void {
    this.emphasis = emphasis;
    emphasisePicture(this.svg, emphasis);
    for (const { element } of this.drawn.values()) emphasisePart(element, emphasis);
  }

  /** The node with this id; it is drawn if it is not yet. */
  node(id: string): SVGElement | undefined {
    const index = this.parts.findIndex((part) => part.isNode && part.id === id);
    const part = this.parts[index];
    if (part === undefined) return undefined;
    const known = this.drawn.get(part.key);
    if (known !== undefined) return known.element;
    const element = this.draw(part);
    const next = this.parts.slice(index).find(({ key, isNode }) => isNode && key !== part.key && this.drawn.has(key));
    this.nodes.insertBefore(element, next === undefined ? null : this.drawn.get(next.key)!.element);
    return element;
  }

  /** The nodes before and behind one in the script are drawn too, so that the tabulator key comes to them. */
  drawNeighbours(id: string): void {
    const nodes = this.parts.filter(({ isNode }) => isNode);
    const at = nodes.findIndex((part) => part.id === id);
    for (const near of [nodes[at - 1], nodes[at + 1]]) if (at >= 0 && near !== undefined) this.node(near.id);
  }

  private draw(part: Part, drawing = part.draw()): SVGElement {
    const element = realise(drawing);
    emphasisePart(element, this.emphasis);
    this.drawn.set(part.key, { element, body: bodyOf(drawing), isStale: false });
    return element;
  }

  /**
   * Draws a part anew if it changed in itself; one that merely moved, on the screen or in the text, is moved.
   */
  private renew(part: Part, known: Drawn): void {
    const { element, body } = known;
    const drawing = part.draw();
    if (body === bodyOf(drawing)) {
      known.isStale = false;
      const { transform } = drawing.attrs;
      if (transform !== undefined) element.setAttribute("transform", String(transform));
      moveSpans(element, drawing);
      return;
    }
    const isFocused = element === document.activeElement;
    const renewed = this.draw(part, drawing);
    element.replaceWith(renewed);
    if (isFocused) renewed.focus({ preventScroll: true });
  }

  private remove(key: string): void {
    this.drawn.get(key)?.element.remove();
    this.drawn.delete(key);
  }

  private hasFocus(key: string): boolean {
    return this.drawn.get(key)?.element.contains(document.activeElement) ?? false;
  }
}

function partsOf(layout: Layout, words: PictureWords): Part[] {
  const parts = new Map<string, Part>();
  const add = (part: Part) => parts.has(part.key) || parts.set(part.key, part);
  for (const edge of layout.edges) {
    const { id, extent } = edge;
    add({ key: `edge ${id}`, id, isNode: false, area: extent, draw: () => drawEdge(edge, words) });
  }
  for (const placed of layout.nodes) {
    const { id } = placed.node;
    add({ key: `node ${id}`, id, isNode: true, area: placed, draw: () => drawNode(placed, words) });
  }
  return [...parts.values()];
}

function svgElement<Tag extends "svg" | "g">(tag: Tag, name: string): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  made.setAttribute("class", name);
  return made;
}
