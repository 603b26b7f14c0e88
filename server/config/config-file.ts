import * as v from "valibot";
import type { Span } from "../../grammar/index.ts";
import type { Level, LevelSetting } from "../model/rule-levels.ts";
import { commonEvents } from "../model/standards.ts";
import type { Finding } from "../rules/rule.ts";
import { ruleLevelsSchema } from "./levels-schema.ts";
import { MOST_STANDARDS, type ReadStandard, readStandard, STANDARD, STANDARD_EXPECTED } from "./standards.ts";
import { type Placed, TEXTS, WORDS } from "./values.ts";
import { type Expectations, type Path, YamlFile } from "./yaml-file.ts";

/** What `service-script.config.yaml`, or a file that it extends, says. */
export interface Config {
  /** The configurations on which it is built, as paths from its folder. */
  readonly extends: readonly Placed[];
  /** The files with an organisation's own words, as paths from its folder. */
  readonly lexicons: readonly Placed[];
  /** The files with its own standards, and the standards that are written in the configuration itself. */
  readonly standardFiles: readonly Placed[];
  readonly standards: readonly ReadStandard[];
  readonly rules: readonly PlacedSetting[];
  /** What holds for some scripts only; a later one wins. */
  readonly overrides: readonly Override[];
  /** Which scripts are not to be judged, as patterns of paths. */
  readonly ignore: readonly Placed[];
  readonly problems: readonly Finding[];
}

/** What is set for a rule or a group of them, and where. */
export interface PlacedSetting extends LevelSetting {
  readonly span: Span;
}

export interface Override {
  /** The scripts for which it holds, as patterns of paths. */
  readonly files: readonly Placed[];
  readonly rules: readonly PlacedSetting[];
}

/** Reads a configuration; what is wrong with it is told, and the rest holds. */
export function readConfig(text: string): Config {
  const file = new YamlFile(text);
  if (file.isDamaged) return { ...remainsOf(file), problems: file.problems };
  const config = file.checkWhole(CONFIG, CONFIG_EXPECTED) ?? {};
  const overrides = (config.overrides ?? []).flatMap((value, index): Override[] => {
    const path = ["overrides", index];
    const override = file.check(OVERRIDE, value, path, CONFIG_EXPECTED);
    return override === undefined ? [] : [overrideOf(file, override, path)];
  });
  const standardFiles: Placed[] = [];
  const standards: ReadStandard[] = [];
  for (const [index, item] of (config.standards ?? []).entries()) {
    const path = ["standards", index];
    if (typeof item === "string" && item !== "") standardFiles.push({ text: item, span: file.span(path) });
    else {
      const standard = readStandard(file, item, path, commonEvents());
      if (standard !== undefined) standards.push(standard);
    }
  }
  return {
    extends: placed(file, config.extends, ["extends"]),
    lexicons: placed(file, config.lexicons, ["lexicons"]),
    standardFiles,
    standards,
    rules: settings(file, config.rules, ["rules"]),
    overrides,
    ignore: placed(file, config.ignore, ["ignore"]),
    problems: file.problems,
  };
}

/** Of a damaged configuration, what its scripts are spared, as far as that can be read: else they would be full of it. */
function remainsOf(file: YamlFile): Omit<Config, "problems"> {
  const remains = file.remains();
  const value = (key: string): unknown => (isRecord(remains) ? remains[key] : undefined);
  const sound = <S extends v.GenericSchema>(schema: S, value: unknown) => {
    const { success, output } = v.safeParse(schema, value);
    return success ? output : undefined;
  };
  const overrides = value("overrides");
  return {
    extends: placed(file, sound(TEXTS, value("extends")), ["extends"]),
    lexicons: [],
    standardFiles: [],
    standards: [],
    rules: settings(file, sound(LEVELS, value("rules")), ["rules"]),
    overrides: (Array.isArray(overrides) ? overrides : []).flatMap((item, index): Override[] => {
      const read = sound(OVERRIDE, item);
      const path = ["overrides", index];
      return read === undefined ? [] : [overrideOf(file, read, path)];
    }),
    ignore: placed(file, sound(TEXTS, value("ignore")), ["ignore"]),
  };
}

function overrideOf(file: YamlFile, { files, rules }: v.InferOutput<typeof OVERRIDE>, path: Path): Override {
  return { files: placed(file, files, [...path, "files"]), rules: settings(file, rules, [...path, "rules"]) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The levels of rules; a word that is none is told, and the others hold. */
const LEVELS = v.pipe(v.custom<Readonly<Record<string, unknown>>>(isRecord), v.metadata({ json: ruleLevelsSchema }));
const OVERRIDE = v.strictObject({ files: TEXTS, rules: LEVELS });

export const CONFIG = v.strictObject({
  extends: v.optional(TEXTS),
  lexicons: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
  standards: v.optional(
    v.pipe(
      v.array(v.unknown()),
      v.maxLength(MOST_STANDARDS),
      v.metadata({ item: v.union([WORDS, STANDARD]), expected: STANDARD_EXPECTED }),
    ),
  ),
  rules: v.optional(LEVELS),
  overrides: v.optional(v.pipe(v.array(v.unknown()), v.metadata({ item: OVERRIDE }))),
  ignore: v.optional(TEXTS),
});

export const CONFIG_EXPECTED: Expectations = {
  extends: {
    zh: "另一份配置的路径，或一列路径；这里写的覆盖那里写的",
    en: "the path of another configuration, or a list of paths; what stands here overrides what stands there",
  },
  lexicons: {
    zh: "一列文件路径，每行一个，前面加“- ”",
    en: "a list of paths, one a line behind a “- ”",
  },
  standards: {
    zh: `一列标准，每个前面加“- ”：文件路径，或标准本身；最多 ${MOST_STANDARDS} 个`,
    en: `a list of standards, each behind a “- ”: paths of files, or the standards themselves; at most ${MOST_STANDARDS}`,
  },
  rules: {
    zh: "每行一条“规则: 级别”，例如 forbidden/brush-off: error 或 missing/*: off；级别是 off、info、warning 或 error",
    en: "a “rule: level” a line, such as forbidden/brush-off: error or missing/*: off; a level is off, info, warning or error",
  },
  overrides: {
    zh: "一列 files 和 rules，每项前面加“- ”；后面的覆盖前面的",
    en: "a list of files and rules, each behind a “- ”; a later one overrides an earlier",
  },
  files: {
    zh: "路径的样式，从配置所在的文件夹写起，例如 在线/**，或一列样式",
    en: "a pattern of paths from the configuration's folder, such as chat/**, or a list of them",
  },
  ignore: {
    zh: "不检查的话术：路径的样式，从配置所在的文件夹写起，例如 旧版/**，或一列样式",
    en: "scripts that are not checked: a pattern of paths from the configuration's folder, such as old/**, or a list of them",
  },
};

const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  off: "off",
  info: "information",
  information: "information",
  warning: "warning",
  error: "error",
};

function settings(file: YamlFile, rules: Readonly<Record<string, unknown>> = {}, path: Path): PlacedSetting[] {
  return Object.entries(rules).flatMap(([rule, word]): PlacedSetting[] => {
    const level = typeof word === "string" && Object.hasOwn(LEVEL_WORDS, word) ? LEVEL_WORDS[word] : undefined;
    if (level !== undefined) return [{ rule, level, span: file.keySpan([...path, rule]) }];
    file.report("unknown-level", file.span([...path, rule]), { rule });
    return [];
  });
}

function placed(file: YamlFile, texts: readonly string[] = [], path: Path): Placed[] {
  return texts.map((text, index) => ({ text, span: file.span([...path, index]) }));
}
