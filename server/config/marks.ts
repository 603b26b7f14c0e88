import type { Span } from "../../grammar/index.ts";

/** Takes the marks ⟦…⟧ out of an example and says where they stood; undefined when they do not pair up. */
export function readMarks(example: string): { readonly text: string; readonly spans: readonly Span[] } | undefined {
  let text = "";
  const spans: Span[] = [];
  let start: number | undefined;
  for (const char of example) {
    if (char !== "⟦" && char !== "⟧") text += char;
    else if ((char === "⟦") !== (start === undefined)) return undefined;
    else if (start === undefined) start = text.length;
    else {
      spans.push({ start, end: text.length });
      start = undefined;
    }
  }
  return start === undefined ? { text, spans } : undefined;
}
