import { type Advance, clip, textWidth, visible } from "./measure.ts";
import { FACES, SIZES } from "./sizes.ts";

/** A small rounded label: `x` is its left edge, `y` its middle, in pixels. */
export interface Chip {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * A chip around `text`, which is clipped so that the chip is at most `max` pixels wide; `icon` is the room that it keeps
 * before the text.
 */
export function placeChip(text: string, x: number, y: number, max: number, advance: Advance, icon = 0): Chip {
  const shown = clip(visible(text), max - 2 * INSET - icon, FACES.chip, advance);
  return { text: shown, x, y, width: textWidth(shown, FACES.chip, advance) + 2 * INSET + icon };
}

/** The chips in a row from `left`, continued on further lines where they would pass `right`; `y` is the first middle. */
export function flowChips(chips: readonly Chip[], left: number, right: number, y: number): Chip[] {
  let x = left;
  let line = y;
  return chips.map((chip) => {
    if (x > left && x + chip.width > right) {
      x = left;
      line += SIZES.chip + 4;
    }
    const placed = { ...chip, x, y: line };
    x += chip.width + SIZES.chipGap;
    return placed;
  });
}

const INSET = 8;
