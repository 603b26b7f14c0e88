import { parseArgs } from "node:util";
import { version } from "../../package.json";
import { EXIT } from "./exit-codes.ts";

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

const OPTIONS = {
  format: { type: "string" },
  language: { type: "string" },
  "exit-zero": { type: "boolean", default: false },
  transcript: { type: "boolean", default: false },
  speaker: { type: "string", multiple: true },
  from: { type: "string" },
  out: { type: "string" },
  "in-place": { type: "boolean", default: false },
  category: { type: "string", multiple: true },
  misses: { type: "string" },
  "min-recall": { type: "string" },
  "max-false-alarms": { type: "string" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

type Values = ReturnType<typeof parse>["values"];

interface Command {
  /** The options that it takes beside `--language`. */
  readonly options: readonly (keyof Values)[];
  readonly run: (operands: readonly string[], values: Values, language: "zh" | "en" | undefined) => Promise<number>;
}

/** The commands; each loads its code only when it runs. */
const COMMANDS: Readonly<Record<string, Command>> = {
  lint: {
    options: ["format", "exit-zero", "transcript", "speaker"],
    run: async (paths, { format = "readable", "exit-zero": exitZero, transcript, speaker = [] }, language) => {
      const { lintCommand, FORMATS } = await import("./lint.ts");
      if (!Object.hasOwn(FORMATS, format))
        return usageError(`--format: ${Object.keys(FORMATS).join(" | ")} (${format}?)`);
      const { readingOptions } = await import("./reading.ts");
      const reading = readingOptions(transcript, speaker);
      if ("wrong" in reading) return usageError(`--speaker NAME=客服|客户|agent|customer (${reading.wrong}?)`);
      return lintCommand({
        paths: orHere(paths),
        format,
        exitZero,
        language,
        reading: reading.options,
      });
    },
  },
  paths: {
    options: ["format"],
    run: async (paths, { format = "text" }, language) => {
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      return (await import("./paths.ts")).pathsCommand({ paths: orHere(paths), format, language });
    },
  },
  timeline: {
    options: ["format"],
    run: async (paths, { format = "text" }, language) => {
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      return (await import("./timeline.ts")).timelineCommand({ paths: orHere(paths), format, language });
    },
  },
  impact: {
    options: ["format"],
    run: async ([name, ...paths], { format = "text" }, language) => {
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      if (name === undefined) return usageError("impact NAME");
      return (await import("./impact.ts")).impactCommand({ name, paths: orHere(paths), format, language });
    },
  },
  stats: {
    options: ["format"],
    run: async (paths, { format = "text" }, language) => {
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      return (await import("./stats.ts")).statsCommand({ paths: orHere(paths), format, language });
    },
  },
  standards: {
    options: ["format"],
    run: async (names, { format = "text" }, language) => {
      if (!isTextOrJson(format)) return usageError(`--format: text | json (${format}?)`);
      return (await import("./standards.ts")).standardsCommand({ names, format, language: language ?? "zh" });
    },
  },
  explain: {
    options: [],
    run: async (ids, _values, language) => (await import("./explain.ts")).explainCommand(ids, language ?? "zh"),
  },
  test: {
    options: ["format", "category", "misses", "min-recall", "max-false-alarms"],
    run: async (paths, { format = "text", category: mappings = [], misses = "20", ...values }, language) => {
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
};

/** The folder in which the program was started, where no path was given. */
function orHere(paths: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : ["."];
}

function isTextOrJson(format: string): boolean {
  return format === "text" || format === "json";
}

/** Options that every command takes. */
const COMMON: readonly string[] = ["language", "help", "version"] satisfies (keyof Values)[];

async function run(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return usageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals, given } = parsed;
  const [name, ...operands] = positionals;
  if (values.version) return print(`${version}\n`);
  if (values.help || name === undefined) {
    const { HELP } = await import("./help.ts");
    print(HELP[readerLanguage(values.language) ?? "zh"]);
    return values.help ? EXIT.clean : EXIT.usage;
  }
  if (values.language !== undefined && values.language !== "zh" && values.language !== "en")
    return usageError(`--language: zh | en (${values.language}?)`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : undefined;
  if (command === undefined) return usageError(`${name}?  ${Object.keys(COMMANDS).join(" | ")} | lsp`);
  const stray = given.find((option) => ![...COMMON, ...command.options].includes(option));
  if (stray !== undefined) return usageError(`${name} --${stray}?`);
  return command.run(operands, values, readerLanguage(values.language));
}

function parse(args: readonly string[]) {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    tokens: true,
  });
  return { values, positionals, given: tokens.flatMap((token) => (token.kind === "option" ? [token.name] : [])) };
}

/** The language that the option or the locale names; undefined where neither does. */
function readerLanguage(option: string | undefined): "zh" | "en" | undefined {
  const locale = option ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "";
  return /^zh/i.test(locale) ? "zh" : /^en/i.test(locale) ? "en" : undefined;
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
