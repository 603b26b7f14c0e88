import { createHash } from "node:crypto";
import type { Finding } from "../rules/rule.ts";

/**
 * A name for a finding that stays when lines move: of its rule and the words that are marked, however they are spaced.
 * Findings of a rule on the same words share it.
 */
export function fingerprint(text: string, { ruleId, span }: Finding): string {
  const words = text
    .slice(span.start, span.end)
    .replace(/[\s\u3000]+/g, " ")
    .trim();
  return createHash("sha256").update(`${ruleId}\n${words}`).digest("hex").slice(0, 16);
}

/** The fingerprint of each finding of a file; those that share one are told apart by a number, in the order of the text. */
export function fingerprints(text: string, findings: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const name = fingerprint(text, finding);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}:${count}`;
  });
}
