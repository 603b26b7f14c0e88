import { printableLine } from "./printable.ts";

/** The inside of an opening tag. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return name + written.join("");
}

/** Any text as XML 1.0, and HTML, may hold it, on one line; not even escaped may XML have control characters. */
export function escapeXml(text: string): string {
  return printableLine(text)
    .replace(/[\ufffe\uffff]/g, "�")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
