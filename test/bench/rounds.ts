/** What was measured several times: the middle one, and the least and the greatest. */
export interface Sample {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Contestant<T> {
  readonly name: string;
  /** It takes part in every so many rounds; undefined: in all. What takes long is measured less often. */
  readonly every?: number;
  run(round: number): T | Promise<T>;
}

/** Lets contestants take turns, so that a slow moment of the machine meets them all; what each yielded, by its name. */
export async function takeTurns<T>(
  contestants: readonly Contestant<T>[],
  rounds: number,
): Promise<ReadonlyMap<string, readonly T[]>> {
  const results = new Map<string, T[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const { name, every = 1, run } of contestants)
      if (round % every === 0) results.get(name)!.push(await run(round));
  return results;
}

/**
 * How many milliseconds some work of this process keeps the processors busy: on a machine that is shared that says more
 * than the clock. Collecting its garbage counts, also where another thread does it.
 */
export async function busy(work: () => unknown): Promise<number> {
  // What one contestant leaves behind is not for the next one to clear away.
  globalThis.gc?.();
  const before = process.cpuUsage();
  await work();
  return busySince(before);
}

/** @param before what `process.cpuUsage` said then */
export function busySince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** How many milliseconds some work takes on the clock, wherever it is done. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** @param values at least one */
export function sampleOf(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), min: sorted[0]!, max: sorted.at(-1)! };
}

/** The value under which a share of the ascending values stays. */
export function quantile(ascending: readonly number[], share: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(ascending.length * share))]!;
}
