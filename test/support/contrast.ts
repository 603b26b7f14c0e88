/** A text or a line of a page that stands out too little from what lies behind it. */
export interface Faint {
  /** What it is: the element's classes, or a tag. */
  readonly what: string;
  readonly text: string;
  readonly ratio: number;
  readonly colours: string;
}

/**
 * Finds what stands out too little, by the contrast ratios of WCAG 2.2: 4.5 for text (1.4.3), 3 for the lines and shapes
 * that carry meaning (1.4.11). It looks at the real colours of a page, transparent ones laid over one another. It runs in
 * the page, so it sees nothing but its argument.
 */
export function faintParts(root: string): Faint[] {
  type Colour = readonly [number, number, number, number];
  const page = globalThis as unknown as {
    document: { querySelectorAll(selector: string): ArrayLike<Part>; createElement(tag: "canvas"): Canvas };
    getComputedStyle(part: Part): Style;
  };
  interface Style {
    readonly color: string;
    readonly fill: string;
    readonly stroke: string;
    readonly backgroundColor: string;
    readonly visibility: string;
  }
  interface Part {
    readonly tagName: string;
    readonly parentElement: Part | null;
    readonly textContent: string | null;
    readonly childNodes: ArrayLike<{ readonly nodeType: number; readonly textContent: string | null }>;
    closest(selector: string): Part | null;
    querySelector(selector: string): Part | null;
    getAttribute(name: string): string | null;
    getClientRects(): ArrayLike<{ readonly width: number; readonly height: number }>;
  }
  interface Canvas {
    width: number;
    height: number;
    getContext(
      kind: "2d",
      options: object,
    ): {
      fillStyle: string;
      clearRect(x: number, y: number, width: number, height: number): void;
      fillRect(x: number, y: number, width: number, height: number): void;
      getImageData(x: number, y: number, width: number, height: number): { readonly data: ArrayLike<number> };
    };
  }

  // The browser itself reads every way of writing a colour.
  const canvas = page.document.createElement("canvas");
  [canvas.width, canvas.height] = [1, 1];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const read = (colour: string): Colour => {
    if (colour === "none" || colour === "") return [0, 0, 0, 0];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = Array.from(context.getImageData(0, 0, 1, 1).data);
    return [r, g, b, a / 255];
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mixed = [0, 1, 2].map((index) => top[index]! * top[3] + below[index]! * (1 - top[3]));
    return [mixed[0]!, mixed[1]!, mixed[2]!, 1];
  };
  const luminance = (colour: Colour): number => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratioOf = (a: Colour, b: Colour): number => {
    const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  const style = (part: Part) => page.getComputedStyle(part);
  const onPage = (part: Part | null): Colour => {
    const layers: Colour[] = [];
    for (let at = part; at !== null; at = at.parentElement) {
      const colour = read(style(at).backgroundColor);
      layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight<Colour>((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const fillOf = (part: Part | null): Colour => (part === null ? [0, 0, 0, 0] : read(style(part).fill));
  const behind = (part: Part): Colour => {
    const picture = part.closest("svg.call-flow");
    if (picture === null) return onPage(part);
    const layers = [
      fillOf(part.closest(".chip, .badge, .emotion")?.querySelector("rect") ?? null),
      fillOf(part.closest(".label")?.querySelector(".ground") ?? null),
      fillOf(part.closest(".row")?.querySelector(".ground") ?? null),
      fillOf((part.closest(".stub") ?? part.closest(".node"))?.querySelector(".frame") ?? null),
    ];
    return layers.reduceRight<Colour>((below, top) => over(top, below), onPage(picture));
  };
  const nameOf = (part: Part) =>
    [part.getAttribute("class"), part.parentElement?.getAttribute("class"), part.tagName].find(Boolean)!;
  const found = new Map<string, Faint>();
  const check = (part: Part, colour: string, least: number, text: string) => {
    if (style(part).visibility === "hidden" || part.getClientRects().length === 0) return;
    const back = behind(part);
    const front = over(read(colour), back);
    const ratio = Math.round(ratioOf(front, back) * 100) / 100;
    const what = nameOf(part);
    const known = found.get(what);
    if (ratio < least && (known === undefined || known.ratio > ratio))
      found.set(what, {
        what,
        text: text.slice(0, 20),
        ratio,
        colours: `${front.slice(0, 3).map(Math.round)} on ${back.slice(0, 3).map(Math.round)}`,
      });
  };
  for (const part of Array.from(page.document.querySelectorAll(`${root} *`))) {
    const own = Array.from(part.childNodes)
      .filter(({ nodeType }) => nodeType === 3)
      .map(({ textContent }) => textContent ?? "")
      .join("")
      .trim();
    const inPicture = part.closest("svg") !== null;
    const isText = inPicture ? part.tagName === "text" || part.tagName === "tspan" : own !== "";
    if (isText && own !== "") check(part, inPicture ? style(part).fill : style(part).color, 4.5, own);
    const name = part.getAttribute("class") ?? "";
    if (["line", "arrow", "wave", "clock", "icon", "glyph"].includes(name)) check(part, style(part).stroke, 3, "");
    if (name === "stripe" || name === "stop") check(part, style(part).fill, 3, "");
  }
  return [...found.values()];
}
