/** A drawing as plain data: it becomes SVG text in the command line and SVG elements in a window, never markup by hand. */
export interface Element {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children: readonly Element[];
  readonly text?: string;
  /** Names a part that keeps its identity while the drawing around it changes. */
  readonly key?: string;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with children; attributes without a value and children that are `false` or absent are left out. */
export function element(tag: string, attrs: Attributes, ...children: (Element | false | undefined)[]): Element {
  return { tag, attrs: defined(attrs), children: children.filter((child) => child !== false && child !== undefined) };
}

/** An element that contains only text. */
export function textElement(tag: string, attrs: Attributes, text: string): Element {
  return { tag, attrs: defined(attrs), children: [], text };
}

/** A group with a key and a place. */
export function keyedGroup(key: string, attrs: Attributes, ...children: (Element | false | undefined)[]): Element {
  return { ...element("g", attrs, ...children), key };
}

function defined(attrs: Attributes): Record<string, string | number> {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attrs)) if (value !== undefined) kept[name] = value;
  return kept;
}
