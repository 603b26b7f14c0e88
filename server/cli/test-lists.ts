import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Configuration, Configurations } from "../config/configurations.ts";
import { RULES, WORDING_RULES } from "../rules/index.ts";
import type { Bilingual } from "../rules/rule.ts";
import { today } from "../rules/today.ts";
import { brokenFiles } from "./broken-configuration.ts";
import { Categories } from "./categories.ts";
import { complain } from "./complain.ts";
import { diskSource } from "./disk-source.ts";
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
import { isPack, judgePack } from "./test-packs.ts";

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
  const tell = (path: string, message: Bilingual) => complain([{ path, message }], language);
  const packs = await Promise.all(paths.filter(isPack).map(judgePack));
  const tables = paths.filter((path) => !isPack(path));
  const { wording, files } = await wordingOf(tables[0] ?? ".");
  const misset = brokenFiles(files);
  // Figures without what the organisation has set would not be those of its own words.
  if (misset.length > 0) {
    complain(misset, language);
    return EXIT.usage;
  }
  const categories = new Categories(RULES, wording.ruleIds);
  for (const mapping of mappings) {
    const problem = categories.map(mapping);
    if (problem === undefined) continue;
    tell(`--category ${mapping}`, problem);
    return EXIT.usage;
  }
  const { lists, problems } = tables.length > 0 ? await readLists(tables, categories) : { lists: [], problems: [] };
  const day = today();
  const broken = new Map<string, unknown>();
  const judged = lists.map((list): JudgedList => {
    const verdicts = list.utterances.map((utterance): Verdict => {
      const { verdict, crashes } = judge(utterance, WORDING_RULES, day, wording);
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
      TEST_FORMATS[format]!({ lists: judged, figures, floors: results, problems, packs }, { language, most }),
    );
  for (const pack of packs) {
    if (format === "text" && pack.problems.length === 0)
      process.stdout.write(`${printable(pack.path)}: ${HOLDS[language](pack.examples)}\n`);
    for (const { path, line, message } of pack.problems) tell(line === undefined ? path : `${path}:${line}`, message);
  }
  for (const { path, line, message } of problems) tell(line === undefined ? path : `${path}:${line}`, message);
  for (const [rule, error] of broken)
    tell(rule, {
      zh: `这条规则出错了，它的结果不全：${error}`,
      en: `This rule broke, its figures are wrong: ${error}`,
    });
  const missed = results.filter(({ met }) => !met);
  for (const { floor, message } of missed) tell(FLOOR_OPTIONS[floor], message);
  if (broken.size > 0) return EXIT.internal;
  if (problems.length > 0) return EXIT.usage;
  return missed.length > 0 || packs.some((pack) => pack.problems.length > 0) ? EXIT.findings : EXIT.clean;
}

const HOLDS = {
  zh: (examples: number) => (examples === 0 ? "没有例子可以检验。" : `${examples} 个例子都对。`),
  en: (examples: number) =>
    examples === 0 ? "there are no examples to try." : `all ${examples} examples are as they say.`,
} as const;

/** The organisation's own words that hold where a list lies, so that they are tried too. */
function wordingOf(path: string): Promise<Configuration> {
  return new Configurations(diskSource([".", path])).of(pathToFileURL(resolve(path)).href);
}

const FLOOR_OPTIONS: Readonly<Record<keyof Floors, string>> = {
  minRecall: "--min-recall",
  maxFalseAlarms: "--max-false-alarms",
};
