import { version } from "../../package.json";
import { EXIT } from "./exit-codes.ts";
import { COMMON, onlyFormat, parseOptions, type Values } from "./options.ts";
import { readInTaiwan, toReader } from "./to-reader.ts";

/**
 * Runs a command line: `args` are the words behind the program's name. Returns the exit code; never throws.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    process.stderr.write(`service-script: ${error instanceof Error ? error.stack : error}\n`);
    return EXIT.internal;
  }
}

interface Command {
  /** The options that it takes beside `--language`. */
  readonly options: readonly (keyof Values)[];
  readonly run: (operands: readonly string[], values: Values, language: "zh" | "en" | undefined) => Promise<number>;
}

/** The commands; each loads its code only when it runs. */
const COMMANDS: Readonly<Record<string, Command>> = {
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
      ],
    ] as (keyof Values)[],
    run: async (paths, values, language) => {
      const { readLintOptions } = await import("./lint-options.ts");
      const options = readLintOptions(values.stdin ? paths : orHere(paths), values, language);
      if ("wrong" in options) return usageError(options.wrong);
      return (await import("./lint.ts")).lintCommand(options);
    },
  },
  merge: {
    options: ["format", "quiet", "exit-zero", "fail-level", "max-warnings", "baseline", "update-baseline", "prune"],
    run: async (reports, values, language) => {
      const { readLintOptions } = await import("./lint-options.ts");
      const options = readLintOptions(reports, values, language);
      if ("wrong" in options) return usageError(options.wrong);
      if (reports.length === 0) return usageError("merge REPORT…");
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
    run: async (paths, values, language) => {
      const format = onlyFormat(values, "text");
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      if (!values.print || paths.length > 1) return usageError("config --print [FILE]");
      return (await import("./config.ts")).configCommand({ path: paths[0] ?? ".", format, language: language ?? "zh" });
    },
  },
  format: {
    options: ["check", "write", "stdin"],
    run: async (paths, { check, write, stdin }, language) => {
      if ([check, write, stdin].filter(Boolean).length !== 1 || (stdin && paths.length > 0))
        return usageError("format --check | --write [PATH…] | --stdin");
      const mode = check ? "check" : write ? "write" : "print";
      return (await import("./format.ts")).formatCommand({ paths: orHere(paths), mode, language: language ?? "zh" });
    },
  },
  paths: {
    options: ["format"],
    run: async (paths, values, language) => {
      const format = onlyFormat(values, "text");
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      return (await import("./paths.ts")).pathsCommand({ paths: orHere(paths), format, language });
    },
  },
  timeline: {
    options: ["format"],
    run: async (paths, values, language) => {
      const format = onlyFormat(values, "text");
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      return (await import("./timeline.ts")).timelineCommand({ paths: orHere(paths), format, language });
    },
  },
  impact: {
    options: ["format"],
    run: async ([name, ...paths], values, language) => {
      const format = onlyFormat(values, "text");
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      if (name === undefined) return usageError("impact NAME");
      return (await import("./impact.ts")).impactCommand({ name, paths: orHere(paths), format, language });
    },
  },
  stats: {
    options: ["format"],
    run: async (paths, values, language) => {
      const format = onlyFormat(values, "text");
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      return (await import("./stats.ts")).statsCommand({ paths: orHere(paths), format, language });
    },
  },
  standards: {
    options: ["format"],
    run: async (names, values, language) => {
      const format = onlyFormat(values, "text");
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      return (await import("./standards.ts")).standardsCommand({ names, format, language: language ?? "zh" });
    },
  },
  diff: {
    options: ["rev", "format", "exit-zero"],
    run: async (operands, values, language) => {
      const { rev, "exit-zero": exitZero } = values;
      const format = onlyFormat(values, "text");
      if (format !== "text" && format !== "markdown" && format !== "json")
        return usageError(`--format: text | markdown | json (${format}?)`);
      if (operands.length !== (rev === undefined ? 2 : 1)) return usageError("diff A B | diff --rev REF FILE");
      return (await import("./diff.ts")).diffCommand({ operands, rev, format, exitZero, language });
    },
  },
  check: {
    options: ["against", "format", "speaker", "mask", "exit-zero"],
    run: async (calls, values, language) => {
      const { against, mask, speaker = [], "exit-zero": exitZero } = values;
      const format = onlyFormat(values, "readable");
      if (format !== "readable" && format !== "json") return usageError(`--format: readable | json (${format}?)`);
      const { readingOptions, wrongSpeaker } = await import("./reading.ts");
      const reading = readingOptions(true, speaker);
      if ("wrong" in reading) return usageError(wrongSpeaker(reading.wrong));
      const [call, ...others] = calls;
      if (call === undefined || others.length > 0 || against === undefined)
        return usageError("check CALL --against SCRIPT");
      const { roles } = reading.options;
      const { checkCommand } = await import("./check.ts");
      return checkCommand({ call, script: against, roles, mask, format, exitZero, language });
    },
  },
  explain: {
    options: [],
    run: async (ids, _values, language) => (await import("./explain.ts")).explainCommand(ids, language ?? "zh"),
  },
  rules: {
    options: ["format"],
    run: async (operands, values, language) => {
      const format = onlyFormat(values, "text");
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      if (operands.length > 0) return usageError("rules");
      return (await import("./rules.ts")).rulesCommand({ format, language: language ?? "zh" });
    },
  },
  test: {
    options: ["format", "category", "misses", "min-recall", "max-false-alarms"],
    run: async (paths, values, language) => {
      const { category: mappings = [], misses = "20" } = values;
      const format = onlyFormat(values, "text");
      const { testCommand, TEST_FORMATS } = await import("./test-lists.ts");
      if (!Object.hasOwn(TEST_FORMATS, format))
        return usageError(`--format: ${Object.keys(TEST_FORMATS).join(" | ")} (${format}?)`);
      if (!/^(?:all|\d+)$/.test(misses)) return usageError(`--misses: N | all (${misses}?)`);
      for (const floor of ["min-recall", "max-false-alarms"] as const)
        if (values[floor] !== undefined && percentage(values[floor]) === undefined)
          return usageError(`--${floor}: 0…100 (${values[floor]}?)`);
      if (paths.length === 0) return usageError("test LIST…");
      return testCommand({
        paths,
        format,
        mappings,
        most: misses === "all" ? Number.POSITIVE_INFINITY : Number(misses),
        minRecall: percentage(values["min-recall"]),
        maxFalseAlarms: percentage(values["max-false-alarms"]),
        language: language ?? "zh",
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
        if (!(known as readonly string[]).includes(value))
          return usageError(`--${option}: ${known.join(" | ")} (${value}?)`);
      if (paths.length === 0) return usageError("export FILE…");
      return exportCommand({ paths, format, detail, theme, out, language } as Parameters<typeof exportCommand>[0]);
    },
  },
  convert: {
    options: ["from", "out", "in-place"],
    run: async (paths, { from, out, "in-place": inPlace }, language) => {
      const { convertCommand, ENCODINGS, isEncoding } = await import("./convert.ts");
      if (from !== undefined && !isEncoding(from)) return usageError(`--from: ${ENCODINGS.join(" | ")} (${from}?)`);
      if (out !== undefined && inPlace) return usageError("--out | --in-place");
      if (paths.length === 0) return usageError("convert FILE…");
      return convertCommand({ paths, from, out, inPlace, language: language ?? "zh" });
    },
  },
  filter: {
    options: ["speaker"],
    run: async (operands, values, language) => {
      const { readingOptions } = await import("./reading.ts");
      const reading = readingOptions(true, values.speaker ?? []);
      if ("wrong" in reading) return usageError(`--speaker NAME=客服|客户|agent|customer (${reading.wrong}?)`);
      if (operands.length > 0) return usageError("filter < CALLS.jsonl");
      return (await import("./filter.ts")).filterCommand({ reading: reading.options, language });
    },
  },
  init: {
    options: ["yes", "template", "package"],
    run: async (folders, { yes, template, package: place }, language) => {
      const { isPlace, PUBLISHED } = await import("./package-source.ts");
      if (folders.length > 1) return usageError("init [FOLDER]");
      if (place !== undefined && !isPlace(place))
        return usageError(`--package: git+https://…#COMMIT | https://….tgz | ./….tgz (${place}?)`);
      const { initCommand } = await import("./init.ts");
      const source = place ?? PUBLISHED;
      return initCommand({ folder: folders[0] ?? ".", yes, template, source, language: language ?? "zh" });
    },
  },
  completions: {
    options: [],
    run: async ([shell = "", ...others]) => {
      const { completionsCommand, SHELLS } = await import("./completions.ts");
      if (!Object.hasOwn(SHELLS, shell) || others.length > 0)
        return usageError(`completions ${Object.keys(SHELLS).join(" | ")}`);
      return completionsCommand(shell as keyof typeof SHELLS, optionsOfCommands());
    },
  },
};

/** The names of all commands with those of their options, as a shell completes them. */
function optionsOfCommands(): Record<string, readonly string[]> {
  const ours = Object.entries(COMMANDS).map(([name, { options }]) => [name, [...options, "language", "help"]]);
  return Object.fromEntries([...ours, ["lsp", []]]);
}

/** The folder in which the program was started, where no path was given. */
function orHere(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : ["."];
}

function isTextOrJson(format: string): boolean {
  return format === "text" || format === "json";
}

async function run(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parseOptions>;
  try {
    parsed = parseOptions(args);
  } catch (error) {
    return usageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals, given } = parsed;
  const [name, ...operands] = positionals;
  if (isOfTaiwan(values.language)) readInTaiwan();
  if (values.version) return print(`${version}\n`);
  if (values.help || name === undefined) {
    const { HELP } = await import("./help.ts");
    print(toReader(HELP[readerLanguage(values.language) ?? "zh"]));
    return values.help ? EXIT.clean : EXIT.usage;
  }
  if (values.language !== undefined && !LANGUAGES.includes(values.language))
    return usageError(`--language: ${LANGUAGES.join(" | ")} (${values.language}?)`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : undefined;
  if (command === undefined) return usageError(`${name}?  ${Object.keys(COMMANDS).join(" | ")} | lsp`);
  const stray = given.find((option) => ![...COMMON, ...command.options].includes(option));
  if (stray !== undefined) return usageError(`${name} --${stray}?`);
  return command.run(operands, values, readerLanguage(values.language));
}

const LANGUAGES: readonly string[] = ["zh", "zh-CN", "zh-TW", "en"];

/** The language that the option or the locale names; undefined where neither does. */
function readerLanguage(option: string | undefined): "zh" | "en" | undefined {
  const locale = localeOf(option);
  return /^zh/i.test(locale) ? "zh" : /^en/i.test(locale) ? "en" : undefined;
}

/** Whether the reader's Chinese is that of Taiwan. */
function isOfTaiwan(option: string | undefined): boolean {
  return /^zh[-_](?:tw|hk|mo|hant)/i.test(localeOf(option));
}

function localeOf(option: string | undefined): string {
  return option ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "";
}

/** A number of percent, with or without its sign. */
function percentage(option = ""): number | undefined {
  return /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%?$/.test(option) ? Number.parseFloat(option) : undefined;
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
}

function usageError(message: string): number {
  process.stderr.write(`service-script: ${message}\nservice-script --help\n`);
  return EXIT.usage;
}
