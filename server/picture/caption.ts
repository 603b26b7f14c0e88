import { visible } from "./measure.ts";

/** Text for a tooltip or a screen reader: safe to show, and never longer than anybody would read. */
export function caption(text: string): string {
  const shown = visible(text.slice(0, LONGEST));
  return text.length <= LONGEST ? shown : `${shown}…`;
}

/** The corner radius of a card in pixels. */
export const CORNER = 7;

const LONGEST = 400;
