import { digest } from "./digest.ts";
import type { Shard } from "./shard.ts";
import { reportPath } from "./short-path.ts";

/** Whether a script belongs to a part: that hangs on its path alone, so that it stays there when others come and go. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return Number.parseInt(digest(reportPath(path)).slice(0, 8), 16) % count === index - 1;
}
