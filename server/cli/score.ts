import { count, type FileReport } from "./report.ts";

/**
 * How good a script is, from 0 to 100: what the agent says may lose 3 points a turn; an error costs 3 and a warning 1,
 * information nothing. The score is the share of points that is left, in whole percent, rounded down, so that 100 means
 * that nothing was found.
 */
export function score(file: FileReport): number {
  const all = 3 * Math.max(1, file.agentTurns);
  const lost = 3 * count([file], "error") + count([file], "warning");
  return Math.max(0, Math.floor((100 * (all - lost)) / all));
}
