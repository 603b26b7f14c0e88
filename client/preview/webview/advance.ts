import { type Advance, estimate, type Weight } from "../../../server/picture/measure.ts";

/** Measures glyphs with the font that the page uses; each glyph is asked for once, and Chinese ones share an answer. */
export function fontAdvance(): Advance {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return estimate;
  const family = getComputedStyle(document.body).fontFamily;
  const known: Record<Weight, Map<number, number>> = { regular: new Map(), bold: new Map() };
  let current: Weight | undefined;
  return (codePoint, weight) => {
    if (estimate(codePoint, weight) === 0) return 0;
    const code = isChinese(codePoint) ? IDEOGRAPH : codePoint;
    const cached = known[weight].get(code);
    if (cached !== undefined) return cached;
    if (current !== weight) {
      current = weight;
      context.font = `${weight === "bold" ? "bold" : "normal"} ${SIZE}px ${family}`;
    }
    const width = context.measureText(String.fromCodePoint(code)).width / SIZE;
    known[weight].set(code, width);
    return width;
  };
}

const SIZE = 100;
const IDEOGRAPH = 0x56fd;

function isChinese(codePoint: number): boolean {
  return codePoint >= 0x4e00 && codePoint <= 0x9fff;
}
