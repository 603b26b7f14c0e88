import type { Finding } from "../rules/rule.ts";
import { fingerprint } from "./fingerprint.ts";

/**
 * What is wrong with the later of two versions and was not with the earlier, and the other way round. Findings belong
 * together when a rule marks the same words; of those that are left, a rule's are set off against each other, since a
 * line that was reworded may be as wrong as before.
 */
export function newFindings(
  before: readonly Finding[],
  beforeText: string,
  after: readonly Finding[],
  afterText: string,
): { readonly fresh: readonly Finding[]; readonly gone: readonly Finding[] } {
  const gone = unmatched(before, beforeText, after, afterText);
  const fresh = unmatched(after, afterText, before, beforeText);
  return { fresh: beyond(fresh, gone), gone: beyond(gone, fresh) };
}

function unmatched(own: readonly Finding[], ownText: string, other: readonly Finding[], otherText: string): Finding[] {
  const known = countBy(other, (finding) => fingerprint(otherText, finding));
  return own.filter((finding) => !takeOne(known, fingerprint(ownText, finding)));
}

/** Those of a rule that there are more of here than there. */
function beyond(own: readonly Finding[], other: readonly Finding[]): Finding[] {
  const known = countBy(other, ({ ruleId }) => ruleId);
  return own.filter(({ ruleId }) => !takeOne(known, ruleId));
}

function countBy(findings: readonly Finding[], nameOf: (finding: Finding) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(nameOf(finding), (counts.get(nameOf(finding)) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, name: string): boolean {
  const count = counts.get(name) ?? 0;
  if (count > 0) counts.set(name, count - 1);
  return count > 0;
}
