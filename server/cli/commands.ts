import type { Bilingual } from "../rules/rule.ts";
import { onlyFormat, type Values } from "./options.ts";
import { OTHERWISE } from "./reader-language.ts";
import { notTogether, writtenAs, wrongValue } from "./usage.ts";

/** A command as it is called. */
export interface Command {
  /** The options that it takes beside `--language`. */
  readonly options: readonly (keyof Values)[];
  /** What `--format` can be, the first one where it is left out; absent where only the command's own code knows. */
  readonly formats?: readonly string[];
  /** Resolves to the exit code, or to what is wrong with the command line. */
  readonly run: (
    operands: readonly string[],
    values: Values,
    language: "zh" | "en" | undefined,
    format: string,
  ) => Promise<number | Bilingual>;
}

const TEXT_OR_JSON = ["text", "json"] as const;

/** All commands but `lsp`; each loads its code only when it runs. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  lint: {
    options: [
      ...["format", "quiet", "exit-zero", "fail-level", "max-warnings", "transcript", "speaker"],
      ...[
        "stdin",
        "stdin-filename",
        "fix",
        "fix-unsafe",
        "fix-dry-run",
        "baseline",
        "update-baseline",
        "prune",
        "changed",
        "cache",
        "threads",
        "shard",
        "server",
      ],
    ] as (keyof Values)[],
    run: async (paths, values, language) => {
      const { readLintOptions } = await import("./lint-options.ts");
      const options = readLintOptions(values.stdin ? paths : orHere(paths), values, language);
      if ("wrong" in options) return options.wrong;
      return (await import("./lint.ts")).lintCommand(options);
    },
  },
  merge: {
    options: ["format", "quiet", "exit-zero", "fail-level", "max-warnings", "baseline", "update-baseline", "prune"],
    run: async (reports, values, language) => {
      const { readLintOptions } = await import("./lint-options.ts");
      const options = readLintOptions(reports, values, language);
      if ("wrong" in options) return options.wrong;
      if (reports.length === 0) return writtenAs({ zh: "merge 部分…", en: "merge PARTS…" });
      return (await import("./merge.ts")).mergeCommand(options);
    },
  },
  watch: {
    options: [],
    run: async (paths, _values, language) => {
      return (await import("./watch.ts")).watchCommand({ paths: orHere(paths), language });
    },
  },
  config: {
    options: ["print", "format"],
    formats: TEXT_OR_JSON,
    run: async (paths, { print }, language = OTHERWISE, format) => {
      if (!print || paths.length > 1) return writtenAs({ zh: "config --print [文件]", en: "config --print [FILE]" });
      return (await import("./config.ts")).configCommand({ path: paths[0] ?? ".", format, language });
    },
  },
  format: {
    options: ["check", "write", "stdin"],
    run: async (paths, { check, write, stdin }, language = OTHERWISE) => {
      if ([check, write, stdin].filter(Boolean).length !== 1 || (stdin && paths.length > 0))
        return writtenAs({
          zh: "format --check [路径…] | --write [路径…] | --stdin",
          en: "format --check [PATH…] | --write [PATH…] | --stdin",
        });
      const mode = check ? "check" : write ? "write" : "print";
      return (await import("./format.ts")).formatCommand({ paths: orHere(paths), mode, language });
    },
  },
  paths: {
    options: ["format"],
    formats: TEXT_OR_JSON,
    run: async (paths, _values, language, format) => {
      return (await import("./paths.ts")).pathsCommand({ paths: orHere(paths), format, language });
    },
  },
  timeline: {
    options: ["format"],
    formats: TEXT_OR_JSON,
    run: async (paths, _values, language, format) => {
      return (await import("./timeline.ts")).timelineCommand({ paths: orHere(paths), format, language });
    },
  },
  impact: {
    options: ["format"],
    formats: TEXT_OR_JSON,
    run: async ([name, ...paths], _values, language, format) => {
      if (name === undefined) return writtenAs({ zh: "impact 名字 [路径…]", en: "impact NAME [PATH…]" });
      return (await import("./impact.ts")).impactCommand({ name, paths: orHere(paths), format, language });
    },
  },
  stats: {
    options: ["format"],
    formats: TEXT_OR_JSON,
    run: async (paths, _values, language, format) => {
      return (await import("./stats.ts")).statsCommand({ paths: orHere(paths), format, language });
    },
  },
  standards: {
    options: ["format"],
    formats: TEXT_OR_JSON,
    run: async (names, _values, language = OTHERWISE, format) => {
      return (await import("./standards.ts")).standardsCommand({ names, format, language });
    },
  },
  diff: {
    options: ["rev", "format", "exit-zero"],
    formats: ["text", "markdown", "json", "svg"],
    run: async (operands, { rev, "exit-zero": exitZero }, language, format) => {
      if (operands.length !== (rev === undefined ? 2 : 1))
        return writtenAs({ zh: "diff 旧 新 | diff --rev 提交 文件", en: "diff OLD NEW | diff --rev COMMIT FILE" });
      const { diffCommand } = await import("./diff.ts");
      return diffCommand({ operands, rev, format: format as "text", exitZero, language });
    },
  },
  check: {
    options: ["against", "format", "speaker", "mask", "exit-zero"],
    formats: ["readable", "json"],
    run: async (calls, values, language, format) => {
      const { against, mask, speaker = [], "exit-zero": exitZero } = values;
      const { readingOptions, wrongSpeaker } = await import("./reading.ts");
      const reading = readingOptions(true, speaker);
      if ("wrong" in reading) return wrongSpeaker(reading.wrong);
      const [call, ...others] = calls;
      if (call === undefined || others.length > 0 || against === undefined)
        return writtenAs({ zh: "check 通话 --against 话术", en: "check CALL --against SCRIPT" });
      const { roles } = reading.options;
      const { checkCommand } = await import("./check.ts");
      return checkCommand({ call, script: against, roles, mask, format: format as "json", exitZero, language });
    },
  },
  explain: {
    options: [],
    run: async (ids, _values, language = OTHERWISE) => (await import("./explain.ts")).explainCommand(ids, language),
  },
  rules: {
    options: ["format"],
    formats: TEXT_OR_JSON,
    run: async (operands, _values, language = OTHERWISE, format) => {
      if (operands.length > 0)
        return writtenAs({ zh: "rules；要一条的说明：explain 规则", en: "rules; for one of them: explain RULE" });
      return (await import("./rules.ts")).rulesCommand({ format, language });
    },
  },
  test: {
    options: ["format", "category", "misses", "min-recall", "max-false-alarms"],
    run: async (paths, values, language = OTHERWISE) => {
      const { category: mappings = [], misses = "20" } = values;
      const format = onlyFormat(values, "text");
      const { testCommand, TEST_FORMATS } = await import("./test-lists.ts");
      if (!Object.hasOwn(TEST_FORMATS, format)) return wrongValue("--format", format, Object.keys(TEST_FORMATS));
      if (!/^(?:all|\d+)$/.test(misses)) return wrongValue("--misses", misses, ["20", "all"]);
      for (const floor of ["min-recall", "max-false-alarms"] as const)
        if (values[floor] !== undefined && percentage(values[floor]) === undefined)
          return wrongValue(`--${floor}`, values[floor], ["0…100"]);
      if (paths.length === 0) return writtenAs({ zh: "test 列表…", en: "test LIST…" });
      return testCommand({
        paths,
        format,
        mappings,
        most: misses === "all" ? Number.POSITIVE_INFINITY : Number(misses),
        minRecall: percentage(values["min-recall"]),
        maxFalseAlarms: percentage(values["max-false-alarms"]),
        language,
      });
    },
  },
  export: {
    options: ["format", "out", "detail", "theme"],
    run: async (paths, values, language) => {
      const { detail = "full", theme = "light", out } = values;
      const format = onlyFormat(values, "html");
      const { DETAILS, exportCommand, FORMATS, THEMES } = await import("./export.ts");
      for (const [option, value, known] of [
        ["format", format, FORMATS],
        ["detail", detail, DETAILS],
        ["theme", theme, THEMES],
      ] as const)
        if (!(known as readonly string[]).includes(value)) return wrongValue(`--${option}`, value, known);
      if (paths.length === 0) return writtenAs({ zh: "export 文件…", en: "export FILE…" });
      return exportCommand({ paths, format, detail, theme, out, language } as Parameters<typeof exportCommand>[0]);
    },
  },
  convert: {
    options: ["from", "out", "in-place"],
    run: async (paths, { from, out, "in-place": inPlace }, language = OTHERWISE) => {
      const { convertCommand, ENCODINGS, isEncoding } = await import("./convert.ts");
      if (from !== undefined && !isEncoding(from)) return wrongValue("--from", from, ENCODINGS);
      if (out !== undefined && inPlace) return notTogether("--out", "--in-place");
      if (paths.length === 0) return writtenAs({ zh: "convert 文件…", en: "convert FILE…" });
      return convertCommand({ paths, from, out, inPlace, language });
    },
  },
  filter: {
    options: ["speaker"],
    run: async (operands, values, language) => {
      const { readingOptions, wrongSpeaker } = await import("./reading.ts");
      const reading = readingOptions(true, values.speaker ?? []);
      if ("wrong" in reading) return wrongSpeaker(reading.wrong);
      if (operands.length > 0) return writtenAs({ zh: "filter < 通话.jsonl", en: "filter < CALLS.jsonl" });
      return (await import("./filter.ts")).filterCommand({ reading: reading.options, language });
    },
  },
  init: {
    options: ["yes", "template", "package"],
    run: async (folders, { yes, template, package: place }, language = OTHERWISE) => {
      const { isPlace, PUBLISHED } = await import("./package-source.ts");
      if (folders.length > 1) return writtenAs({ zh: "init [文件夹]", en: "init [FOLDER]" });
      if (place !== undefined && !isPlace(place))
        return wrongValue("--package", place, ["git+https://…#COMMIT", "https://….tgz", "./….tgz"]);
      const { initCommand } = await import("./init.ts");
      const source = place ?? PUBLISHED;
      return initCommand({ folder: folders[0] ?? ".", yes, template, source, language });
    },
  },
  completions: {
    options: [],
    run: async ([shell, ...others]) => {
      const { completionsCommand, SHELLS } = await import("./completions.ts");
      const known = Object.keys(SHELLS);
      if (shell === undefined || others.length > 0) {
        const form = `completions ${known.join(" | ")}`;
        return writtenAs({ zh: form, en: form });
      }
      if (!known.includes(shell)) return wrongValue("completions", shell, known);
      return completionsCommand(shell as keyof typeof SHELLS, COMMANDS);
    },
  },
};

/** The folder in which the program was started, where no path was given. */
function orHere(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : ["."];
}

/** A number of percent, with or without its sign. */
function percentage(option = ""): number | undefined {
  return /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%?$/.test(option) ? Number.parseFloat(option) : undefined;
}
