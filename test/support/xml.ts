import { expect } from "vitest";

const TAG = /<(?:\?xml [^<>]*\?|\/([\w-]+)|([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?))>/g;

/** Checks that a text is well-formed XML, and returns its elements' names and attributes in their order, still escaped. */
export function expectWellFormed(xml: string): { name: string; attributes: Record<string, string> }[] {
  // What XML 1.0 calls a Char.
  expect(xml).toMatch(/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u);
  const open: string[] = [];
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let rest = "";
  let from = 0;
  for (const { 0: tag, 1: closed, 2: name, 3: attributes, 4: empty, index } of xml.matchAll(TAG)) {
    rest += xml.slice(from, index);
    from = index + tag.length;
    if (closed !== undefined) expect(closed).toBe(open.pop());
    if (name === undefined) continue;
    const pairs = [...attributes!.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!] as const);
    rest += pairs.map(([, value]) => value).join("");
    elements.push({ name, attributes: Object.fromEntries(pairs) });
    if (empty === "") open.push(name);
  }
  rest += xml.slice(from);
  expect(open).toEqual([]);
  // Outside tags there is no sign of one, and an ampersand begins an entity.
  expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
  return elements;
}
