import * as v from "valibot";
import type { Span } from "../../grammar/index.ts";
import type { Finding } from "../rules/rule.ts";
import { type Expectations, YamlFile } from "./yaml-file.ts";

/** What `service-script.config.yaml` says. */
export interface Config {
  /** The files with an organisation's own words, as paths from the configuration's folder. */
  readonly lexicons: readonly NamedList[];
  readonly problems: readonly Finding[];
}

/** A file that the configuration names, and where it does. */
export interface NamedList {
  readonly path: string;
  readonly span: Span;
}

/** Reads a configuration; what is wrong with it is told, and the rest holds. */
export function readConfig(text: string): Config {
  const file = new YamlFile(text);
  const config = file.checkWhole(CONFIG, CONFIG_EXPECTED);
  return {
    lexicons: (config?.lexicons ?? []).map((path, index) => ({ path, span: file.span(["lexicons", index]) })),
    problems: file.problems,
  };
}

export const CONFIG = v.strictObject({
  lexicons: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
});

export const CONFIG_EXPECTED: Expectations = {
  lexicons: {
    zh: "一列文件路径，每行一个，前面加“- ”",
    en: "a list of paths, one a line behind a “- ”",
  },
};
