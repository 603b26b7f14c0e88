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
