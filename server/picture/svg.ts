import type { Element } from "./elements.ts";

/** An element tree as SVG text that stands by itself; `style` is put in as a style sheet. */
export function toSvg(picture: Element, style = ""): string {
  const parts: string[] = [];
  const open: (Element | string)[] = [withStyle(picture, style)];
  // A stack of its own instead of recursion: a tree of any depth is written.
  while (open.length > 0) {
    const next = open.pop()!;
    if (typeof next === "string") {
      parts.push(next);
      continue;
    }
    const attrs = Object.entries(next.attrs).map(([name, value]) => ` ${name}="${escapeText(String(value))}"`);
    if (next.children.length === 0 && next.text === undefined) {
      parts.push(`<${next.tag}${attrs.join("")}/>`);
      continue;
    }
    parts.push(`<${next.tag}${attrs.join("")}>`, escapeText(next.text ?? ""));
    open.push(`</${next.tag}>`);
    for (let index = next.children.length - 1; index >= 0; index--) open.push(next.children[index]!);
  }
  return `${parts.join("")}\n`;
}

/**
 * Characters with a meaning in XML, and those that turn the direction of what is written, as references; those that XML
 * forbids replaced by U+FFFD.
 */
export function escapeText(text: string): string {
  return text
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"']/g, (character) => REFERENCES[character]!)
    .replace(TURNING, (character) => `&#${character.charCodeAt(0)};`);
}

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu;
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function withStyle(picture: Element, style: string): Element {
  const attrs = { xmlns: "http://www.w3.org/2000/svg", ...picture.attrs };
  const sheet: Element = { tag: "style", attrs: {}, children: [], text: style };
  return { ...picture, attrs, children: style === "" ? picture.children : [sheet, ...picture.children] };
}
