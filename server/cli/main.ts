import { version } from "../../package.json";
import type { Bilingual } from "../rules/rule.ts";
import { COMMANDS, type Command } from "./commands.ts";
import { EXIT } from "./exit-codes.ts";
import { COMMON, onlyFormat, parseOptions } from "./options.ts";
import { isOfTaiwan, LANGUAGES, OTHERWISE, readerLanguage } from "./reader-language.ts";
import { readInTaiwan, toReader } from "./to-reader.ts";
import { wrongValue } from "./usage.ts";

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

async function run(args: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parseOptions>;
  try {
    parsed = parseOptions(args);
  } catch (error) {
    const { wrongOption } = await import("./unknown-words.ts");
    return refuse(wrongOption(error, flags(Object.values(COMMANDS))), readerLanguage(undefined));
  }
  const { values, positionals, given } = parsed;
  const [name, ...operands] = positionals;
  const language = readerLanguage(values.language);
  if (isOfTaiwan(values.language)) readInTaiwan();
  if (values.version) return print(`${version}\n`);
  if (values.help || name === undefined) {
    const { HELP } = await import("./help.ts");
    print(toReader(HELP[language ?? OTHERWISE]));
    return values.help ? EXIT.clean : EXIT.usage;
  }
  if (values.language !== undefined && !LANGUAGES.includes(values.language))
    return refuse(wrongValue("--language", values.language, LANGUAGES), readerLanguage(undefined));
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : undefined;
  if (command === undefined) {
    const { unknownCommand } = await import("./unknown-words.ts");
    return refuse(unknownCommand(name, [...Object.keys(COMMANDS), "lsp"]), language);
  }
  const stray = given.find((option) => ![...COMMON, ...command.options].includes(option));
  if (stray !== undefined) {
    const { unknownOption } = await import("./unknown-words.ts");
    return refuse(unknownOption(`--${stray}`, name, flags([command])), language);
  }
  const { formats } = command;
  const format = onlyFormat(values, formats?.[0] ?? "");
  if (formats !== undefined && !formats.includes(format))
    return refuse(wrongValue("--format", format, formats), language);
  const outcome = await command.run(operands, values, language, format);
  return typeof outcome === "number" ? outcome : refuse(outcome, language);
}

function flags(commands: readonly Command[]): string[] {
  return [...new Set(commands.flatMap(({ options }) => [...options, ...COMMON]))].map((option) => `--${option}`);
}

function print(text: string): number {
  process.stdout.write(text);
  return EXIT.clean;
}

/** Says what is wrong with the command line, and where to read on. */
function refuse(wrong: Bilingual, language: "zh" | "en" = OTHERWISE): number {
  const help = { zh: "全部用法：service-script --help", en: "All of it: service-script --help" };
  process.stderr.write(`service-script: ${toReader(wrong[language])}\n${toReader(help[language])}\n`);
  return EXIT.usage;
}
