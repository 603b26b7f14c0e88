/** One of `count` parts of a run, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A run that is in one piece. */
export const WHOLE: Shard = { index: 1, count: 1 };

/** Reads `2/3`; undefined when it is no part of a whole. */
export function readShard(word: string): Shard | undefined {
  const [, index = "", count = ""] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(word) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index > 0 && shard.index <= shard.count ? shard : undefined;
}
