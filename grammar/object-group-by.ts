// Chevrotain checks its grammar with Object.groupBy, which node 20 lacks. Imported before chevrotain, nowhere else.
type Group = <K extends PropertyKey, T>(items: Iterable<T>, keyOf: (item: T) => K) => Partial<Record<K, T[]>>;
const host = Object as unknown as { groupBy?: Group };

host.groupBy ??= (items, keyOf) => {
  const groups = Object.create(null);
  for (const item of items) {
    const key = keyOf(item);
    groups[key] ??= [];
    groups[key].push(item);
  }
  return groups;
};

export {};
