import { resolve } from "node:path";
import { percent } from "./figures.ts";
import type { TestReporter } from "./report-test.ts";
import { toReader } from "./to-reader.ts";

/**
 * The run for programs: figures with every count, rates in percent or null where there is nothing to measure, and all
 * utterances that did not fare as their category asks or that were pointed out as information. Lines count from 1,
 * spans are half-open and count UTF-16 units of the utterance.
 */
export const reportTestJson: TestReporter = ({ lists, figures, floors, problems, packs }, { language }) => {
  const { allFaults, allClean } = figures;
  const rate = (part: number, whole: number, better: "high" | "low") => percent(part, whole, better) ?? null;
  const report = {
    lists: lists.map(({ path, verdicts, skipped }) => ({
      filePath: resolve(path),
      utterances: verdicts.length,
      skipped,
    })),
    totals: {
      faults: allFaults,
      clean: allClean,
      recall: rate(allFaults.found, allFaults.lines, "high"),
      recallByAnyRule: rate(allFaults.foundByAny, allFaults.lines, "high"),
      falseAlarmRate: rate(allClean.falseAlarms, allClean.lines, "low"),
    },
    faults: figures.faults.map((faults) => ({ ...faults, recall: rate(faults.found, faults.lines, "high") })),
    clean: figures.clean.map((clean) => ({ ...clean, falseAlarmRate: rate(clean.falseAlarms, clean.lines, "low") })),
    rules: figures.rules.map((rule) => ({ ...rule, precision: rule.precision ?? null })),
    floors: floors.map(({ message, reached, ...floor }) => ({ ...floor, reached: reached ?? null })),
    verdicts: lists.flatMap(({ path, verdicts }) =>
      verdicts
        .filter(({ outcome, findings }) => outcome !== "found" && (outcome !== "clean" || findings.length > 0))
        .map(({ utterance: { line, text, speaker, category }, outcome, findings }) => ({
          filePath: resolve(path),
          line,
          category: category.name,
          speaker,
          utterance: text,
          outcome,
          findings: findings.map(({ ruleId, severity, span, message }) => ({
            ruleId,
            severity,
            ...span,
            words: text.slice(span.start, span.end),
            message: toReader(message[language]),
          })),
        })),
    ),
    packs: packs.map(({ path, examples, problems }) => ({
      filePath: resolve(path),
      examples,
      problems: problems.map(({ line, message }) => ({ line: line ?? null, message: toReader(message[language]) })),
    })),
    problems: problems.map(({ path, line, message }) => ({
      filePath: resolve(path),
      line: line ?? null,
      message: toReader(message[language]),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
};
