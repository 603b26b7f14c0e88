import type { Element as Drawing } from "../../../server/picture/elements.ts";

const SVG = "http://www.w3.org/2000/svg";

/** A drawing as SVG elements. Text only ever becomes text nodes, so nothing that a script says can become markup. */
export function realise(drawing: Drawing): SVGElement {
  const made = document.createElementNS(SVG, drawing.tag);
  for (const [name, value] of Object.entries(drawing.attrs)) made.setAttribute(name, String(value));
  if (drawing.text !== undefined) made.textContent = drawing.text;
  for (const child of drawing.children) made.append(realise(child));
  return made;
}

/** What a part looks like, wherever it is: two drawings with the same body differ only in place, here and in the text. */
export function bodyOf({ attrs: { transform: _, ...attrs }, children }: Drawing): string {
  return JSON.stringify([attrs, children], (name, value) =>
    name === START || name === END ? undefined : (value as unknown),
  );
}

/** Gives the elements of a drawing with the same body the offsets that they have in the text now. */
export function moveSpans(drawn: SVGElement, drawing: Drawing): void {
  const found = drawn.querySelectorAll(`[${START}]`);
  const spans = [...spansIn(drawing)];
  const elements = drawn.hasAttribute(START) ? [drawn, ...found] : [...found];
  for (const [index, element] of elements.entries())
    for (const name of [START, END]) {
      const value = String(spans[index]?.[name]);
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
}

const START = "data-start";
const END = "data-end";

function* spansIn({ attrs, children }: Drawing): Generator<Drawing["attrs"]> {
  if (attrs[START] !== undefined) yield attrs;
  for (const child of children) yield* spansIn(child);
}
