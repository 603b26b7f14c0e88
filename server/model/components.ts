/**
 * The strongly connected components of a graph: sets of places from each of which one comes to all others of the set.
 * Linear in places and edges (Tarjan 1972); with a stack of its own, since scripts may run deeper than calls can.
 * @param places all places at which the search begins; only those that they lead to are looked at
 * @param following the places to which one leads
 */
export function componentsOf(places: Iterable<number>, following: (place: number) => readonly number[]): number[][] {
  const found: number[][] = [];
  const numbers = new Map<number, number>();
  /** The least number of an open place to which one comes from here. */
  const low = new Map<number, number>();
  const open: number[] = [];
  const isOpen = new Set<number>();
  const stack: { readonly place: number; readonly next: readonly number[]; at: number }[] = [];
  const enter = (place: number) => {
    numbers.set(place, numbers.size);
    low.set(place, numbers.get(place)!);
    open.push(place);
    isOpen.add(place);
    stack.push({ place, next: following(place), at: 0 });
  };
  const lower = (place: number, number: number) => low.set(place, Math.min(low.get(place)!, number));
  for (const root of places) {
    if (numbers.has(root)) continue;
    enter(root);
    for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
      const next = frame.next[frame.at++];
      if (next !== undefined) {
        if (!numbers.has(next)) enter(next);
        else if (isOpen.has(next)) lower(frame.place, numbers.get(next)!);
        continue;
      }
      stack.pop();
      const before = stack.at(-1);
      if (before !== undefined) lower(before.place, low.get(frame.place)!);
      if (low.get(frame.place) !== numbers.get(frame.place)) continue;
      const component = open.splice(open.lastIndexOf(frame.place));
      for (const place of component) isOpen.delete(place);
      found.push(component);
    }
  }
  return found;
}
