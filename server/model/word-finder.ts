/**
 * Finds which of many words occur in a text, in one pass: the first stage of matching, which spares nearly every text
 * the second. Words are indexed by their first two UTF-16 units.
 */
export class WordFinder<T> {
  private readonly starts = new Uint8Array(0x10000);
  private readonly pairs = new Map<number, { readonly word: string; readonly value: T }[]>();
  private readonly singles = new Map<number, T[]>();

  /** Adds a non-empty word and the value to report when it occurs. */
  add(word: string, value: T): void {
    const first = word.charCodeAt(0);
    this.starts[first] = 1;
    if (word.length === 1) push(this.singles, first, value);
    else push(this.pairs, pairKey(first, word.charCodeAt(1)), { word, value });
  }

  /** The values of all words that occur in `text`, each once. */
  find(text: string): Set<T> {
    const found = new Set<T>();
    for (let at = 0; at < text.length; at++) {
      const first = text.charCodeAt(at);
      if (this.starts[first] === 0) continue;
      for (const value of this.singles.get(first) ?? []) found.add(value);
      for (const { word, value } of this.pairs.get(pairKey(first, text.charCodeAt(at + 1))) ?? [])
        if (text.startsWith(word, at)) found.add(value);
    }
    return found;
  }
}

function pairKey(first: number, second: number): number {
  return first * 0x10000 + second;
}

function push<V>(map: Map<number, V[]>, key: number, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
