import { parseArgs } from "node:util";

/** Every option of every command. */
const OPTIONS = {
  format: { type: "string", multiple: true },
  language: { type: "string" },
  "exit-zero": { type: "boolean", default: false },
  "fail-level": { type: "string" },
  "max-warnings": { type: "string" },
  quiet: { type: "boolean", default: false },
  fix: { type: "boolean", default: false },
  "fix-unsafe": { type: "boolean", default: false },
  "fix-dry-run": { type: "boolean", default: false },
  baseline: { type: "string" },
  "update-baseline": { type: "boolean", default: false },
  prune: { type: "boolean", default: false },
  changed: { type: "string" },
  cache: { type: "string" },
  threads: { type: "string" },
  shard: { type: "string" },
  stdin: { type: "boolean", default: false },
  "stdin-filename": { type: "string" },
  check: { type: "boolean", default: false },
  write: { type: "boolean", default: false },
  transcript: { type: "boolean", default: false },
  speaker: { type: "string", multiple: true },
  against: { type: "string" },
  mask: { type: "boolean", default: false },
  rev: { type: "string" },
  print: { type: "boolean", default: false },
  detail: { type: "string" },
  theme: { type: "string" },
  from: { type: "string" },
  out: { type: "string" },
  "in-place": { type: "boolean", default: false },
  category: { type: "string", multiple: true },
  misses: { type: "string" },
  "min-recall": { type: "string" },
  "max-false-alarms": { type: "string" },
  template: { type: "string" },
  yes: { type: "boolean", default: false },
  package: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", short: "v", default: false },
} as const;

/** The options of a command line by name. */
export type Values = ReturnType<typeof parseOptions>["values"];

/** Options that every command takes. */
export const COMMON: readonly string[] = ["language", "help", "version"] satisfies (keyof Values)[];

/** What options mean that stand alone: a word behind one is a path, not its value. */
const ALONE: Readonly<Record<string, string>> = { changed: "HEAD", cache: ".service-script-cache" };

/** Whether an option wants a value behind it. */
export function takesValue(name: string): boolean {
  return Object.hasOwn(OPTIONS, name) && OPTIONS[name as keyof Values].type === "string" && !Object.hasOwn(ALONE, name);
}

/**
 * Reads a command line; throws an error that says what is wrong with it.
 * @returns the options, the other words, and the names of the options that were given
 */
export function parseOptions(args: readonly string[]) {
  const { values, positionals, tokens } = parseArgs({
    args: args.map((word) => {
      const name = word.replace(/^--/, "");
      return word !== name && Object.hasOwn(ALONE, name) ? `${word}=${ALONE[name]}` : word;
    }),
    options: OPTIONS,
    allowPositionals: true,
    tokens: true,
  });
  return { values, positionals, given: tokens.flatMap((token) => (token.kind === "option" ? [token.name] : [])) };
}

/** The format for a command that takes one: several together are a name that no format has. */
export function onlyFormat({ format = [] }: Values, otherwise: string): string {
  return format.length > 1 ? format.join(",") : (format[0] ?? otherwise);
}
