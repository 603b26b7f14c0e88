import { RULES } from "../rules/index.ts";
import { completeBash, completeFish, completeZsh } from "./completion-scripts.ts";
import { ENCODINGS } from "./convert.ts";
import { EXIT } from "./exit-codes.ts";
import { DETAILS, FORMATS as EXPORT_FORMATS, THEMES } from "./export.ts";
import { takesValue } from "./options.ts";
import { FORMATS as REPORT_FORMATS } from "./reports.ts";
import { TEST_FORMATS } from "./test-lists.ts";

/** An option as a shell completes it. */
export interface CompletedOption {
  readonly name: string;
  readonly takesValue: boolean;
  /** What its value can be; none: a file, or anything. */
  readonly values: readonly string[];
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly name: string;
  readonly options: readonly CompletedOption[];
  /** What may stand behind it beside options; none: files. */
  readonly operands: readonly string[];
}

/** What makes the completions of each shell. */
export const SHELLS = { bash: completeBash, zsh: completeZsh, fish: completeFish } as const;

/**
 * Prints what a shell has to read to complete the words of this program.
 * @param commands the names of all commands, each with those of its options
 */
export async function completionsCommand(
  shell: keyof typeof SHELLS,
  commands: Readonly<Record<string, readonly string[]>>,
): Promise<number> {
  const described = Object.entries(commands).map(([name, options]): CompletedCommand => {
    return { name, options: options.map((option) => describe(name, option)), operands: OPERANDS[name] ?? [] };
  });
  process.stdout.write(SHELLS[shell](described));
  return EXIT.clean;
}

function describe(command: string, name: string): CompletedOption {
  const values = name === "format" ? (FORMATS_OF[command] ?? ["text", "json"]) : (VALUES[name] ?? []);
  return { name, takesValue: takesValue(name), values };
}

const FORMATS_OF: Readonly<Record<string, readonly string[]>> = {
  lint: Object.keys(REPORT_FORMATS),
  merge: Object.keys(REPORT_FORMATS),
  test: Object.keys(TEST_FORMATS),
  export: EXPORT_FORMATS,
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  language: ["zh", "en"],
  "fail-level": ["error", "warning", "info"],
  detail: DETAILS,
  theme: THEMES,
  from: ENCODINGS,
};

const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  explain: RULES.map(({ id }) => id),
  completions: Object.keys(SHELLS),
};
