import { joined, type Stretch, Stretches } from "../model/stretches.ts";
import type { Edit, Fix } from "./rule.ts";

/**
 * The edits of as many fixes as can be applied together, the earlier ones first, in the order of the text. A fix that
 * touches a place that another already changes is left out whole: half a fix would be none, and it can still be applied
 * to the text that comes out.
 */
export function combineFixes(fixes: Iterable<Fix>): Edit[] {
  const taken = new Stretches();
  const kept: Edit[] = [];
  for (const { edits } of fixes) {
    const places = joined(edits.map(closed));
    if (places.some((place) => taken.touches(place))) continue;
    for (const place of places) taken.add(place);
    kept.push(...edits);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** An edit with the place right behind it, so that insertions take room and neighbours touch. */
function closed({ start, end }: Edit): Stretch {
  return { start, end: end + 1 };
}
