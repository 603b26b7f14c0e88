import type { Element as Drawing } from "../../../server/picture/elements.ts";
import { realise } from "./dom.ts";

/** What is pointed out in the picture; ids of the flow. */
export interface Emphasis {
  readonly selected?: string | undefined;
  /** The edge in whose words the cursor stands. */
  readonly edge?: string | undefined;
  /** An offset of the text; the row around it is pointed out too. */
  readonly offset?: number | undefined;
  readonly finding?: { readonly id: string; readonly severity: string; readonly lit: ReadonlySet<string> } | undefined;
  /** Nodes and rows found by the search, the current one apart; rows are `node#index`. */
  readonly hits: ReadonlySet<string>;
  readonly currentHit?: string | undefined;
}

/** The picture on the screen. Drawing anew replaces only the parts that changed, so that focus and hover survive. */
export class Scene {
  readonly svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  readonly world = document.createElementNS("http://www.w3.org/2000/svg", "g");
  private readonly layers = new Map<string, SVGElement>();
  private readonly parts = new Map<string, { drawn: SVGElement; body: string }>();

  constructor() {
    this.svg.setAttribute("class", "call-flow");
    this.svg.append(this.world);
  }

  draw(picture: Drawing): void {
    this.svg.setAttribute("data-detail", String(picture.attrs["data-detail"]));
    const wanted = new Set<string>();
    for (const layer of picture.children) {
      const name = String(layer.attrs.class);
      const group = this.layer(name);
      let previous: Element | null = null;
      for (const part of layer.children) {
        const key = part.key ?? "";
        if (wanted.has(key)) continue;
        wanted.add(key);
        const drawn = this.part(key, part);
        const place: Element | null = previous === null ? group.firstElementChild : previous.nextElementSibling;
        if (place !== drawn) group.insertBefore(drawn, place);
        previous = drawn;
      }
    }
    for (const [key, { drawn }] of this.parts) {
      if (wanted.has(key)) continue;
      drawn.remove();
      this.parts.delete(key);
    }
  }

  emphasise({ selected, edge, offset, finding, hits, currentHit }: Emphasis): void {
    const path = finding !== undefined && finding.lit.size > 0;
    this.svg.classList.toggle("has-path", path);
    for (const severity of ["error", "warning", "information"]) {
      this.svg.classList.toggle(`path-${severity}`, path && finding.severity === severity);
    }
    for (const { drawn } of this.parts.values()) {
      const id = drawn.getAttribute("data-id") ?? "";
      const lit = path && finding.lit.has(id);
      drawn.classList.toggle("lit", lit);
      if (!drawn.classList.contains("node")) {
        drawn.classList.toggle("selected", id === edge);
        // Where lines share a stretch, the lit one lies on top.
        if (lit) drawn.parentNode?.append(drawn);
        continue;
      }
      drawn.classList.toggle("selected", id === selected);
      drawn.classList.toggle("hit", hits.has(id));
      drawn.classList.toggle("current", currentHit === id);
      for (const row of drawn.querySelectorAll(":scope > .row")) {
        const key = `${id}#${row.getAttribute("data-row")}`;
        row.classList.toggle("hit", hits.has(key));
        row.classList.toggle("current", currentHit === key);
        row.classList.toggle("at-cursor", id === selected && offset !== undefined && contains(row, offset));
        const chosen = (one: Element) => one.getAttribute("data-finding") === finding?.id;
        row.classList.toggle("chosen", finding !== undefined && chosen(row));
        for (const mark of row.querySelectorAll(".mark")) mark.classList.toggle("chosen", chosen(mark));
      }
    }
  }

  /** The drawn node with this id. */
  node(id: string): SVGElement | undefined {
    return this.parts.get(`node ${id}`)?.drawn;
  }

  private layer(name: string): SVGElement {
    const existing = this.layers.get(name);
    if (existing) return existing;
    const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
    group.setAttribute("class", name);
    this.layers.set(name, group);
    this.world.append(group);
    return group;
  }

  /** Drawn anew only if it changed in itself; a node that merely moved is moved. */
  private part(key: string, drawing: Drawing): SVGElement {
    const { transform, ...attrs } = drawing.attrs;
    const body = JSON.stringify([attrs, drawing.children]);
    const existing = this.parts.get(key);
    if (existing?.body === body) {
      if (transform !== undefined) existing.drawn.setAttribute("transform", String(transform));
      return existing.drawn;
    }
    const drawn = realise(drawing);
    const focused = existing !== undefined && existing.drawn === document.activeElement;
    existing?.drawn.replaceWith(drawn);
    this.parts.set(key, { drawn, body });
    if (focused) drawn.focus({ preventScroll: true });
    return drawn;
  }
}

function contains(row: Element, offset: number): boolean {
  return offset >= Number(row.getAttribute("data-start")) && offset <= Number(row.getAttribute("data-end"));
}
