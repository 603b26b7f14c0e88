import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { requiredFactors } from "../model/pattern-factors.ts";
import { PatternError, type PatternLanguage, readPattern, type WordClasses } from "../model/pattern-tree.ts";
import type {
  LexiconEntry,
  LexiconFile,
  LexiconPattern,
  PromiseFile,
  PromiseLexicon,
  Situation,
  Term,
} from "./format.ts";

/** A lexicon file with its examples, and the entry that it becomes. */
export interface ReadFile {
  readonly path: string;
  readonly language: PatternLanguage;
  readonly file: LexiconFile;
  readonly entry: LexiconEntry;
}

/**
 * Reads and checks every lexicon file below `folder`: `zh/*.yaml` and `en/*.yaml`, one file an act.
 * @throws Error naming file and pattern when one is malformed
 */
export function readLexiconFiles(folder = "server/lexicon"): ReadFile[] {
  return (["zh", "en"] as const).flatMap((language) => {
    const classes = readClasses(language, folder);
    const names = readdirSync(join(folder, language)).filter(
      (name) => name.endsWith(".yaml") && ![CLASSES, TERMS, PROMISES].includes(name),
    );
    return names.sort().map((name) => {
      const path = join(folder, language, name);
      const file = parse(readFileSync(path, "utf8")) as LexiconFile;
      if (file.act !== basename(name, ".yaml"))
        throw new Error(`${path}: the act is called ${file.act}, the file is not`);
      const check = (patterns: LexiconFile["patterns"] = []) =>
        patterns.map((item) => checkItem(path, item, language, classes));
      const { act, speaker, suggestions = [] } = file;
      const entry = {
        act,
        language,
        speaker,
        patterns: check(file.patterns),
        unless: [
          ...check(file.unless),
          ...check(file.pardon).map((pattern) => ({ ...pattern, reach: "sentence" as const })),
          ...check(file.redress).map((pattern) => ({ ...pattern, reach: "sentence-and-before" as const })),
          ...check(file.courtesy).map((pattern) => ({ ...pattern, reach: "turn" as const })),
        ],
        suggestions,
      };
      return { path, language, file, entry };
    });
  });
}

/** The word classes that the patterns of a language share, as patterns by name. */
export function readClasses(language: PatternLanguage, folder = "server/lexicon"): WordClasses {
  return parse(readFileSync(join(folder, language, CLASSES), "utf8")) as WordClasses;
}

/** The words of the trade that customers do not understand. */
export function readTerms(language: PatternLanguage, folder = "server/lexicon"): Term[] {
  return parse(readFileSync(join(folder, language, TERMS), "utf8")) as Term[];
}

/** The everyday situations of service with their sentences. */
export function readSituations(folder = "server/lexicon"): Situation[] {
  return parse(readFileSync(join(folder, "situations.yaml"), "utf8")) as Situation[];
}

/**
 * The words of promises.
 * @throws Error naming file and pattern when one is malformed
 */
export function readPromises(language: PatternLanguage, folder = "server/lexicon"): PromiseLexicon {
  const path = join(folder, language, PROMISES);
  const { events, unless, ...single } = parse(readFileSync(path, "utf8")) as PromiseFile;
  const classes = readClasses(language, folder);
  for (const pattern of [...unless, ...Object.values(single)]) checkItem(path, pattern, language, classes);
  return {
    ...single,
    unless,
    events: Object.entries(events).flatMap(([event, patterns]) =>
      patterns.map((item) => {
        const { pattern } = checkItem(path, item, language, classes);
        const { factors } = requiredFactors(readPattern(pattern, language, classes));
        return { event: event as keyof typeof events, pattern, factors };
      }),
    ),
  };
}

const CLASSES = "classes.yaml";
const TERMS = "terms.yaml";
const PROMISES = "promises.yaml";

function checkItem(
  path: string,
  item: LexiconFile["patterns"][number],
  language: PatternLanguage,
  classes: WordClasses,
): LexiconPattern {
  const checked = typeof item === "string" ? { pattern: item } : item;
  try {
    requiredFactors(readPattern(checked.pattern, language, classes));
    return checked;
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new Error(`${path}: in the pattern ${checked.pattern} at character ${error.offset + 1}: ${error.message}`);
  }
}
