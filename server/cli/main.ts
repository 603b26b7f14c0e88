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
  format: { type: "string", default: "readable" },
  language: { type: "string" },
  "exit-zero": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

async function run(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return usageError(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  const [command, ...rest] = positionals;
  if (values.version) return print(`${version}\n`);
  if (values.help || command === undefined) {
    const { HELP } = await import("./help.ts");
    print(HELP[readerLanguage(values.language) ?? "zh"]);
    return values.help ? EXIT.clean : EXIT.usage;
  }
  if (values.language !== undefined && values.language !== "zh" && values.language !== "en")
    return usageError(`--language: zh | en (${values.language}?)`);
  const language = readerLanguage(values.language);
  if (command === "explain") {
    const { explainCommand } = await import("./explain.ts");
    return explainCommand(rest, language ?? "zh");
  }
  if (command !== "lint") return usageError(`${command}?  lint | explain | lsp`);
  const { lintCommand, FORMATS } = await import("./lint.ts");
  if (!(values.format in FORMATS))
    return usageError(`--format: ${Object.keys(FORMATS).join(" | ")} (${values.format}?)`);
  return lintCommand({
    paths: rest.length > 0 ? rest : ["."],
    format: values.format,
    exitZero: values["exit-zero"],
    language,
  });
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

/** The language that the option or the locale names; undefined where neither does. */
function readerLanguage(option: string | undefined): "zh" | "en" | undefined {
  const locale = option ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "";
  return /^zh/i.test(locale) ? "zh" : /^en/i.test(locale) ? "en" : undefined;
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
}

function usageError(message: string): number {
  process.stderr.write(`service-script: ${message}\nservice-script --help\n`);
  return EXIT.usage;
}
