import { RULES } from "../rules/index.ts";
import type { Command } from "./commands.ts";
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
 * @param commands all commands by name, but for `lsp`
 */
export async function completionsCommand(
  shell: keyof typeof SHELLS,
  commands: Readonly<Record<string, Command>>,
): Promise<number> {
  const described = Object.entries(commands).map(([name, { options, formats }]): CompletedCommand => {
    const known = formats ?? FORMATS_OF[name] ?? [];
    const all = [...options, "language", "help"].map((option) => describe(option, known));
    return { name, options: all, operands: OPERANDS[name] ?? [] };
  });
  process.stdout.write(SHELLS[shell]([...described, { name: "lsp", options: [], operands: [] }]));
  return EXIT.clean;
}

function describe(name: string, formats: readonly string[]): CompletedOption {
  return { name, takesValue: takesValue(name), values: name === "format" ? formats : (VALUES[name] ?? []) };
}

/** The formats of the commands that keep them with their code. */
const FORMATS_OF: Readonly<Record<string, readonly string[]>> = {
  lint: Object.keys(REPORT_FORMATS),
  merge: Object.keys(REPORT_FORMATS),
  test: Object.keys(TEST_FORMATS),
  export: EXPORT_FORMATS,
};

const VALUES: Readonly<Record<string, readonly string[]>> = {
  language: ["zh", "zh-TW", "en"],
  "fail-level": ["error", "warning", "info"],
  detail: DETAILS,
  theme: THEMES,
  from: ENCODINGS,
};

const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  explain: RULES.map(({ id }) => id),
  completions: Object.keys(SHELLS),
};
