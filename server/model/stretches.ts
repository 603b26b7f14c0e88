/** A half-open stretch of text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A set of stretches that can be asked whether another one touches it, in logarithmic time: a turn may be as long as a
 * book, and comparing everything in it with everything else would take for ever. Stretches that overlap are joined.
 */
export class Stretches {
  private readonly sorted: Stretch[];

  constructor(stretches: Iterable<Stretch> = []) {
    this.sorted = joined(stretches);
  }

  touches({ start, end }: Stretch): boolean {
    const candidate = this.sorted[this.firstEndingAfter(start)];
    return candidate !== undefined && candidate.start < end;
  }

  /** Adds a stretch that touches none of the set. */
  add({ start, end }: Stretch): void {
    this.sorted.splice(this.firstEndingAfter(start), 0, { start, end });
  }

  private firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Joins stretches that overlap, so that each place is told once. */
export function joined(stretches: Iterable<Stretch>): Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && stretch.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    else merged.push({ start: stretch.start, end: stretch.end });
  }
  return merged;
}
