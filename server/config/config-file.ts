import * as v from "valibot";
import type { Span } from "../../grammar/index.ts";
import { commonEvents } from "../model/standards.ts";
import type { Finding } from "../rules/rule.ts";
import { MOST_STANDARDS, type ReadStandard, readStandard, STANDARD, STANDARD_EXPECTED } from "./standards.ts";
import { WORDS } from "./values.ts";
import { type Expectations, YamlFile } from "./yaml-file.ts";

/** What `service-script.config.yaml` says. */
export interface Config {
  /** The files with an organisation's own words, as paths from the configuration's folder. */
  readonly lexicons: readonly NamedFile[];
  /** The files with its own standards, and the standards that are written in the configuration itself. */
  readonly standardFiles: readonly NamedFile[];
  readonly standards: readonly ReadStandard[];
  readonly problems: readonly Finding[];
}

/** A file that the configuration names, and where it does. */
export interface NamedFile {
  readonly path: string;
  readonly span: Span;
}

/** Reads a configuration; what is wrong with it is told, and the rest holds. */
export function readConfig(text: string): Config {
  const file = new YamlFile(text);
  const config = file.checkWhole(CONFIG, CONFIG_EXPECTED);
  const standardFiles: NamedFile[] = [];
  const standards: ReadStandard[] = [];
  for (const [index, item] of (config?.standards ?? []).entries()) {
    const path = ["standards", index];
    if (typeof item === "string" && item !== "") standardFiles.push({ path: item, span: file.span(path) });
    else {
      const standard = readStandard(file, item, path, commonEvents());
      if (standard !== undefined) standards.push(standard);
    }
  }
  return {
    lexicons: (config?.lexicons ?? []).map((path, index) => ({ path, span: file.span(["lexicons", index]) })),
    standardFiles,
    standards,
    problems: file.problems,
  };
}

export const CONFIG_EXPECTED: Expectations = {
  lexicons: {
    zh: "一列文件路径，每行一个，前面加“- ”",
    en: "a list of paths, one a line behind a “- ”",
  },
  standards: {
    zh: `一列标准，每个前面加“- ”：文件路径，或标准本身；最多 ${MOST_STANDARDS} 个`,
    en: `a list of standards, each behind a “- ”: paths of files, or the standards themselves; at most ${MOST_STANDARDS}`,
  },
};

export const CONFIG = v.strictObject({
  lexicons: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
  standards: v.optional(
    v.pipe(
      v.array(v.unknown()),
      v.maxLength(MOST_STANDARDS),
      v.metadata({ item: v.union([WORDS, STANDARD]), expected: STANDARD_EXPECTED }),
    ),
  ),
});
