/**
 * Pairs items of two lists: first those with the same name, in their order, then, the most alike first, those that are
 * at least as alike as `least`.
 * @param alike from 0 to 1
 */
export function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (item: T) => string,
  alike: (a: T, b: T) => number,
  least: number,
): Map<T, T> {
  const pairs = pairAlike(before, after, nameOf);
  const taken = new Set(pairs.values());
  const candidates = before
    .filter((item) => !pairs.has(item))
    .flatMap((a) => after.filter((item) => !taken.has(item)).map((b) => ({ a, b, alike: alike(a, b) })))
    .filter((pair) => pair.alike >= least)
    .sort((one, other) => other.alike - one.alike);
  for (const { a, b } of candidates)
    if (!pairs.has(a) && !taken.has(b)) {
      pairs.set(a, b);
      taken.add(b);
    }
  return pairs;
}

/** Pairs items with the same name, in their order; an empty name is nobody's. */
export function pairAlike<T>(before: readonly T[], after: readonly T[], nameOf: (item: T) => string): Map<T, T> {
  const waiting = new Map<string, T[]>();
  for (const item of [...after].reverse()) {
    const name = nameOf(item);
    const group = waiting.get(name);
    if (group === undefined) waiting.set(name, [item]);
    else group.push(item);
  }
  const pairs = new Map<T, T>();
  for (const item of before) {
    const name = nameOf(item);
    const partner = name === "" ? undefined : waiting.get(name)?.pop();
    if (partner !== undefined) pairs.set(item, partner);
  }
  return pairs;
}
