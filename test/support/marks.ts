/** A half-open stretch of text in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Takes the marks ⟦…⟧ and █ out of a text and says where they stood: `spans` for ⟦…⟧, `cursors` for █. */
export function unmark(marked: string): { text: string; spans: Span[]; cursors: number[] } {
  let text = "";
  const spans: Span[] = [];
  const cursors: number[] = [];
  const open: number[] = [];
  for (const char of marked) {
    if (char === "⟦") open.push(text.length);
    else if (char === "⟧") spans.push({ start: open.pop() ?? fail(marked), end: text.length });
    else if (char === "█") cursors.push(text.length);
    else text += char;
  }
  if (open.length > 0) fail(marked);
  return { text, spans: spans.sort((a, b) => a.start - b.start || b.end - a.end), cursors };
}

function fail(marked: string): never {
  throw new Error(`⟦ and ⟧ do not pair up in: ${marked}`);
}
