import { RULES, WORDING_RULES } from "../rules/index.ts";
import type { Bilingual } from "../rules/rule.ts";
import { Categories } from "./categories.ts";
import { EXIT } from "./exit-codes.ts";
import { figuresOf } from "./figures.ts";
import { checkFloors, type Floors } from "./floors.ts";
import { judge, type Verdict } from "./judge.ts";
import { readLists } from "./labelled-lists.ts";
import { printable } from "./printable.ts";
import type { JudgedList, TestReporter } from "./report-test.ts";
import { reportTestJson } from "./report-test-json.ts";
import { reportTestJunit } from "./report-test-junit.ts";
import { reportTestText } from "./report-test-text.ts";

/** The report formats of `test` by the names that `--format` takes. */
export const TEST_FORMATS: Readonly<Record<string, TestReporter>> = {
  text: reportTestText,
  json: reportTestJson,
  junit: reportTestJunit,
};

export interface TestOptions extends Floors {
  readonly paths: readonly string[];
  readonly format: string;
  /** What words of the lists stand for, each as `word=target+target`. */
  readonly mappings: readonly string[];
  /** How many utterances a report for people lists of each kind. */
  readonly most: number;
  readonly language: "zh" | "en";
}

/** Judges the utterances of labelled lists, prints how well the rules did, and returns the exit code. */
export async function testCommand({ paths, format, mappings, most, language, ...floors }: TestOptions) {
  const complain = (place: string, message: Bilingual) =>
    process.stderr.write(`${printable(place)}: ${printable(message[language])}\n`);
  const categories = new Categories(RULES);
  for (const mapping of mappings) {
    const problem = categories.map(mapping);
    if (problem === undefined) continue;
    complain(`--category ${mapping}`, problem);
    return EXIT.usage;
  }
  const { lists, problems } = await readLists(paths, categories);
  const today = new Date().toISOString().slice(0, 10);
  const broken = new Map<string, unknown>();
  const judged = lists.map((list): JudgedList => {
    const verdicts = list.utterances.map((utterance): Verdict => {
      const { verdict, crashes } = judge(utterance, WORDING_RULES, today);
      for (const { ruleId, error } of crashes) broken.set(ruleId, error);
      return verdict;
    });
    return { ...list, verdicts };
  });
  const figures = figuresOf(
    judged.flatMap(({ verdicts }) => verdicts),
    WORDING_RULES,
  );
  // Where no list could be read, that is the failure; nothing was measured that a floor could be about.
  const results = judged.length > 0 ? checkFloors(figures, floors) : [];
  if (judged.length > 0 || format !== "text")
    process.stdout.write(
      TEST_FORMATS[format]!({ lists: judged, figures, floors: results, problems }, { language, most }),
    );
  for (const { path, line, message } of problems) complain(line === undefined ? path : `${path}:${line}`, message);
  for (const [rule, error] of broken)
    complain(rule, {
      zh: `这条规则出错了，它的结果不全：${error}`,
      en: `This rule broke, its figures are wrong: ${error}`,
    });
  const missed = results.filter(({ met }) => !met);
  for (const { floor, message } of missed) complain(FLOOR_OPTIONS[floor], message);
  if (broken.size > 0) return EXIT.internal;
  if (problems.length > 0) return EXIT.usage;
  return missed.length > 0 ? EXIT.findings : EXIT.clean;
}

const FLOOR_OPTIONS: Readonly<Record<keyof Floors, string>> = {
  minRecall: "--min-recall",
  maxFalseAlarms: "--max-false-alarms",
};
