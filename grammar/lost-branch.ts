import { NUMBERING } from "./build-line.ts";
import type { Line } from "./parser.ts";

/**
 * Where the lines end that stand as far left as the choice above them though they are its branch: at the next choice of
 * the same depth, which nobody writes into the middle of what is common to all choices. Undefined when nothing tells.
 * @param lines of the script, or of a part of it
 * @param start the first line under the choice
 * @param depth that of the choice
 * @param isBulleted whether choices of this depth have a bullet or a number where their dash should be
 * @returns the index of that next choice
 */
export function endOfLostBranch(
  lines: readonly Line[],
  start: number,
  depth: number,
  isBulleted: boolean,
): number | undefined {
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.depth < depth || ENDS.has(line.kind)) return undefined;
    if (line.depth > depth) continue;
    if (line.kind === "choice") return at;
    if (line.kind === "bare" && isBulleted && NUMBERING.test(line.text.image)) return at;
  }
  return undefined;
}

/** Lines with which something else begins than a branch goes on. */
const ENDS: ReadonlySet<Line["kind"]> = new Set(["title", "step", "field", "decision"]);
