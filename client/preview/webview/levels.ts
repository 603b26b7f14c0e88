import type { Detail } from "../../../server/picture/sizes.ts";

/** From less to more. */
export const LEVELS: readonly Detail[] = ["steps", "turns", "full"];

/** The scales at which a level is shown: below them words become too small, above them there is room for more. */
export const RANGES: Readonly<Record<Detail, { readonly least: number; readonly most: number }>> = {
  steps: { least: 0, most: 1.1 },
  turns: { least: 0.5, most: 1.35 },
  full: { least: 0.75, most: Number.POSITIVE_INFINITY },
};

/** How wide a card is at each level, compared with the others: what is in sight across stays about the same. */
const WIDTHS: Readonly<Record<Detail, number>> = { steps: 1, turns: 1.6, full: 1.95 };

/**
 * The level that takes over when the picture is scaled beyond the range of the one that is shown, and its scale; undefined
 * within the range. The ranges overlap, so that a small movement back does not change the level back.
 */
export function levelBeyond(
  detail: Detail,
  scale: number,
): { readonly detail: Detail; readonly scale: number } | undefined {
  const { least, most } = RANGES[detail];
  const next = LEVELS[LEVELS.indexOf(detail) + (scale < least ? -1 : scale > most ? 1 : 0)];
  if (next === undefined || next === detail) return undefined;
  return { detail: next, scale: (scale * WIDTHS[detail]) / WIDTHS[next] };
}
