import type { FileProblem } from "./disk-source.ts";
import { printable } from "./printable.ts";
import { toReader } from "./to-reader.ts";

/** Says on standard error, a line each, what there is to say beside a command's output. */
export function complain(problems: readonly FileProblem[], language: "zh" | "en"): void {
  for (const { path, message } of problems)
    process.stderr.write(`${printable(path)}: ${printable(toReader(message[language]))}\n`);
}
