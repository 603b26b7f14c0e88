import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { compilePattern, PatternError, type PatternLanguage } from "../model/pattern.ts";
import type { LexiconEntry, LexiconFile, LexiconPattern } from "./format.ts";

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
    const classes = parse(readFileSync(join(folder, language, CLASSES), "utf8")) as Record<string, string>;
    const names = readdirSync(join(folder, language)).filter((name) => name.endsWith(".yaml") && name !== CLASSES);
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
        unless: compile(file.unless),
        suggestions,
      };
      return { path, language, file, entry };
    });
  });
}

/** The file of word classes that a language's patterns share. */
const CLASSES = "classes.yaml";

function compileItem(
  path: string,
  item: LexiconFile["patterns"][number],
  language: PatternLanguage,
  classes: Record<string, string>,
): LexiconPattern {
  const { pattern, ...rest } = typeof item === "string" ? { pattern: item } : item;
  try {
    return { pattern, ...compilePattern(pattern, language, classes), ...rest };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    throw new Error(`${path}: in the pattern ${pattern} at character ${error.offset + 1}: ${error.message}`);
  }
}
