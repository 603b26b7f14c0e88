import type { Severity } from "../protocol.ts";

/**
 * How well a call or a script does, from 0 to 100: what the agent says may lose 3 points a turn; an error costs 3 and
 * a warning 1, information nothing. The score is the share of points that is left, in whole percent, rounded down, so
 * that 100 means that nothing was found that costs points.
 */
export function scoreOf(agentTurns: number, findings: readonly { readonly severity: Severity }[]): number {
  const all = 3 * Math.max(1, agentTurns);
  const lost = findings.reduce((sum, { severity }) => sum + COSTS[severity], 0);
  return Math.max(0, Math.floor((100 * (all - lost)) / all));
}

const COSTS: Readonly<Record<Severity, number>> = { error: 3, warning: 1, information: 0 };
