import { brokenChains } from "../model/limit-chain.ts";
import { foldWord } from "../model/normalise.ts";
import { nameOf, namesOf } from "../model/standards.ts";
import { print } from "../model/time.ts";
import { type OwnFile, placeOf, type ReportProblem, standardsIn } from "./own-file.ts";
import type { ReadStandard } from "./standards.ts";

/** The standards of all files that can be adopted: those whose names no other one has; and whether each can be kept. */
export function checkStandards(files: readonly OwnFile[], report: ReportProblem): readonly ReadStandard[] {
  const names = new Map<string, { readonly file: OwnFile; readonly read: ReadStandard }>();
  return standardsIn(files).flatMap(({ file, read }) => {
    const { standard, span } = read;
    const taken = namesOf(standard).find((name) => names.has(foldWord(name)));
    if (taken !== undefined) {
      const first = names.get(foldWord(taken))!;
      report(file, "duplicate-standard", span, { name: taken, place: placeOf(first.file, first.read.span) });
      return [];
    }
    for (const name of namesOf(standard)) names.set(foldWord(name), { file, read });
    checkChains(file, read, report);
    return [read];
  });
}

/** Limits that add up beyond the limit for the whole cannot be kept at once. */
function checkChains(file: OwnFile, { standard, limitSpans }: ReadStandard, report: ReportProblem): void {
  for (const { overall, chain } of brokenChains(standard.limits)) {
    const total = { ...chain.total, relation: "lasting" as const, min: chain.total.max };
    report(file, "limit-chain", limitSpans.get(overall)!, {
      total: { zh: print(total, "zh"), en: print(total, "en") },
      limit: overall.words,
      event: nameOf(overall.event.words),
    });
  }
}
