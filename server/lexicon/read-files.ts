import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { compilePattern } from "../model/pattern.ts";
import { PatternError, type PatternLanguage, type WordClasses } from "../model/pattern-tree.ts";
import type { LexiconEntry, LexiconFile, LexiconPattern, Term } from "./format.ts";

/** A lexicon file with its examples, and the entry that it compiles to. */
export interface ReadFile {
  readonly path: string;
  readonly language: PatternLanguage;
  readonly file: LexiconFile;
  readonly entry: LexiconEntry;
}

/**
 * Reads and compiles every lexicon file below `folder`: `zh/*.yaml` and `en/*.yaml`, one file an act.
 * @throws Error naming file and pattern when one is malformed
 */
export function readLexiconFiles(folder = "server/lexicon"): ReadFile[] {
  return (["zh", "en"] as const).flatMap((language) => {
    const classes = readClasses(language, folder);
    const names = readdirSync(join(folder, language)).filter(
      (name) => name.endsWith(".yaml") && name !== CLASSES && name !== TERMS,
    );
    return names.sort().map((name) => {
      const path = join(folder, language, name);
      const file = parse(readFileSync(path, "utf8")) as LexiconFile;
      if (file.act !== basename(name, ".yaml"))
        throw new Error(`${path}: the act is called ${file.act}, the file is not`);
      const compile = (patterns: LexiconFile["patterns"] = []) =>
        patterns.map((item) => compileItem(path, item, language, classes));
      const { act, speaker, suggestions = [] } = file;
      const entry = {
        act,
        language,
        speaker,
        patterns: compile(file.patterns),
        unless: [...compile(file.unless), ...compile(file.pardon).map(overSentence)],
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

function overSentence(pattern: LexiconPattern): LexiconPattern {
  return { ...pattern, reach: "sentence" };
}

const CLASSES = "classes.yaml";
const TERMS = "terms.yaml";

function compileItem(
  path: string,
  item: LexiconFile["patterns"][number],
  language: PatternLanguage,
  classes: WordClasses,
): LexiconPattern {
  const { pattern, ...rest } = typeof item === "string" ? { pattern: item } : item;
  try {
    const { source, factors, also } = compilePattern(pattern, language, classes);
    new RegExp(source);
    return { pattern, factors, ...(also.length > 0 && { also }), ...rest };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new Error(`${path}: in the pattern ${pattern} at character ${error.offset + 1}: ${error.message}`);
  }
}
